/** @jest-environment jsdom */
import "./nodeGlobals";
import { runInThisContext } from "node:vm";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { openChannel } from "../../shared/browser/channel";
import type { ChannelMessage } from "../../shared/inbox/ports";
import { openControl } from "./openControl";
import { setControlScene } from "./setControlScene";

// The tests' browser has no channel between tabs; Node's is the same. What a window keeps open must not keep the run from ending.
const NodeChannel = runInThisContext("BroadcastChannel") as new (name: string) => BroadcastChannel & { unref(): void };
globalThis.BroadcastChannel = class extends NodeChannel {
  constructor(name: string) {
    super(name);
    this.unref();
  }
};

const ACCEPTED = 864500001;
const scene = setControlScene();

/** Ana's conversation, and what her other tabs hear of it; from now on the server asks to be left alone for seven seconds. */
async function openBeforeTrouble() {
  const me = scene.dataverse.idOf("ana");
  const session = { msgn_sessionstatus: ACCEPTED, "ownerid@odata.bind": `/systemusers(${me})` };
  const sessionId = scene.dataverse.text("+15550100", { session });
  openControl(scene.dataverse, "ana", { sessionId });
  const box = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Reply" });
  await screen.findByText("Message 1");
  const heard: ChannelMessage[] = [];
  const otherTab = openChannel(me);
  otherTab.listen((message) => void heard.push(message));
  globalThis.fetch = () => Promise.resolve(new Response("{}", { status: 429, headers: { "Retry-After": "7" } }));
  return { box, heard, close: () => otherTab.close() };
}

const BUSY = { type: "busy", ms: 7_000 };

describe("a server that asks to be left alone", () => {
  it("is left alone by all tabs, once an action in the conversation was told so", async () => {
    const { heard, close } = await openBeforeTrouble();
    fireEvent.click(screen.getByRole("button", { name: "Close Conversation" }));
    await waitFor(() => expect(heard).toContainEqual(BUSY));
    close();
  });

  it("is left alone by all tabs, once a text that is sent was told so", async () => {
    const { box, heard, close } = await openBeforeTrouble();
    fireEvent.change(box, { target: { value: "Yes, we are open." } });
    fireEvent.click(screen.getByRole("button", { name: "Send" }));
    await waitFor(() => expect(heard).toContainEqual(BUSY));
    close();
  });
});
