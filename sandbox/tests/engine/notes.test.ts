/** Notes with files at the rows of a table that has notes. */
import { Bench, fetchPath, rowsOf } from "./bench";

const FILE = Buffer.from("a file of some bytes").toString("base64");
const NOTE_ID = "b0000000-0000-4000-8000-000000000001";

let bench: Bench;
let ticketId: string;
beforeEach(() => {
  bench = Bench.start();
  ({ ticketId } = bench.ticket());
});
afterEach(() => bench.close());

const noteOf = (id: string, more: object = {}) => ({
  subject: "Picture 1",
  filename: "picture-1.png",
  mimetype: "image/png",
  documentbody: FILE,
  "objectid_sample_ticket@odata.bind": `/sample_tickets(${id})`,
  ...more,
});

it("keeps a file with a row, and says its size and what the row is", () => {
  const id = bench.make("bot", "annotations", noteOf(ticketId));
  const columns = "subject,filename,mimetype,documentbody,filesize,isdocument,objecttypecode,_objectid_value";
  expect(bench.ask("kim", "GET", `annotations(${id})?$select=${columns}`).json).toMatchObject({
    subject: "Picture 1",
    filename: "picture-1.png",
    mimetype: "image/png",
    documentbody: FILE,
    filesize: 20,
    isdocument: true,
    objecttypecode: "sample_ticket",
    _objectid_value: ticketId,
  });
});

it("keeps a note without a file at a contact", () => {
  const contact = bench.make("root", "contacts", { lastname: "Doe" });
  const id = bench.make("root", "annotations", { notetext: "Likes tea.", "objectid_contact@odata.bind": `/contacts(${contact})` });
  expect(bench.ask("root", "GET", `annotations(${id})?$select=isdocument,filesize,objecttypecode`).json).toMatchObject({
    isdocument: false,
    filesize: 0,
    objecttypecode: "contact",
  });
});

it("makes one once under an id of the caller's, by If-None-Match", () => {
  const make = () => bench.ask("bot", "PATCH", `annotations(${NOTE_ID})`, { body: noteOf(ticketId), headers: { "if-none-match": "*" } });
  expect(make().status).toBe(204);
  expect(make().status).toBe(412);
});

it("finds the notes of a row by query and by FetchXML", () => {
  const id = bench.make("bot", "annotations", noteOf(ticketId));
  const other = bench.ticket("+4930200");
  bench.make("bot", "annotations", noteOf(other.ticketId));
  expect(rowsOf(bench.ask("kim", "GET", `annotations?$select=annotationid&$filter=_objectid_value eq ${ticketId}`))).toMatchObject([
    { annotationid: id },
  ]);
  const joined =
    '<fetch><entity name="annotation"><attribute name="filename"/><link-entity name="sample_ticket" from="sample_ticketid" to="objectid" alias="t">' +
    `<filter><condition attribute="sample_ticketid" operator="eq" value="${ticketId}"/></filter></link-entity></entity></fetch>`;
  expect(rowsOf(bench.ask("kim", "GET", fetchPath("annotations", joined)))).toMatchObject([{ annotationid: id }]);
});

it("refuses a file that is no base64, and a size that the caller makes up", () => {
  expect(bench.ask("bot", "POST", "annotations", { body: noteOf(ticketId, { documentbody: "<svg/>" }) }).status).toBe(400);
  expect(bench.ask("bot", "POST", "annotations", { body: noteOf(ticketId, { filesize: 1 }) }).status).toBe(400);
});

it("takes none at a table that has no notes", () => {
  const { numberId } = bench.ticket("+4930300");
  const body = { subject: "x", "objectid_sample_customernumber@odata.bind": `/sample_customernumbers(${numberId})` };
  expect(bench.ask("root", "POST", "annotations", { body }).status).toBe(400);
});

it("deletes the notes with their row", () => {
  bench.make("bot", "annotations", noteOf(ticketId));
  expect(bench.ask("root", "DELETE", `sample_tickets(${ticketId})`).status).toBe(204);
  expect(rowsOf(bench.ask("root", "GET", "annotations"))).toEqual([]);
});

describe("needs the privileges of notes", () => {
  it("Create to make one, Read to see one", () => {
    expect(bench.ask("kim", "POST", "annotations", { body: noteOf(ticketId) }).message).toContain("prvCreateNote");
    const id = bench.make("bot", "annotations", noteOf(ticketId));
    expect(bench.ask("pat", "GET", `annotations(${id})`).message).toContain("prvReadNote");
    expect(bench.ask("kim", "PATCH", `annotations(${id})`, { body: { subject: "other" } }).message).toContain("prvWriteNote");
  });

  it("its own at the level of a user: those of others are not there", () => {
    const id = bench.make("root", "annotations", noteOf(ticketId));
    expect(rowsOf(bench.ask("bot", "GET", "annotations"))).toEqual([]);
    expect(bench.ask("bot", "GET", `annotations(${id})`).status).toBe(403);
  });
});
