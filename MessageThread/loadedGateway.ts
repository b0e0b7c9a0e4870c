import type { ThreadActionGateway } from "../shared/thread/threadPorts";

/**
 * What a conversation's actions write to, whose code is in the bundle of the box: each waits until that is there. Of every method: @throws RequestFailed also where the bundle
 * cannot be had.
 * @param load makes the gateway once its code is there; called once, again only after a failure: a gateway remembers what the time is on the server
 */
export function loadedGateway(load: () => Promise<ThreadActionGateway>): ThreadActionGateway {
  let loaded: Promise<ThreadActionGateway> | null = null;
  const there = () =>
    (loaded ??= load().catch((failure: unknown) => {
      loaded = null;
      throw failure;
    }));
  return {
    readSession: async (id) => (await there()).readSession(id),
    claim: async (id, before) => (await there()).claim(id, before),
    giveBack: async (id, before, claim, as) => (await there()).giveBack(id, before, claim, as),
    writeDismissal: async (id, mark, subject) => (await there()).writeDismissal(id, mark, subject),
    readContactNumber: async (id) => (await there()).readContactNumber(id),
    setBlocked: async (id, block, etag) => (await there()).setBlocked(id, block, etag),
    closeSession: async (id, session) => (await there()).closeSession(id, session),
  };
}
