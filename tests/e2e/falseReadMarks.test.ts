/** View Message, with the answer to what marks the messages read replaced by something with status 200 that is not Dataverse's: nothing is taken for read that is not. */
import { isLong } from "../effort";
import { eventually, navigate } from "./browser";
import { answerFalsely, casesOf, FALSE_BATCH_ANSWERS } from "./falseAnswers";
import { setScene } from "./oneConversation";

jest.setTimeout(90_000);

const scene = setScene();

type Row = Readonly<Record<string, unknown>>;
const rows = async (path: string): Promise<readonly Row[]> =>
  (await scene.sandbox.api("root", "GET", path)).body["value"] as readonly Row[];
const isRead = async (): Promise<boolean> => (await rows("msgn_messages?$filter=msgn_readon eq null")).length === 0;

describe("View Message", () => {
  /** The conversation becomes Ana's, with a message that she has not read. */
  beforeEach(async () => {
    const { ana, sandbox } = scene;
    const [session] = await rows(`msgn_sessions?$filter=startswith(msgn_name,'${scene.name}')`);
    const id = String(session?.["msgn_sessionid"]);
    expect((await sandbox.api("ana", "PATCH", `msgn_sessions(${id})`, { msgn_sessionstatus: 864500001 })).status).toBe(204);
    const owner = { "ownerid@odata.bind": `/systemusers(${String((await sandbox.api("ana", "GET", "WhoAmI")).body["UserId"])})` };
    expect((await sandbox.api("ana", "PATCH", `msgn_sessions(${id})`, owner)).status).toBe(204);
    await navigate(ana, "Contacts");
    await ana.notification(scene.name).getByRole("button", { name: "View Message" }).waitFor();
  });

  it.each([
    ...casesOf([["the read marks", { method: "POST", path: "$batch" }]], FALSE_BATCH_ANSWERS),
    // Each takes ten seconds.
    ...(isLong ? casesOf([["what is to be marked", { method: "GET", path: "msgn_messages?$select=msgn_receivedon" }]]) : []),
  ])("where %s are answered with %s, counts the message again, and marks it the next time", async (_, __, answer, asked) => {
    const { ana } = scene;
    const stop = await answerFalsely(ana.page, asked, answer);
    await ana.press(scene.name, "View Message");
    await ana.expectUnread(0);
    // The conversation's form has not said within ten seconds that it is done: the list asks the server.
    await ana.expectUnread(1);
    expect(await stop()).toBeGreaterThan(0);
    expect([await isRead(), await ana.conversation(scene.name).region.isVisible()]).toEqual([false, true]);
    // What was seen is marked when the conversation is left, at the latest.
    await ana.closeConversation();
    await ana.expectUnread(0);
    await eventually(async () => expect(await isRead()).toBe(true));
    expect(ana.errors).toEqual([]);
  });
});
