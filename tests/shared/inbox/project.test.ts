/** Whatever was shown before, a state is shown the same: what is taken over from the last snapshot is a matter of cost alone. */
import fc from "fast-check";
import { PRIVILEGES } from "../../../shared/dataverse/names";
import { profileOf } from "../../../shared/dataverse/profile";
import type { InboxSession } from "../../../shared/domain/session";
import { INITIAL_STATE } from "../../../shared/inbox/inboxState";
import type { InboxState } from "../../../shared/inbox/inboxState";
import type { Overlay } from "../../../shared/inbox/overlay";
import { project } from "../../../shared/inbox/project";
import type { InboxSnapshot } from "../../../shared/inbox/snapshot";
import { tries } from "../../hostile";
import { ana, ben, frontDesk, MINUTE, NOON, session } from "../sessions";

const IDS = ["1", "2", "3"];
const id = (end: string) => `50000000-0000-0000-0000-00000000000${end}`;
const known = profileOf(ben.id, new Set(Object.values(PRIVILEGES)));
const withTimeout = (minutes: number) => ({ ...known, configuration: { ...known.configuration, idleTimeout: minutes * MINUTE } });
const profile = withTimeout(15);
const otherProfile = withTimeout(5);

const aSession = fc.record({
  end: fc.constantFrom(...IDS),
  status: fc.constantFrom("new" as const, "accepted" as const),
  owner: fc.constantFrom(ana, ben, frontDesk),
  idleTimeout: fc.constantFrom<InboxSession["idleTimeout"]>("configured", null, 2 * MINUTE),
  minutes: fc.integer({ min: 0, max: 30 }),
  isDismissed: fc.boolean(),
});

type OneSession = typeof aSession extends fc.Arbitrary<infer Item> ? Item : never;

interface Change {
  readonly sessions?: readonly OneSession[];
  readonly profile?: typeof profile;
  /** The others of the list stay the very same, as after an answer that says the same of them. */
  readonly one?: OneSession;
  readonly overlay?: (Pick<Overlay, "action" | "phase"> & { readonly end: string }) | null;
  readonly preview?: string;
  readonly panelOpen?: boolean;
  readonly minutesGoBy?: number;
}

const anOverlay = fc.record({
  end: fc.constantFrom(...IDS),
  action: fc.constantFrom("accept" as const, "dismiss" as const, "view" as const),
  phase: fc.constantFrom("pending" as const, "done" as const),
});

const anAnswer: fc.Arbitrary<Change> = fc.record({ sessions: fc.uniqueArray(aSession, { selector: ({ end }) => end, maxLength: 3 }) });
/** What changes from one moment to the next. */
const aChange: fc.Arbitrary<Change> = fc.oneof(
  anAnswer,
  { weight: 3, arbitrary: fc.record({ one: aSession }) },
  fc.record({ profile: fc.constantFrom(profile, otherProfile) }),
  fc.record({ overlay: fc.option(anOverlay) }),
  fc.record({ preview: fc.constantFrom(...IDS) }),
  fc.record({ panelOpen: fc.boolean() }),
  { weight: 4, arbitrary: fc.record({ minutesGoBy: fc.integer({ min: -15, max: 20 }) }) },
);

function asSession({ end, minutes, isDismissed, ...rest }: OneSession): InboxSession {
  const newestUnreadAt = NOON - minutes * MINUTE;
  return session({ id: id(end), newestUnreadAt, dismissal: isDismissed ? { upTo: newestUnreadAt, count: 9 } : null, ...rest });
}

function changed(state: InboxState, change: Change): InboxState {
  const { one } = change;
  const others = (state.reading?.sessions ?? []).filter((other) => one && other.id !== id(one.end));
  const sessions = one ? [asSession(one), ...others] : change.sessions?.map(asSession);
  const overlay = change.overlay;
  const overlays: readonly Overlay[] = overlay
    ? [
        {
          id: 1,
          sessionId: id(overlay.end),
          contactNumberId: "",
          action: overlay.action,
          mark: { upTo: NOON, count: 9 },
          phase: overlay.phase,
          since: 0,
        },
      ]
    : [];
  const shown = state.reading?.sessions ?? [];
  const previewed = shown.find((one) => one.id === id(change.preview ?? ""));
  return {
    ...state,
    profile: change.profile ?? state.profile,
    reading: sessions ? { sessions, now: NOON, isLowerBound: false, sentAt: 0 } : state.reading,
    overlays: "overlay" in change ? overlays : state.overlays,
    previews: previewed ? new Map([[previewed.id, { at: previewed.newestUnreadAt, text: "Hello" }]]) : state.previews,
    panelOpen: change.panelOpen ?? state.panelOpen,
    lookedAt: state.lookedAt + (change.minutesGoBy ?? 0) * MINUTE,
  };
}

it("shows a state as it would be shown first of all, after whatever was shown before", () => {
  fc.assert(
    fc.property(anAnswer, fc.array(aChange, { minLength: 1, maxLength: 12 }), (answer, changes) => {
      let state: InboxState = { ...INITIAL_STATE, profile, lookedAt: 0 };
      let last: InboxSnapshot | null = null;
      for (const change of [answer, ...changes]) {
        state = changed(state, change);
        last = project(state, last);
        // Of new objects: nothing that was made of the others can stand in for them.
        const asNew = { ...state, reading: structuredClone(state.reading) };
        expect(last).toEqual(project(asNew, null));
      }
    }),
    tries(500),
  );
});

it("shows by itself that a customer has waited too long, when nothing but the time has changed", () => {
  const sessions = [session({ status: "accepted", owner: ana, newestUnreadAt: NOON })];
  const at = (minutes: number): InboxState => ({
    ...INITIAL_STATE,
    profile,
    reading: { sessions, now: NOON, isLowerBound: false, sentAt: 0 },
    lookedAt: minutes * MINUTE,
  });
  let last: InboxSnapshot | null = null;
  const shown = [0, 14.9, 15, 16].map((minutes) => {
    last = project({ ...at(minutes) }, last);
    return last.notifications.map(({ actions }) => actions.join());
  });
  expect(shown).toEqual([[], [], ["assign"], ["assign"]]);
});
