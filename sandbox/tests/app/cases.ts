import type { FormSession } from "../../app/form/formSession";
import { makeForm } from "../../app/form/makeForm";
import type { SessionParts } from "./fixtures";
import { kimId, cell, column, form, rowId, rowServer, session, table } from "./fixtures";

const customer = column("customerid", "customer", { targets: ["account", "contact"] });
const cases = table("case", [
  column("count", "integer"),
  column("page", "string"),
  column("subject", "string", { required: "required" }),
  column("vip", "boolean", { defaultValue: true }),
  column("ownerid", "owner", { targets: ["systemuser", "team"] }),
  column("statecode", "state"),
  customer,
]);
/** A table with a column of most kinds, and the tables that it points to. */
export const tables = [cases, table("contact", []), table("account", [])];
/** The two relationships of its customer column. */
export const relationships = ["contact", "account"].map((target) => ({
  name: `case_${target}`,
  referencedTable: target,
  referencingTable: "case",
  column: "customerid",
  navigationProperty: `customerid_${target}`,
  onDelete: "removelink" as const,
}));
/** The columns on its form. */
export const fields = ["name", "count", "page", "subject", "vip", "customerid"];
/** Its form: the fields and a subgrid. */
export const mainForm = form("case", [
  ...fields.map((name) => cell({ column: name })),
  cell({ id: "rows", classId: "E7A81278-8635-4D9E-8D4D-59480B391C5B" }),
]);

/** A form on one row, which has been read, and what it sends. */
export async function opened(row: Record<string, unknown>, parts: SessionParts = {}, id: string | undefined = rowId) {
  const server = rowServer({ caseid: rowId, subject: "Fridge", statecode: 0, _ownerid_value: kimId, ...row });
  const opening = makeForm(session({ tables, relationships, send: server.send, ...parts }), mainForm, id);
  await opening.load();
  return { form: opening, sent: server.sent };
}

/** A form on a new row. */
export function newForm(send: typeof fetch): FormSession {
  return makeForm(session({ tables, relationships, send }), mainForm, undefined);
}
