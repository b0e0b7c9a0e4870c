/** A thread in a tab of an agent's, in front of the sandbox's Dataverse. */
import { createActionGateway } from "../../../shared/dataverse/actionGateway";
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { closeSession } from "../../../shared/dataverse/closeSession";
import { createThreadGateway } from "../../../shared/dataverse/threadGateway";
import { createThread } from "../../../shared/thread/thread";
import type { Thread } from "../../../shared/thread/thread";
import type { ThreadGateway } from "../../../shared/thread/threadPorts";
import type { Login, TestDataverse } from "../../dataverse";
import { createWorld } from "../inbox/laboratory";
import type { BrowserWorld, Tab } from "../inbox/laboratory";

/** An open thread. */
export interface OpenThread {
  readonly thread: Thread;
  readonly tab: Tab;
  readonly world: BrowserWorld;
  /** Lets so much time pass (ms), in the browser and on the server, and what is under way come to its end. */
  pass(ms: number): Promise<void>;
}

/** Opens it, and waits for the first answer. `wrap` stands between browser and server, `breakIt` puts a bug into the port to the server. */
export async function openThread(
  dataverse: TestDataverse,
  login: Login,
  sessionId: string,
  wrap: (fetch: Fetch) => Fetch = (fetch) => fetch,
  breakIt: (gateway: ThreadGateway) => Partial<ThreadGateway> = () => ({}),
): Promise<OpenThread> {
  const world = createWorld((ms) => (dataverse.now += ms));
  const tab = world.tab(login);
  const client = createClient(wrap(dataverse.fetchAs(login)));
  const userId = dataverse.idOf(login);
  const gateway = createThreadGateway(client, userId, tab.now);
  const thread = createThread({
    sessionId,
    gateway: { ...gateway, ...breakIt(gateway) },
    actionGateway: {
      ...createActionGateway(client, userId, tab.now),
      closeSession: (id, session) => closeSession(client, id, session),
    },
    browser: tab,
    channel: tab.channel,
  });
  const pass = async (ms: number) => {
    await world.advance(ms);
    // What was asked is answered in steps of promises, without any time.
    for (let step = 0; step < 20; step += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  };
  await pass(0);
  return { thread, tab, world, pass };
}
