import type { Relationship, Table } from "../../../model";
import { column, systemColumns } from "./columns";

const english = (text: string): Readonly<Record<string, string>> => ({ "1033": text });

/** Notes and their files: Dataverse's table `annotation` (learn.microsoft.com/power-apps/developer/data-platform/reference/entities/annotation). */
export const NOTE_TABLE = "annotation";

/** The lookup of a note to the row that it is about. */
export const NOTE_OF = "objectid";

/** Columns of the platform that a note does not have: it is neither active nor inactive. */
const STATES: readonly string[] = ["statecode", "statuscode"];

/** The table of notes of an environment with these tables. */
export function noteTable(tables: readonly Table[]): Table {
  const targets = tables.filter(({ hasNotes }) => hasNotes).map(({ logicalName }) => logicalName);
  return {
    logicalName: NOTE_TABLE,
    schemaName: "Note",
    entitySetName: "annotations",
    primaryId: "annotationid",
    primaryName: "subject",
    ownership: "user",
    labels: english("Note"),
    pluralLabels: english("Notes"),
    columns: [
      column("annotationid", "primarykey", "Note", { required: "systemrequired" }),
      column("subject", "string", "Title", { maxLength: 500 }),
      column("notetext", "memo", "Description", { maxLength: 100_000 }),
      column("filename", "string", "File Name", { maxLength: 255 }),
      column("mimetype", "string", "Mime Type", { maxLength: 256 }),
      // The file in base64.
      column("documentbody", "memo", "Document", { maxLength: 1_073_741_823 }),
      column("filesize", "integer", "File Size (Bytes)", { readOnly: true }),
      column("isdocument", "boolean", "Is Document", {
        options: [0, 1].map((value) => ({ value, labels: english(value ? "Yes" : "No") })),
      }),
      column("objecttypecode", "string", "Object Type", { maxLength: 100, readOnly: true }),
      column(NOTE_OF, "lookup", "Regarding", { targets }),
      ...systemColumns("user").filter(({ logicalName }) => !STATES.includes(logicalName)),
    ],
    keys: [],
    platform: true,
  };
}

/** The relationship between the notes and a table that has notes: they go with its rows. */
export function noteRelationship(of: string): Relationship {
  return {
    name: `${of}_Annotations`,
    referencedTable: of,
    referencingTable: NOTE_TABLE,
    column: NOTE_OF,
    navigationProperty: `${NOTE_OF}_${of}`,
    onDelete: "cascade",
  };
}
