/** Solutions to import one over the other, made from the help desk's; and data to import them into. */
import type { SolutionModel, Table } from "../../model";
import { edited } from "../fixture/edited";
import type { Edits } from "../fixture/edited";
import { helpDesk } from "../fixture/helpDesk";
import { team, users } from "../fixture/people";
import type { Dataverse } from "../../server/dataverse";
import { DataOnDisk } from "./dataOnDisk";

/** The help desk's zip with another version, and perhaps other customizations. */
export function zipOf(version: string, customizations?: (text: string) => string): Uint8Array {
  const edits: Edits = {
    "solution.xml": (text) => text.replace(/<Version>[^<]*<\/Version>/, `<Version>${version}</Version>`),
    ...(customizations ? { "customizations.xml": customizations } : {}),
  };
  return edited(helpDesk, edits);
}

/** The text of a column's definition. */
function attributeOf(customizations: string, name: string): string {
  const found = new RegExp(`<attribute PhysicalName="${name}">[^]*?</attribute>`).exec(customizations)?.[0];
  if (found === undefined) throw new Error(`The zip has no column ${name}.`);
  return found;
}

/** Adds the text column sample_campaign to notes. */
export function withCampaign(customizations: string): string {
  const model = attributeOf(customizations, "sample_externalid");
  return customizations.replace(model, `${model}${model.replaceAll("sample_externalid", "sample_campaign")}`);
}

/** Makes the note's text a whole number. */
export function withNumberAsText(customizations: string): string {
  const column = attributeOf(customizations, "sample_text");
  return customizations.replace(column, column.replace("<Type>ntext</Type>", "<Type>int</Type>"));
}

/** A model with one more table of the organization, sample_campaign. */
export function withCampaignTable(model: SolutionModel): SolutionModel {
  const text = (table: Table): string => JSON.stringify(table).replaceAll("sample_setting", "sample_campaign");
  const tables = model.tables.filter((table) => table.logicalName === "sample_setting").map((table) => JSON.parse(text(table)) as Table);
  return { ...model, tables: [...model.tables, ...tables.map((table) => ({ ...table, schemaName: "sample_campaign", keys: [] }))] };
}

/** A folder for one test's data of the help desk. */
export class Data extends DataOnDisk {
  constructor() {
    super(users, [team]);
  }
}

/** Makes a row with an id; fails the test when it is refused. */
export function put(dataverse: Dataverse, path: string, body: object): void {
  const answer = dataverse.asSystem({ method: "PATCH", path, body });
  if (answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.body}`);
}

const id = (end: string): string => `c0000000-0000-4000-8000-0000000000${end}`;

/** One ticket with a note, and its contact: rows of the solution and of the platform that point at each other. */
export function fillWithTicket(dataverse: Dataverse): void {
  put(dataverse, `contacts(${id("01")})`, { firstname: "Jane", lastname: "Doe" });
  put(dataverse, `sample_customernumbers(${id("02")})`, {
    sample_phonenumber: "+4930100",
    "sample_customerid_contact@odata.bind": `/contacts(${id("01")})`,
  });
  put(dataverse, `sample_tickets(${id("03")})`, {
    sample_name: "Jane Doe",
    sample_queue: "+4930999",
    "sample_customernumberid@odata.bind": `/sample_customernumbers(${id("02")})`,
  });
  put(dataverse, `sample_notes(${id("04")})`, {
    sample_name: "Hello",
    sample_text: "Hello, is it open today?",
    sample_externalid: "p-1",
    "sample_ticketid@odata.bind": `/sample_tickets(${id("03")})`,
  });
}
