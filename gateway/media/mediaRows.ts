/** Messages with files that are to be fetched, and the notes that hold files. */
import { GatewayError, errorText, readMedia, rowsOf, send, textOf, webApiTime, writeMedia, xml } from "../contract";
import type { Connection, MediaFile, Row, RowOwner } from "../contract";

/** A message with files that are to be fetched. Times in milliseconds since 1970, UTC. */
export interface MediaMessage {
  readonly id: string;
  readonly etag: string;
  readonly providerId: string;
  readonly files: readonly MediaFile[];
  /** When somebody is to try. Undefined: there is nothing to fetch. */
  readonly due: number | undefined;
  /** Whose it is; undefined: the gateway's own. */
  readonly owner: RowOwner | undefined;
}

/** What is changed of a message. */
export interface MediaChanges {
  readonly files?: readonly MediaFile[];
  /** Null: there is nothing to fetch any more. */
  readonly due: number | null;
}

/** A file as a note keeps it. */
export interface NoteFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What Dataverse says to a note: it is there (`isNew` or from before); it does not take such a file; the message is gone; the id is another note's. */
export type NoteOutcome = "kept" | "notAllowed" | "gone" | "taken";

/** The messages with files to fetch, those that are due first, and Dataverse's clock. @throws GatewayError */
export function readDue(
  connection: Connection,
  count: number,
): Promise<{ readonly messages: readonly MediaMessage[]; readonly readAt: number }> {
  // Who may write messages can write any address into one. Only those that the gateway has made count: who made a row is written by Dataverse.
  const filter = '<condition attribute="msgn_mediadue" operator="not-null"/><condition attribute="createdby" operator="eq-userid"/>';
  return read(connection, count, filter);
}

/** A message by its row id; undefined: there is none. @throws GatewayError */
export async function readMediaMessage(connection: Connection, id: string): Promise<MediaMessage | undefined> {
  const { messages } = await read(connection, 1, `<condition attribute="msgn_messageid" operator="eq" value="${xml(id)}"/>`);
  return messages[0];
}

async function read(connection: Connection, count: number, conditions: string) {
  const columns = ["msgn_messageid", "msgn_providermessageid", "msgn_media", "msgn_mediadue", "owninguser", "owningteam", "createdby"].map(
    (name) => `<attribute name="${name}"/>`,
  );
  const query = `<fetch top="${count}"><entity name="msgn_message">${columns.join("")}<order attribute="msgn_mediadue"/><filter>${conditions}</filter></entity></fetch>`;
  const path = `msgn_messages?fetchXml=${encodeURIComponent(query)}`;
  const { rows, readAt } = await rowsOf(connection, path, {}, deadlineOf(connection));
  return { messages: rows.map(messageOf), readAt };
}

function messageOf(row: Row): MediaMessage {
  const text = (column: string): string => (typeof row[column] === "string" ? row[column] : "");
  const due = Date.parse(text("msgn_mediadue"));
  return {
    id: textOf(row, "msgn_messageid"),
    etag: textOf(row, "@odata.etag"),
    providerId: text("msgn_providermessageid"),
    files: readMedia(text("msgn_media")),
    due: Number.isNaN(due) ? undefined : due,
    owner: ownerOf(text("_owningteam_value"), text("_owninguser_value"), text("_createdby_value")),
  };
}

function ownerOf(team: string, user: string, maker: string): RowOwner | undefined {
  if (team !== "") return { table: "team", id: team };
  return user === "" || user === maker ? undefined : { table: "systemuser", id: user };
}

/**
 * Writes changes if nobody has changed the message since it was read.
 *
 * @returns the new etag; undefined: somebody has, or it is gone
 * @throws GatewayError
 */
export async function writeMediaMessage(
  connection: Connection,
  { id, etag }: MediaMessage,
  { files, due }: MediaChanges,
): Promise<string | undefined> {
  const headers = { "Content-Type": "application/json", "If-Match": etag, Prefer: "return=representation" };
  const body = {
    ...(files === undefined ? {} : { msgn_media: writeMedia(files) }),
    msgn_mediadue: due === null ? null : webApiTime(new Date(due)),
  };
  const ask = { method: "PATCH", path: `msgn_messages(${id})?$select=msgn_mediadue`, headers, body: JSON.stringify(body) } as const;
  const { status, text } = await send(connection, ask, deadlineOf(connection));
  if (status < 300) return textOf(JSON.parse(text) as Row, "@odata.etag");
  if (status === 412 || status === 404) return undefined;
  throw new GatewayError(status, `The message could not be changed: ${status} ${errorText(text)}`);
}

/**
 * Keeps a file as a note of a message, under this id; once. The note is the message's owner's where the gateway's role allows that, so that it is read by whoever reads
 * the message (docs/reading-rights.md); else the gateway's own, as SMS Gateway allows.
 *
 * @throws GatewayError when Dataverse could not be reached, or the application user may not make notes
 */
export async function writeNote(
  connection: Connection,
  noteId: string,
  { id: messageId, owner }: Pick<MediaMessage, "id" | "owner">,
  file: NoteFile,
): Promise<NoteOutcome> {
  const body = {
    ...(owner ? { "ownerid@odata.bind": `/${owner.table}s(${owner.id})` } : {}),
    subject: file.name,
    filename: file.name,
    mimetype: file.type,
    documentbody: Buffer.from(file.bytes).toString("base64"),
    "objectid_msgn_message@odata.bind": `/msgn_messages(${messageId})`,
  };
  const headers = { "Content-Type": "application/json", "If-None-Match": "*" };
  const path = `annotations(${noteId})`;
  const { status, text } = await send(connection, { method: "PATCH", path, headers, body: JSON.stringify(body) }, deadlineOf(connection));
  if (status < 300) return "kept";
  if (status === 403 && owner) return writeNote(connection, noteId, { id: messageId, owner: undefined }, file);
  if (status === 412) return (await isNoteOf(connection, noteId, messageId)) ? "kept" : "taken";
  if (status === 404) return "gone";
  // Too large for the environment, or an extension that its administrator has blocked.
  if (status === 400 || status === 413) return "notAllowed";
  throw new GatewayError(status, `The file could not be kept: ${status} ${errorText(text)}`);
}

/** Whether the note is the gateway's own, and of this message: others it cannot read. */
async function isNoteOf(connection: Connection, noteId: string, messageId: string): Promise<boolean> {
  const path = `annotations(${noteId})?$select=_objectid_value`;
  const { status, text } = await send(connection, { method: "GET", path }, deadlineOf(connection));
  if (status === 403 || status === 404) return false;
  if (status >= 300) throw new GatewayError(status, `The note could not be read: ${status} ${errorText(text)}`);
  return String((JSON.parse(text) as Row)["_objectid_value"]).toLowerCase() === messageId.toLowerCase();
}

function deadlineOf({ patienceMs = Infinity }: Connection): number {
  return Date.now() + patienceMs;
}
