/** The panel alone in a page, over a list that a test changes as it likes: for what only a real layout can tell. Runs in the browser. */
import { ThemeProvider, createTheme } from "@fluentui/react";
import * as React from "react";
import { render } from "react-dom";
import { NotificationPanel } from "../../NotificationPanel/NotificationPanel";
import type { PanelStrings } from "../../NotificationPanel/panelStrings";
import { NO_SETTINGS } from "../../shared/domain/settings";
import type { InboxSession } from "../../shared/domain/session";
import { DEFAULT_CONFIGURATION } from "../../shared/domain/configuration";
import { INITIAL_STATE } from "../../shared/inbox/inboxState";
import type { InboxState } from "../../shared/inbox/inboxState";
import { project } from "../../shared/inbox/project";
import type { InboxSnapshot, NoticeKind } from "../../shared/inbox/snapshot";
import { createSeveral } from "../../shared/inbox/several";
import type { SeveralTools } from "../../shared/inbox/several";
import { createTimes } from "../../shared/ui/times";
import { ben, circumstances, gatewayUser, MINUTE, NOON, session } from "../shared/sessions";

/** What a test may do in the page, as `window.panelPage`. */
export interface PanelPage {
  /** Shows a list of so many new conversations, in these texts (null: the same as before), from left to right where nothing else is said. */
  open(texts: Record<string, string> | null, count: number, isRtl?: boolean): void;
  /** Something happens that the agent did not do; which, the number says. */
  happen(random: number): string;
  /** An answer that says the same again. */
  again(): void;
  /** An answer with one more conversation. */
  arrive(): void;
  /** A colleague accepts the conversation of this customer. */
  take(customer: string): void;
  /** A notice with Undo comes, or all notices go. */
  tell(isTold: boolean): void;
  /** Whose row is at this point of the window; "over" for what lies over the list, empty for nothing. */
  customerAt(x: number, y: number): string;
  /** What the agent has done, such as "accept Customer 3". */
  readonly performed: string[];
}

const TEXTS = [
  "Hi",
  "Is my bike ready? I would come today, if that is all right with you.",
  "One\ntwo\nthree\nfour",
  "",
  "Thanks! ".repeat(30),
];
const KINDS: readonly NoticeKind[] = ["dismissed", "taken", "failed", "blocked"];

let state: InboxState = INITIAL_STATE;
let last: InboxSnapshot | null = null;
let texts: Record<string, string> = {};
let made = 0;
let theme = createTheme({});
const heading = React.createRef<HTMLDivElement>();
const performed: string[] = [];
const nothing = () => {};

function nextSession(): InboxSession {
  made += 1;
  const end = String(made).padStart(12, "0");
  return session({
    id: `50000000-0000-0000-0000-${end}`,
    contactNumberId: `c0000000-0000-0000-0000-${end}`,
    phoneNumber: `+1555${end.slice(-6)}`,
    contactName:
      made % 7 === 0 ? null : `Customer ${made}${made % 5 === 0 ? " with a rather long name that no card can hold".repeat(2) : ""}`,
    newestUnreadAt: NOON + made * 1_000,
  });
}

const sessions = () => state.reading?.sessions ?? [];
const nameOf = (id: string) => sessions().find((one) => one.id === id)?.contactName ?? id;

// The same each time, as in the control: what did not change is not rendered again.
const TIMES = createTimes("en", () => 0);
const onPerform = (action: string, id: string) => void performed.push(`${action} ${nameOf(id)}`);
const onUndo = (id: number) => void performed.push(`undo ${id}`);
const onCloseNotice = (id: number) => show({ notices: state.notices.filter((one) => one.id !== id) });
const onBug = (bug: unknown) => {
  throw bug;
};

function show(change: Partial<InboxState>): void {
  state = { ...state, ...change };
  last = project(state, last);
  render(
    <ThemeProvider theme={theme} dir={theme.rtl ? "rtl" : "ltr"} style={{ height: "100%" }}>
      <NotificationPanel
        snapshot={last}
        strings={texts as PanelStrings}
        times={TIMES}
        heading={heading}
        onPerform={onPerform}
        onChanged={nothing}
        onUndo={onUndo}
        onCloseNotice={onCloseNotice}
        onHoldNotice={nothing}
        onRetry={nothing}
        onWantPreviews={nothing}
        onReached={nothing}
        onBug={onBug}
        isVisible
        settingsPort={SETTINGS}
        server={SERVER}
        several={SEVERAL}
        onRead={nothing}
        replyCode={REPLY_CODE}
        onClose={nothing}
        hasCloseButton={false}
        hasTitle
      />
    </ThemeProvider>,
    document.getElementById("panel"),
  );
}

const SETTINGS = {
  saveSettings: () => Promise.resolve(null),
  chooseSettings: nothing,
  askPermission: () => Promise.resolve(true),
  serverNow: () => NOON,
} as unknown as React.ComponentProps<typeof NotificationPanel>["settingsPort"];
/** Nobody answers here. */
const LOADING = { kind: "loading" } as const;
const REPLY_CODE = { get: () => LOADING, subscribe: () => nothing, want: nothing, isLoaded: () => false };
/** Nothing is done to several at once here: nothing is asked of what that would work with. */
const SEVERAL = createSeveral({} as SeveralTools);
const SERVER = {
  readFates: (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, { kind: "owned", by: "Ana Ruiz" }]))),
} as unknown as React.ComponentProps<typeof NotificationPanel>["server"];

function read(next: readonly InboxSession[], passed = 0): void {
  if (!state.reading) throw new Error("no list yet");
  show({ reading: { ...state.reading, sessions: next, now: state.reading.now + passed } });
}

const change = (at: number, how: Partial<InboxSession>) => read(sessions().map((one, place) => (place === at ? { ...one, ...how } : one)));
const told = (random: number) => ({
  id: Math.floor(random * 1e9),
  kind: KINDS[Math.floor(random * 997) % KINDS.length] ?? "failed",
  subject: `Customer ${Math.floor(random * 50)}`,
  by: "Ana",
  canUndo: random * 13 - Math.floor(random * 13) < 0.5,
});

/** Everything that can happen, each with what it is called. `at`: a place in the list. */
const EVENTS: readonly (readonly [string, (at: number, random: number) => void])[] = [
  ["arrival", () => read([...sessions(), nextSession()])],
  ["another message", (at) => change(at, { unread: 2, newestUnreadAt: NOON + made * 1_000 + at })],
  ["claim", (at) => change(at, { status: "accepted", owner: { ...ben, id: "a0000000-0000-0000-0000-00000000000a", name: "Ana Ruiz" } })],
  ["read elsewhere", (at) => read(sessions().filter((_, place) => place !== at))],
  ["expiry", () => read(sessions(), 2 * MINUTE)],
  ["given back", (at) => change(at, { status: "new", owner: gatewayUser })],
  ["opted out", (at) => change(at, { isOptedOut: true })],
  [
    "text",
    (at, random) => {
      const one = sessions()[at];
      if (!one) return;
      const text = TEXTS[Math.floor(random * 991) % TEXTS.length] ?? "";
      show({ previews: new Map([...state.previews, [one.id, { at: one.newestUnreadAt, text }]]) });
    },
  ],
  ["notice", (_, random) => show({ notices: [...state.notices, told(random)].slice(-4) })],
  ["notice goes", () => show({ notices: state.notices.slice(1) })],
  ["offline", () => show({ problem: { kind: "offline", asOf: NOON } })],
  ["online", () => show({ problem: null })],
];

/** The page's own end of a test. */
export const panelPage: PanelPage = {
  performed,
  open(given, count, isRtl = false) {
    theme = createTheme({ rtl: isRtl });
    texts = given ?? texts;
    made = 0;
    last = null;
    performed.length = 0;
    const all = Array.from({ length: count }, nextSession);
    const profile = {
      viewer: circumstances().viewer,
      mayUse: true,
      configuration: { ...DEFAULT_CONFIGURATION, idleTimeout: 15 * MINUTE },
      settings: NO_SETTINGS,
      allowed: { sound: true, desktop: true },
    };
    const previews = new Map(all.map(({ id, newestUnreadAt: at }, place) => [id, { at, text: TEXTS[place % TEXTS.length] ?? "" }]));
    show({ ...INITIAL_STATE, profile, previews, reading: { sessions: all, now: NOON, isLowerBound: false, sentAt: 0 }, panelOpen: true });
  },
  happen(random) {
    const [name, run] = EVENTS[Math.floor(random * EVENTS.length)] ?? ["nothing", nothing];
    const rest = random * EVENTS.length - Math.floor(random * EVENTS.length);
    run(Math.floor(rest * sessions().length), rest);
    return name;
  },
  again: () => read([...sessions()]),
  arrive: () => read([...sessions(), nextSession()]),
  take(customer) {
    change(
      sessions().findIndex(({ contactName }) => contactName === customer),
      { status: "accepted", owner: { ...ben, id: "a0000000-0000-0000-0000-00000000000a", name: "Ana Ruiz" } },
    );
  },
  tell: (isTold) => show({ notices: isTold ? [told(0.1)] : [] }),
  customerAt(x, y) {
    const part = document.elementFromPoint(x, y)?.closest("[data-press], [data-gone]");
    const line = part?.closest("[data-place]");
    return line ? line.id : part ? "over" : "";
  },
};

Object.assign(window, { panelPage });
