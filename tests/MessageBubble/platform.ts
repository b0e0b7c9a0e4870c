/** The platform around the control: its context, and the server's answers to the inbox. */
import type { IInputs } from "../../MessageBubble/generated/ManifestTypes";
import { PANEL_CONTROL } from "../../MessageBubble/manifest";
import { readResx } from "../NotificationPanel/readResx";

const USER = "aaaaaaaa-0000-0000-0000-000000000001";
const TEXTS = readResx(1033);
export const SESSION = "bbbbbbbb-0000-0000-0000-000000000001";

/** What a test says of the form and the user. */
export interface FormState {
  page?: string | null;
  panelOpen?: boolean | null;
  isDisabled?: boolean;
  /** The agent stays on a page with unsaved changes: the platform rejects. */
  staysHere?: boolean;
}

/** Makes a context as the platform does, and notes the forms that are opened. */
export function buildContext(state: FormState = {}, opened: unknown[] = []): ComponentFramework.Context<IInputs> {
  const context = {
    parameters: {
      unreadCount: { raw: null },
      panelOpen: { raw: state.panelOpen ?? null },
      page: { raw: state.page ?? null },
    },
    mode: { isControlDisabled: state.isDisabled ?? false },
    resources: { getString: (key: string) => TEXTS[key] ?? key },
    userSettings: { userId: `{${USER.toUpperCase()}}`, isRTL: false, languageId: 1033, getTimeZoneOffsetMinutes: () => 0 },
    // As the platform does: the bundle of the library runs in the page.
    utils: {
      loadDependency: (name: string) => (name === PANEL_CONTROL ? import("../../NotificationPanel") : Promise.reject(new Error(name))),
    },
    navigation: {
      openForm: (options: unknown) => {
        opened.push(options);
        if (state.staysHere) return Promise.reject(new Error("The user cancelled."));
        return Promise.resolve({ savedEntityReference: [] });
      },
    },
  };
  return context as unknown as ComponentFramework.Context<IInputs>;
}

const NAME = "@OData.Community.Display.V1.FormattedValue";

/** One unread conversation of Jane Doe's, accepted by this user. */
const ROW = {
  session: SESSION,
  status: 864500001,
  owner: USER,
  [`owner${NAME}`]: "Ana Ruiz",
  "owner@Microsoft.Dynamics.CRM.lookuplogicalname": "systemuser",
  owninguser: USER,
  contactnumber: "cccccccc-0000-0000-0000-000000000001",
  phonenumber: "+15550100",
  businessnumber: "+15550999",
  customer: "dddddddd-0000-0000-0000-000000000001",
  [`customer${NAME}`]: "Jane Doe",
  unread: 2,
  oldest: "2026-11-22T17:55:00Z",
  newest: "2026-11-22T17:58:00Z",
};

/** Answers like a Dataverse with that one conversation; notes the paths that were asked. `privileges` are what the roles give. */
export function serve(
  asked: string[],
  privileges = ["prvReadmsgn_session", "prvReadmsgn_message", "prvWritemsgn_contactnumber"],
): typeof fetch {
  return (input) => {
    const url = decodeURIComponent(typeof input === "string" ? input : "");
    asked.push(url);
    let body: unknown = { value: [] };
    if (url.includes("RetrieveUserSetOfPrivilegesByNames")) {
      body = { RolePrivileges: privileges.map((PrivilegeName) => ({ PrivilegeName, Depth: "Global" })) };
    } else if (url.includes("aggregate")) body = { value: [ROW] };
    else if (url.includes("msgn_messages")) body = { value: [{ _msgn_sessionid_value: SESSION, msgn_body: "Is it ready?" }] };
    return Promise.resolve(answer(200, body));
  };
}

function answer(status: number, body: unknown): Response {
  const headers = new Map([["date", "Sun, 22 Nov 2026 18:00:00 GMT"]]);
  const response = {
    ok: status < 400,
    status,
    headers: { get: (name: string) => headers.get(name.toLowerCase()) ?? null },
    text: () => Promise.resolve(JSON.stringify(body)),
  };
  return response as unknown as Response;
}
