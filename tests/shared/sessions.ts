/** Builders for sessions as a test needs them: name what matters, the rest is plausible. */
import type { NumberBlock } from "../../shared/domain/numberBlock";
import type { Circumstances } from "../../shared/domain/offers";
import type { InboxSession, Owner } from "../../shared/domain/session";

export const MINUTE = 60_000;
export const NOON = Date.UTC(2026, 10, 22, 12);

export const ana: Owner = { id: "a0000000-0000-0000-0000-00000000000a", name: "Ana Ruiz", kind: "user", isDisabled: false };
export const ben: Owner = { id: "b0000000-0000-0000-0000-00000000000b", name: "Ben Okafor", kind: "user", isDisabled: false };
export const frontDesk: Owner = { id: "f0000000-0000-0000-0000-00000000000f", name: "Front Desk", kind: "team", isDisabled: false };
export const gatewayUser: Owner = { id: "90000000-0000-0000-0000-000000000009", name: "SMS Gateway", kind: "user", isDisabled: false };

/** A session on first contact: one unread message, a minute old at noon. */
export function session(overrides: Partial<InboxSession> = {}): InboxSession {
  const newestUnreadAt = overrides.newestUnreadAt ?? NOON - MINUTE;
  return {
    id: "50000000-0000-0000-0000-000000000001",
    contactNumberId: "c0000000-0000-0000-0000-000000000001",
    phoneNumber: "+15550100",
    contactName: "Jane Doe",
    businessNumber: "+15550999",
    isOptedOut: false,
    status: "new",
    owner: gatewayUser,
    unread: 1,
    oldestUnreadAt: newestUnreadAt,
    newestUnreadAt,
    dismissal: null,
    given: null,
    ...overrides,
  };
}

/** A number that Ana blocked a minute before noon, without an end. */
export function numberBlock(overrides: Partial<NumberBlock> = {}): NumberBlock {
  return { on: NOON - MINUTE, by: ana.id, reason: "", until: null, ...overrides };
}

/** Ben looks at noon, takeover after 15 minutes. */
export function circumstances(overrides: Partial<Circumstances> = {}): Circumstances {
  return { viewer: { userId: ben.id, mayBlock: true }, now: NOON, idleTimeout: 15 * MINUTE, ...overrides };
}
