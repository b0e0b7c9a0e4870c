/** A conversation's form beside the page shows the conversation and nothing else of the form. */
import { isInConversationPane } from "../../forms/isInConversationPane";
import type { Platform } from "../../launcher/platform";
import { SidePanes } from "../../sandbox/app/panes/sidePanes";
import { xrmSidePanes } from "../../sandbox/app/xrm/sidePanes";

const ROW = "11111111-aaaa-4000-8000-000000000000";

/** An app whose open pane is this one, on this page. */
function app(paneId: string | undefined, getPageContext: () => { input?: Record<string, unknown> } | undefined) {
  const panes = new SidePanes();
  if (paneId !== undefined) panes.create({ paneId });
  return { panes, xrm: { App: { sidePanes: xrmSidePanes(panes) }, Utility: { getPageContext } } as unknown as Platform };
}
const onContact = () => ({
  input: { pageType: "entityrecord", entityName: "contact", entityId: "{22222222-AAAA-4000-8000-000000000000}" },
});

it.each(["msgn_Conversation", `msgn_Conversation_${ROW}`])("is in a pane where %s is open beside another page", (paneId) => {
  expect(isInConversationPane(app(paneId, onContact).xrm, ROW)).toBe(true);
});

it.each([
  ["empty", () => undefined],
  ["one without a row", () => ({ input: { pageType: "dashboard" } })],
  [
    "an error",
    (): never => {
      throw new Error("between two pages");
    },
  ],
])("is in a pane where one is open and the page's context is %s", (_, getPageContext) => {
  expect(isInConversationPane(app("msgn_Conversation", getPageContext).xrm, ROW)).toBe(true);
});

it("is the page where the page shows this row", () => {
  const thisRow = () => ({ input: { pageType: "entityrecord", entityId: `{${ROW.toUpperCase()}}` } });
  expect(isInConversationPane(app("msgn_Conversation", thisRow).xrm, ROW)).toBe(false);
});

it.each([undefined, "msgn_MessageNotification", "another.product"])("is the page where the open pane is %s", (paneId) => {
  expect(isInConversationPane(app(paneId, onContact).xrm, ROW)).toBe(false);
});

it("is the page where the pane of conversations is collapsed, and in an app without panes", () => {
  const { panes, xrm } = app("msgn_Conversation", onContact);
  panes.state = 0;
  expect(isInConversationPane(xrm, ROW)).toBe(false);
  expect(isInConversationPane({ Utility: { getPageContext: onContact } } as unknown as Platform, ROW)).toBe(false);
  expect(isInConversationPane(undefined, ROW)).toBe(false);
});
