import { makeForm } from "../../app/form/makeForm";
import { registerHandlers } from "../../app/form/registerHandlers";
import { scriptErrors } from "../../app/form/scriptErrors";
import type { ScriptLoader } from "../../app/form/scriptLoader";
import type { Form } from "../../model";
import { PLATFORM_TABLES } from "../../server/dataverse/platform/tables";
import { importSolution } from "../../server/solution";
import { session } from "../app/fixtures";
import { edited } from "../fixture/edited";
import { element, fixtureId, text } from "../fixture/element";
import { form } from "../fixture/formsAndViews";
import { helpDesk } from "../fixture/helpDesk";

const TEXT_FIELD = "4273edbd-ac1d-40d3-9fb2-095c621b552d";
const FORM_ID = fixtureId(0x900);

/** The help desk's zip with one more form, for a table of the platform, whose OnLoad is a function of the help desk's script. */
function withContactForm(column = "lastname", library = "sample_/desk.js") {
  const handler = element("Handler", {
    ...{ functionName: "HelpDesk.Launch.onLoad", libraryName: library, handlerUniqueId: `{${fixtureId(0x901)}}` },
    ...{ enabled: "true", parameters: "", passExecutionContext: "true" },
  });
  const more = [
    element("formLibraries", {}, element("Library", { name: library, libraryUniqueId: `{${fixtureId(0x902)}}` })),
    element("events", {}, element("event", { name: "onload", application: "false", active: "false" }, element("Handlers", {}, handler))),
  ];
  const contactForm = form({ id: FORM_ID, label: "Contact", order: 1, fields: [{ column, classId: TEXT_FIELD }], more });
  const entity = element("Entity", {}, text("Name", "Contact"), element("FormXml", {}, element("forms", { type: "main" }, contactForm)));
  return importSolution(edited(helpDesk, { "customizations.xml": (xml) => xml.replace("</Entities>", `${entity}</Entities>`) }));
}

const contactForm = ({ model }: ReturnType<typeof importSolution>): Form | undefined => model.forms.find((one) => one.id === FORM_ID);

it("reads a form for a table of the platform, with its script and handler", () => {
  expect(contactForm(withContactForm())).toMatchObject({
    table: "contact",
    libraries: ["sample_/desk.js"],
    handlers: [{ event: "onload", functionName: "HelpDesk.Launch.onLoad", passExecutionContext: true }],
  });
});

it.each([
  ["a column", withContactForm("sample_elsewhere"), "sample_elsewhere"],
  ["a script", withContactForm("lastname", "other_/desk.js"), "other_/desk.js"],
])("leaves out a form that uses %s which the sandbox does not have, and says why", (_, solution, name) => {
  expect(contactForm(solution)).toBeUndefined();
  expect(solution.leftOut.map((one) => `${one.kind}: ${one.name}`).join("\n")).toContain(name);
});

describe("a form's OnLoad", () => {
  /** Opens the form on a new row; its library puts these globals into the window. */
  async function open(globals: object): Promise<{ readonly loaded: unknown[]; readonly errors: string[] }> {
    const definition = contactForm(withContactForm());
    if (definition === undefined) throw new Error("The solution has no contact form.");
    const loaded: unknown[] = [];
    const errors: string[] = [];
    const loader = { loadWebResource: (name: string) => Promise.resolve(void loaded.push(name)) } as unknown as ScriptLoader;
    const stop = scriptErrors.onError((error) => errors.push(String(error)));
    const opened = makeForm(session({ tables: [...PLATFORM_TABLES] }), definition, undefined);
    await Promise.all([opened.load(), registerHandlers(opened, loader, globals)]);
    opened.events.opened();
    await Promise.resolve();
    stop();
    return { loaded, errors };
  }

  it("calls a function in a namespace of its library, as a method of it, with the execution context", async () => {
    const calls: unknown[] = [];
    const Launch = {
      onLoad(this: unknown, context: { getFormContext(): { readonly data: { readonly entity: { getEntityName(): string } } } }) {
        calls.push(this === Launch, context.getFormContext().data.entity.getEntityName());
        return Promise.resolve();
      },
    };
    expect(await open({ HelpDesk: { Launch } })).toEqual({ loaded: ["sample_/desk.js"], errors: [] });
    expect(calls).toEqual([true, "contact"]);
  });

  // What fails is thrown to the console a moment later as well, which would end this test.
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("says so where the library lacks the function, and where the promise that it answers rejects", async () => {
    expect((await open({ HelpDesk: {} })).errors.join()).toContain("HelpDesk.Launch.onLoad");
    const Launch = { onLoad: () => Promise.reject(new Error("boom")) };
    expect((await open({ HelpDesk: { Launch } })).errors.join()).toContain("boom");
  });
});
