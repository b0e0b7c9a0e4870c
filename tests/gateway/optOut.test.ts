import { deliver, optOutWord } from "../../gateway/contract";
import { optOutChange } from "../../gateway/contract/optOut";
import type { Connection, InboundSms } from "../../gateway/contract";
import type { Sandbox } from "../../sandbox";
import { ask, askWebApi, rows } from "../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "../demo/server";
import { meanwhile, watched } from "./watchedConnection";
import type { Sent } from "./watchedConnection";

describe("the words of a text", () => {
  it.each(["STOP", "stop", " Stop\n", "STOPALL", "unsubscribe", "Cancel", "END", "quit", "Revoke", "OPTOUT"])("opt out: %j", (text) => {
    expect(optOutWord(text)).toBe("stop");
  });
  it.each(["START", "start", "Unstop", "\u00a0YES "])("opt in again: %j", (text) => {
    expect(optOutWord(text)).toBe("start");
  });
  it.each(["HELP", "info"])("ask how it works: %j", (text) => {
    expect(optOutWord(text)).toBe("help");
  });
  it.each(["", "STOP.", "Please stop", "stop it", "STOP STOP", "nonstop", "yes please", "ſtop"])(
    "ask for nothing of the kind: %j",
    (text) => {
      expect(optOutWord(text)).toBeUndefined();
    },
  );
});

describe("a STOP and a START that came within a second of each other", () => {
  const [nine, ten, eleven] = ["2026-11-27T10:00:09Z", "2026-11-27T10:00:10Z", "2026-11-27T10:00:11Z"] as const;
  const changedAt = (time: string) => ({ optOutChangedOn: Date.parse(time) });

  it("end with no messages where the STOP seems the older one by a second, as repeats are counted back in whole seconds", () => {
    expect(optOutChange("stop", nine, changedAt(ten))).toEqual({ msgn_optedouton: nine, msgn_optoutchangedon: ten });
    expect(optOutChange("stop", nine, changedAt(eleven))).toEqual({});
  });

  it("count by their times where the START is the older one", () => {
    expect(optOutChange("start", nine, { ...changedAt(ten), optedOutOn: Date.parse(ten) })).toEqual({});
    expect(optOutChange("start", eleven, { ...changedAt(ten), optedOutOn: Date.parse(ten) })).toEqual({
      msgn_optedouton: null,
      msgn_optoutchangedon: eleven,
    });
  });
});

describe("a contact number's opt-out", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  }, buildTimeout);
  afterAll(() => sandbox.close());

  let made = 0;
  let from = "";
  beforeEach(() => {
    from = `+155504${String((made += 1)).padStart(2, "0")}`;
  });
  const start = Date.now() - 3_600_000;
  /** A time some minutes after the first, as it is kept. */
  const at = (minute: number): string => new Date(start + minute * 60_000).toISOString().replace(/\.\d+Z$/, "Z");
  const text = (minute: number, body: string, more: Partial<InboundSms> = {}): InboundSms => {
    made += 1;
    return { id: `opt-${made}`, from, to: "+15550999", body, receivedAt: new Date(at(minute)), ...more };
  };
  const send = (minute: number, body: string, more: Partial<InboundSms> = {}, connection: Connection = sandbox.connect("gateway")) =>
    deliver(connection, text(minute, body, more));
  const state = async (): Promise<unknown[]> => {
    const [row] = await rows(sandbox.port, "root", `msgn_contactnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(from)}'`);
    return [row?.["msgn_optedouton"] ?? null, row?.["msgn_optoutchangedon"] ?? null];
  };
  const bodies = async (): Promise<unknown[]> => {
    const all = await rows(sandbox.port, "root", "msgn_messages?$select=msgn_body&$expand=msgn_sessionid($select=msgn_name)");
    const isOurs = (session: unknown): boolean => String((session as Record<string, unknown>)["msgn_name"]).startsWith(from);
    return all.filter((row) => isOurs(row["msgn_sessionid"])).map((row) => row["msgn_body"]);
  };

  it("is set by STOP, also of a number that nobody has seen, and the agents see the text", async () => {
    await send(1, "Stop");
    expect(await state()).toEqual([at(1), at(1)]);
    expect(await bodies()).toEqual(["Stop"]);
  });

  it("keeps the first time, is cleared by START, and can be set again", async () => {
    await send(1, "Hi");
    expect(await state()).toEqual([null, null]);
    await send(2, "STOP");
    await send(3, "quit");
    expect(await state()).toEqual([at(2), at(3)]);
    await send(4, "HELP");
    await send(5, "Stop that please");
    expect(await state()).toEqual([at(2), at(3)]);
    await send(6, "unstop");
    expect(await state()).toEqual([null, at(6)]);
    await send(7, "STOP");
    expect(await state()).toEqual([at(7), at(7)]);
  });

  it("goes by what the provider says, where it says something", async () => {
    await send(1, "ARRET", { optOut: "stop" });
    expect(await state()).toEqual([at(1), at(1)]);
    await send(2, "STOP", { optOut: "help" });
    expect(await state()).toEqual([at(1), at(1)]);
    await send(3, "Bonjour", { optOut: "start" });
    expect(await state()).toEqual([null, at(3)]);
  });

  it("counts for the customer, whichever of our numbers was written to", async () => {
    await send(1, "STOP");
    await send(2, "START", { to: "+15550998" });
    expect(await state()).toEqual([null, at(2)]);
  });

  it.each([
    ["STOP", "START", null],
    ["START", "STOP", 2],
  ])("does not follow an older %s that arrives after a newer %s", async (older, newer, out) => {
    await send(2, newer);
    await send(1, older);
    expect(await state()).toEqual([out === null ? null : at(out), at(2)]);
    expect(await bodies()).toHaveLength(2);
  });

  it("does not follow an older START that arrives between two STOPs", async () => {
    await send(1, "STOP");
    await send(3, "STOP");
    await send(2, "START");
    expect(await state()).toEqual([at(1), at(3)]);
  });

  it("goes by the order of arrival within one second, which is all that is kept of a time", async () => {
    await send(1, "STOP");
    await send(1, "START");
    expect(await state()).toEqual([null, at(1)]);
  });

  it("is not changed by a repeat of what was delivered before", async () => {
    const stop = text(1, "STOP");
    await deliver(sandbox.connect("gateway"), stop);
    await send(2, "START");
    expect((await deliver(sandbox.connect("gateway"), { ...stop, receivedAt: new Date(at(3)) })).isNew).toBe(false);
    expect(await state()).toEqual([null, at(2)]);
  });

  it.each([
    ["STOP", 1, "START", 2, null, 2],
    ["START", 2, "STOP", 1, null, 2],
    ["START", 1, "STOP", 2, 2, 2],
    ["STOP", 2, "START", 1, 2, 2],
    ["STOP", 1, "STOP", 2, 2, 2],
  ])("follows the newer of two texts that cross: %s of minute %d, and meanwhile %s of minute %d", async (...given) => {
    const [outer, outerMinute, inner, innerMinute, out, changed] = given;
    await send(0, "Hi");
    await send(
      outerMinute,
      outer,
      {},
      meanwhile(sandbox, () => send(innerMinute, inner)),
    );
    expect(await state()).toEqual([out === null ? null : at(out), at(changed)]);
  });

  it("follows a START that crosses a second STOP", async () => {
    await send(1, "STOP");
    await send(
      2,
      "START",
      {},
      meanwhile(sandbox, () => send(3, "STOP")),
    );
    expect(await state()).toEqual([at(1), at(3)]);
  });

  it("stays with the number of a customer who is bound at the same time", async () => {
    const contact = "0f0e0d0c-0b0a-4908-8706-050403020401";
    await askWebApi(sandbox.port, "root", `contacts(${contact})`, { method: "PATCH", body: { lastname: "Doe" } });
    await send(0, "Hi");
    await deliver(sandbox.connect("gateway"), text(1, "STOP"), { table: "contact", id: contact, name: "Doe" });
    const [row] = await rows(sandbox.port, "root", `msgn_contactnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(from)}'`);
    expect(row).toMatchObject({ msgn_optedouton: at(1), _msgn_customerid_value: contact });
  });

  it("is written in the message's change set: both or none", async () => {
    const sent: Sent[] = [];
    await send(
      1,
      "STOP",
      {},
      watched(sandbox, (request) => void sent.push(request)),
    );
    const batches = sent.filter(({ url }) => url.endsWith("$batch"));
    expect(batches).toHaveLength(1);
    expect(batches[0]?.body).toMatch(/msgn_optedouton[\s\S]*msgn_body/);
    await ask(sandbox.port, "/sandbox/faults", { method: "POST", body: { path: "msgn_messages", part: true, status: 400, times: 1 } });
    await expect(send(2, "START")).rejects.toMatchObject({ name: "GatewayError" });
    expect(await state()).toEqual([at(1), at(1)]);
  });

  it("leaves blocked numbers blocked", async () => {
    const { contactNumberId } = await send(1, "Hi");
    const block = { statecode: 1, statuscode: 2 };
    await askWebApi(sandbox.port, "root", `msgn_contactnumbers(${contactNumberId})`, { method: "PATCH", body: block });
    await send(2, "STOP");
    expect(await state()).toEqual([at(2), at(2)]);
    const row = (await askWebApi(sandbox.port, "root", `msgn_contactnumbers(${contactNumberId})`)).json();
    expect(row).toMatchObject(block);
  });
});
