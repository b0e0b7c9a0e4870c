import { errorOf, openDesk } from "./desk";
import type { Desk, Row } from "./desk";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const phones = async (): Promise<unknown[]> => {
  const { value } = await desk.as("kim").retrieveMultiple<Row>({ collection: "sample_customernumbers", orderBy: ["createdon"] });
  return value.map((row) => row["sample_phonenumber"]);
};
/** What a batch answers for requests that were queued; the single promises never settle, as the client says. */
const queue = (work: Promise<unknown>): void => void work.catch(() => undefined);
/** An error inside a batch as the client shows it: the body whole, beside the status. */
const inBatch = (status: number, code: string): object => ({
  status,
  error: { code, message: expect.stringMatching(/\w+ \w+/) as unknown },
});

describe("a batch, by a client that was written for Dataverse", () => {
  it("makes rows in one change set that refer to each other by content id", async () => {
    const bot = desk.as("bot");
    bot.startBatch();
    queue(bot.create({ collection: "sample_customernumbers", data: { sample_phonenumber: "+1" }, contentId: "number" }));
    queue(
      bot.create({
        collection: "sample_tickets",
        data: { sample_name: "In a batch", sample_queue: "1", "sample_customernumberid@odata.bind": "$number" },
        contentId: "ticket",
      }),
    );
    queue(bot.create({ collection: "sample_notes", data: { sample_externalid: "n1", "sample_ticketid@odata.bind": "$ticket" } }));
    const [numberId, ticketId, noteId] = (await bot.executeBatch()) as string[];
    const note = await desk.as("kim").retrieve<Row>({ collection: "sample_notes", key: noteId ?? "", select: ["_sample_ticketid_value"] });
    expect(note["_sample_ticketid_value"]).toBe(ticketId);
    const ticket = await desk
      .as("kim")
      .retrieve<Row>({ collection: "sample_tickets", key: ticketId ?? "", select: ["_sample_customernumberid_value"] });
    expect(ticket["_sample_customernumberid_value"]).toBe(numberId);
  });

  it("does nothing of a change set of which one part is refused, and tells that part's error", async () => {
    const before = await phones();
    const bot = desk.as("bot");
    bot.startBatch();
    queue(bot.create({ collection: "sample_customernumbers", data: { sample_phonenumber: "+2" } }));
    queue(bot.create({ collection: "sample_customernumbers", data: { sample_phonenumber: "+1" } }));
    const errors = (await errorOf(bot.executeBatch())) as unknown as readonly unknown[];
    expect(errors).toMatchObject([inBatch(412, "0x80060892")]);
    expect(await phones()).toEqual(before);
  });

  it("reads and writes one after the other outside of a change set, and goes on after an error where told to", async () => {
    const bot = desk.as("bot");
    bot.startBatch();
    queue(bot.create({ collection: "sample_customernumbers", data: { sample_phonenumber: "+3" }, inChangeSet: false }));
    queue(bot.retrieveMultiple({ collection: "sample_nothings" }));
    queue(bot.retrieveMultiple({ collection: "sample_customernumbers", filter: "sample_phonenumber eq '+3'" }));
    const [made, failed, read] = (await bot.executeBatch({ continueOnError: true })) as [string, unknown, { value: Row[] }];
    expect(failed).toMatchObject(inBatch(404, "0x8006088a"));
    expect(read.value.map((row) => row["sample_customernumberid"])).toEqual([made]);
  });

  it("holds an etag for each part, and is refused whole where one is stale", async () => {
    const { ticketId, numberId } = await desk.ticket("+4");
    const key = { collection: "sample_tickets", key: ticketId };
    const etag = String((await desk.as("kim").retrieve<Row>(key))["@odata.etag"]);
    await desk.as("lee").update({ ...key, data: { sample_name: "Lee's" } });
    const kim = desk.as("kim");
    kim.startBatch();
    queue(kim.update({ collection: "sample_customernumbers", key: numberId, data: { statecode: 1 } }));
    queue(kim.update({ ...key, data: { sample_name: "Kim's" }, ifmatch: etag }));
    const errors = (await errorOf(kim.executeBatch())) as unknown as readonly unknown[];
    expect(errors).toMatchObject([inBatch(412, "0x80060882")]);
    expect(await desk.as("kim").retrieve<Row>({ collection: "sample_customernumbers", key: numberId })).toMatchObject({ statecode: 0 });
  });

  it("carries FetchXML that is too long for an address, as the client does by itself", async () => {
    const condition = Array.from({ length: 400 }, (_, number) => `<value>+49301${String(number).padStart(60, "0")}</value>`).join("");
    const fetchXml = `<fetch><entity name="sample_customernumber"><filter><condition attribute="sample_phonenumber" operator="in"><value>+1</value>${condition}</condition></filter></entity></fetch>`;
    const { value } = await desk.as("kim").fetch<Row>({ collection: "sample_customernumbers", fetchXml });
    expect(value.map((row) => row["sample_phonenumber"])).toEqual(["+1"]);
    const asked = (await (await fetch(`${desk.sandbox.url}sandbox/requests?user=kim`)).json()) as { url: string }[];
    expect(asked.at(-1)?.url).toBe("/api/data/v9.2/$batch");
  });
});
