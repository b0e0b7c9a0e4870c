import { previewQuery } from "../../../shared/dataverse/panelQueries";
import { inboxQuery } from "../../../shared/dataverse/queries";
import { dateTime, guid } from "../../../shared/dataverse/values";
import { ana, NOON, session } from "../sessions";

it("takes ids with or without braces, in any case", () => {
  expect(guid(`{${ana.id.toUpperCase()}}`)).toBe(ana.id);
});

it.each(["", "1", `${ana.id} or true`, `${ana.id}"/><filter/>`, "'"])("refuses %p as an id: it would become part of a query", (text) => {
  expect(() => guid(text)).toThrow(/Not an id/);
});

it("writes dates as Dataverse keeps them: UTC, whole seconds", () => {
  expect(dateTime(NOON + 789)).toBe("2026-11-22T12:00:00Z");
});

it("asks for the inbox with one aggregate that names the dismissals that the viewer owns", () => {
  const fetchXml = decodeURIComponent(inboxQuery(ana.id));
  expect(fetchXml).toContain('<fetch aggregate="true">');
  expect(fetchXml).toContain(`<condition attribute="ownerid" operator="eq" value="${ana.id}"/>`);
});

it("stays below the longest address that Dataverse takes, with fifty previews", () => {
  expect(previewQuery(Array.from({ length: 50 }, () => session())).length).toBeLessThan(16_000);
  expect(previewQuery([session({ newestUnreadAt: NOON })])).toContain(encodeURIComponent("msgn_receivedon eq 2026-11-22T12:00:00Z"));
});
