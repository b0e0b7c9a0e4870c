import type { Temper } from "../../model";
import { plainId } from "./address";
import type { Page, RecordPage } from "./address";

/** What `navigateTo` and `pane.navigate` take. */
export interface PageInput {
  readonly pageType: string;
  readonly entityName?: string;
  readonly entityId?: string;
  readonly formId?: string;
  readonly viewId?: string;
  readonly dashboardId?: string;
  /** A custom page's logical name, and the row that it is opened with. */
  readonly name?: string;
  readonly recordId?: string;
  /** A web resource's name, and what it is handed. */
  readonly webresourceName?: string;
  readonly data?: string;
}

/**
 * The page that the client API's page input means.
 * @throws Error for what the sandbox does not support
 */
export function pageOfInput(input: PageInput, temper: Pick<Temper, "formId">): Page {
  const { entityName = "" } = input;
  switch (input.pageType) {
    case "dashboard":
      return { pageType: "dashboard", ...idOf("dashboardId", input.dashboardId) };
    case "custom":
      return {
        pageType: "custom",
        name: needed(input, "name"),
        ...(entityName === "" ? {} : { entityName }),
        ...idOf("recordId", input.recordId),
      };
    case "webresource": {
      const { data = "" } = input;
      return { pageType: "webresource", webresourceName: needed(input, "webresourceName"), ...(data === "" ? {} : { data }) };
    }
    case "entitylist":
      return { pageType: "entitylist", entityName: needed(input, "entityName"), ...idOf("viewId", input.viewId) };
    case "entityrecord":
      return recordPage({ ...input, entityName: needed(input, "entityName") }, temper);
    default:
      throw new Error(`The sandbox does not support pages of type "${input.pageType}".`);
  }
}

/** The page of a row, or of a new one where there is no id. A temper that ignores form ids leaves the choice of the form to the table. */
export function recordPage(
  { entityName, entityId, formId }: Pick<PageInput, "entityId" | "formId"> & { readonly entityName: string },
  temper: Pick<Temper, "formId">,
): RecordPage {
  const chosen = temper.formId === "ignored" ? undefined : formId;
  return { pageType: "entityrecord", entityName, ...idOf("entityId", entityId), ...idOf("formId", chosen) };
}

function needed(input: PageInput, key: "name" | "webresourceName" | "entityName"): string {
  const value = input[key];
  const article = key === "entityName" ? "an" : "a";
  if (value === undefined || value === "") throw new Error(`A page input of type ${input.pageType} needs ${article} ${key}.`);
  return value;
}

function idOf<Key extends string>(key: Key, id: string | undefined): Partial<Record<Key, string>> {
  return id === undefined || id === "" ? {} : ({ [key]: plainId(id) } as Record<Key, string>);
}
