import type { ClaimableSession } from "../../../shared/inbox/ports";
import { NOON } from "../sessions";

/** A new session of the gateway's user as a claim reads it; with these of its properties. */
export function claimable(overrides: Partial<ClaimableSession> = {}): ClaimableSession {
  return {
    etag: 'W/"1"',
    status: "new",
    owner: { id: "a0000000-0000-0000-0000-000000000009", name: "Gateway", kind: "user", isDisabled: false },
    blocked: false,
    oldestUnreadAt: NOON,
    now: NOON,
    isActive: true,
    acceptedOn: null,
    acceptedBy: "",
    given: null,
    changedBy: { id: "", name: "" },
    ...overrides,
  };
}
