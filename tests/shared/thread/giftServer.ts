/** A server in memory on which a conversation can be given away. */
import type { RequestFailed } from "../../../shared/domain/failure";
import type { ClaimableSession } from "../../../shared/inbox/ports";
import { createGifts } from "../../../shared/thread/gifts";
import type { Gift, GiveGateway, NewestText } from "../../../shared/thread/givePorts";
import { createWorld } from "../inbox/laboratory";
import { ana, ben, frontDesk, NOON, session } from "../sessions";

/** A conversation of Ana's, as she sees it. */
export const janes = session({ status: "accepted", owner: ana });

/** What the server can refuse. */
type Call = "readSession" | "give" | "mayGive" | "takeBack";

/** Ana at a server with one conversation, which is hers; Ben and a team can be found. Until it is deleted from `refuse`, what is in there is refused. */
export function setUpGifts(refuse: Partial<Record<Call, RequestFailed | Error>> = {}) {
  const world = createWorld();
  const browser = world.tab(ana.id);
  let now: ClaimableSession = {
    etag: "1",
    status: "accepted",
    owner: ana,
    blocked: false,
    oldestUnreadAt: NOON - 1,
    now: NOON,
    isActive: true,
    acceptedOn: null,
    acceptedBy: "",
    given: null,
    changedBy: { id: ana.id, name: ana.name },
  };
  /** Whether an answer of Ana's waits for the gateway. */
  let isUnsent = false;
  /** Whether Ana's own roles let her give it. */
  let mayGive = true;
  let newest: NewestText | null = null;
  const check = (call: Call) => {
    const failure = refuse[call];
    if (failure) throw failure;
  };
  const gateway: GiveGateway = {
    readSession: () =>
      Promise.resolve().then(() => {
        check("readSession");
        return now;
      }),
    findReceivers: (words) =>
      Promise.resolve({
        items: [ben, frontDesk].filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())),
        hasMore: false,
        isWithoutTeams: false,
      }),
    readNewestText: () => Promise.resolve(newest),
    hasUnsentAnswer: () => Promise.resolve(isUnsent),
    give(_, { to }: Gift) {
      return Promise.resolve().then(() => {
        check("give");
        now = { ...now, etag: "2", owner: { ...to, isDisabled: false } };
      });
    },
    mayGive: () =>
      Promise.resolve().then(() => {
        check("mayGive");
        return mayGive;
      }),
    takeBack(_, { before }: Gift) {
      return Promise.resolve().then(() => {
        check("takeBack");
        now = { ...before, etag: "3" };
      });
    },
  };
  let changes = 0;
  const gifts = createGifts({ userId: ana.id, gateway, browser, channel: browser.channel, onChanged: () => (changes += 1) });
  return {
    world,
    gifts,
    refuse,
    owner: () => now.owner.name,
    changes: () => changes,
    give: () => gifts.give(janes, ben, ""),
    leaveUnsent: () => (isUnsent = true),
    forbid: () => (mayGive = false),
    write: () => (newest = { id: "1", readOn: NOON - 1 }),
    change: (more: Partial<ClaimableSession>) => (now = { ...now, ...more }),
    notice: () => gifts.getSnapshot().notice,
    trouble: () => gifts.getSnapshot().trouble,
  };
}
