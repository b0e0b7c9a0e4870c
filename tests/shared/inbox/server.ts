/** A server behind the gateway port: rows with etags in memory, answers that a test can hold back or refuse. */
import { NO_ALERTS } from "../../../shared/domain/alerts";
import type { AlertSettings } from "../../../shared/domain/alerts";
import type { InboxSession, Owner } from "../../../shared/domain/session";
import { NO_SETTINGS } from "../../../shared/domain/settings";
import type { AgentSettings } from "../../../shared/domain/settings";
import type { Mark } from "../../../shared/domain/session";
import { DEFAULT_CONFIGURATION } from "../../../shared/domain/configuration";
import type { Configuration } from "../../../shared/domain/configuration";
import { RequestFailed } from "../../../shared/domain/failure";
import { isInForce } from "../../../shared/domain/numberBlock";
import type { NumberBlock } from "../../../shared/domain/numberBlock";
import { utc } from "../../../shared/domain/utc";
import type { AgentGateway, Browser, InboxGateway } from "../../../shared/inbox/ports";
import { MINUTE, NOON } from "../sessions";

declare const PRODUCT_VERSION: string;

/** One call that a gateway made. */
export type Call = keyof (InboxGateway & AgentGateway);

/** The truth, and what happens to requests. */
export interface Server {
  readonly sessions: Map<string, InboxSession>;
  /** By the contact number's id. */
  readonly blocked: Map<string, NumberBlock>;
  /** By session id: how many messages its owner's form has marked read. */
  readonly marked: Map<string, number>;
  readonly calls: Call[];
  configuration: Configuration;
  alerts: AlertSettings;
  now: number;
  /** What the agents' browsers have told of their lists before. */
  lastList: string;
  mayUse: boolean;
  /** Called before each request is carried out, and after: throw to refuse it (before) or to lose its answer (after). */
  before: (call: Call) => Promise<void> | void;
  after: (call: Call) => Promise<void> | void;
  /** Anything touched the session's row. */
  touch(id: string): void;
  gatewayOf(owner: Owner, browser: Browser): InboxGateway & AgentGateway;
}

/** Makes a server that knows these sessions; takeover after 15 minutes. */
export function createServer(...sessions: readonly InboxSession[]): Server {
  const dismissals = new Map<string, Mark>();
  const settings = new Map<string, AgentSettings>();
  const versions = new Map<string, number>();
  /** By session id: who changed it last, and when and by whom it was accepted. */
  const changers = new Map<string, Owner>();
  const accepted = new Map<string, { readonly on: number; readonly by: string }>();
  const etag = (id: string) => `W/"${versions.get(id) ?? 1}"`;
  const isBlocked = (id: string): boolean => {
    const block = server.blocked.get(id);
    return block !== undefined && isInForce(block.until, server.now);
  };
  const settingsOf = (id: string): AgentSettings => settings.get(id) ?? { ...NO_SETTINGS, ...server.alerts, lastList: server.lastList };
  const need = (id: string): InboxSession => {
    const found = server.sessions.get(id);
    if (!found) throw new RequestFailed("gone");
    return found;
  };
  const server: Server = {
    sessions: new Map(sessions.map((session) => [session.id, session])),
    blocked: new Map(),
    marked: new Map(),
    calls: [],
    configuration: { ...DEFAULT_CONFIGURATION, idleTimeout: 15 * MINUTE },
    alerts: NO_ALERTS,
    now: NOON,
    lastList: `${utc(NOON, 10)} ${PRODUCT_VERSION};`,
    mayUse: true,
    before: () => undefined,
    after: () => undefined,
    touch: (id) => versions.set(id, (versions.get(id) ?? 1) + 1),
    gatewayOf(owner, browser) {
      const ask = async <T>(call: Call, carryOut: () => T): Promise<T> => {
        server.calls.push(call);
        await server.before(call);
        const result = carryOut();
        await server.after(call);
        return result;
      };
      const check = (id: string, expected: string) => {
        if (etag(id) !== expected) throw new RequestFailed("stale");
        server.touch(id);
      };
      return {
        readProfile: () =>
          ask("readProfile", () => ({
            viewer: { userId: owner.id, mayBlock: true },
            mayUse: server.mayUse,
            configuration: server.configuration,
            settings: settingsOf(owner.id),
            allowed: { sound: true, desktop: true },
          })),
        writeSettings: (wanted) => ask("writeSettings", () => void settings.set(owner.id, { ...settingsOf(owner.id), ...wanted })),
        noteList: (lastList) => ask("noteList", () => void settings.set(owner.id, { ...settingsOf(owner.id), lastList })),
        readInbox: () => {
          const sentAt = browser.now();
          return ask("readInbox", () => ({
            now: server.now,
            isLowerBound: false,
            sentAt,
            sessions: [...server.sessions.values()]
              .filter(({ contactNumberId, unread }) => unread > 0 && !isBlocked(contactNumberId))
              .map((session) => ({ ...session, dismissal: dismissals.get(session.id + owner.id) ?? null })),
          }));
        },
        readPreviews: (wanted) => ask("readPreviews", () => new Map(wanted.map(({ id }) => [id, `text of ${id.slice(-1)}`]))),
        readSession: (id) =>
          ask("readSession", () => {
            const { status, owner: holder, contactNumberId, unread, oldestUnreadAt, given } = need(id);
            return {
              etag: etag(id),
              status,
              owner: holder,
              blocked: isBlocked(contactNumberId),
              oldestUnreadAt: unread > 0 ? oldestUnreadAt : server.now,
              now: server.now,
              isActive: true,
              acceptedOn: accepted.get(id)?.on ?? null,
              acceptedBy: accepted.get(id)?.by ?? "",
              given,
              changedBy: changers.get(id) ?? { id: "", name: "" },
            };
          }),
        claim: (id, { etag: expected }) =>
          ask("claim", () => {
            const found = need(id);
            check(id, expected);
            server.sessions.set(id, { ...found, status: "accepted", owner });
            changers.set(id, owner);
            accepted.set(id, { on: server.now, by: owner.id });
            return { etag: etag(id), at: server.now };
          }),
        giveBack: (id, { status, owner: holder, acceptedOn, acceptedBy }, claim) =>
          ask("giveBack", () => {
            const found = need(id);
            check(id, claim.etag);
            server.sessions.set(id, { ...found, status, owner: holder, unread: Math.max(found.unread, server.marked.get(id) ?? 0) });
            server.marked.delete(id);
            changers.set(id, owner);
            if (acceptedOn === null) accepted.delete(id);
            else accepted.set(id, { on: acceptedOn, by: acceptedBy });
          }),
        writeDismissal: (id, mark) =>
          ask("writeDismissal", () => {
            if (mark) dismissals.set(id + owner.id, mark);
            else dismissals.delete(id + owner.id);
          }),
        readContactNumber: (id) =>
          ask("readContactNumber", () => ({ etag: etag(id), block: server.blocked.get(id) ?? null, now: server.now })),
        setBlocked: (id, block, expected) =>
          ask("setBlocked", () => {
            check(id, expected);
            if (block) server.blocked.set(id, block);
            else server.blocked.delete(id);
            return etag(id);
          }),
      };
    },
  };
  return server;
}
