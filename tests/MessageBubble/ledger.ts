/** Counts what a page holds on to: listeners, channels, locks, elements. A double for what jsdom lacks, a ledger for what it has. */

/** What is held now, by kind; nothing is held twice under one name. */
export type Holdings = Readonly<Record<string, number>>;

/** Watches a window until `restore`. */
export interface Ledger {
  /** To be compared with an earlier one: what grew has leaked. */
  holdings(): Holdings;
  restore(): void;
}

/** Where the user interface library puts its layers: made once for the page, empty when nothing is open. */
const LAYERS = "#fluent-default-layer-host";

type Listen = typeof EventTarget.prototype.addEventListener;

/** @param window whose listeners are counted, those of its document and of the doubles included; those of single elements go with them */
export function openLedger(window: Window & typeof globalThis): Ledger {
  const { document } = window;
  const prototype = window.EventTarget.prototype;
  const { addEventListener, removeEventListener } = prototype;
  const channels = new Set<EventTarget>();
  const navigation = new window.EventTarget();
  let locks = 0;
  const kept = new Map<EventTarget, Set<string>>();
  const numbers = new WeakMap<object, number>();
  let count = 0;
  const numberOf = (listener: object) => {
    if (!numbers.has(listener)) numbers.set(listener, (count += 1));
    return String(numbers.get(listener));
  };
  const nameOf = (target: EventTarget | undefined) => {
    if (target === undefined || target === window) return "window";
    if (target === document || target === document.body || target === document.documentElement) return "document";
    if (target === navigation) return "navigation";
    return target instanceof Channel ? "channel" : null;
  };
  const entry = ([type, listener, options]: Parameters<Listen>) => {
    const capture = typeof options === "object" ? (options.capture ?? false) : (options ?? false);
    return listener === null ? "" : [type, numberOf(listener), String(capture)].join();
  };

  class Channel extends window.EventTarget {
    constructor(readonly name: string) {
      super();
      channels.add(this);
    }
    postMessage(): void {
      if (!channels.has(this)) throw new DOMException("closed", "InvalidStateError");
    }
    close(): void {
      channels.delete(this);
    }
  }

  const add: Listen = function (this: EventTarget | undefined, ...given: Parameters<Listen>) {
    const target = this ?? window;
    if (nameOf(target) !== null) kept.set(target, (kept.get(target) ?? new Set()).add(entry(given)));
    addEventListener.apply(target, given);
  };
  const remove: typeof removeEventListener = function (this: EventTarget | undefined, ...given: Parameters<Listen>) {
    const target = this ?? window;
    kept.get(target)?.delete(entry(given));
    removeEventListener.apply(target, given);
  };
  // The test environment has given the window methods of its own.
  const patched = [prototype, window].map((owner) => [owner, owner.addEventListener, owner.removeEventListener] as const);
  for (const [owner] of patched) Object.assign(owner, { addEventListener: add, removeEventListener: remove });
  const request = async (_name: string, _options: object, run: (lock: object) => Promise<void>) => {
    locks += 1;
    try {
      await run({});
    } finally {
      locks -= 1;
    }
  };
  const doubles: readonly [object, string, unknown][] = [
    [window, "BroadcastChannel", Channel],
    [window, "navigation", navigation],
    [window.navigator, "locks", { request }],
  ];
  const before = doubles.map(([target, name]) => Object.getOwnPropertyDescriptor(target, name));
  for (const [target, name, value] of doubles) Object.defineProperty(target, name, { value, configurable: true });

  return {
    holdings() {
      const listeners: Record<string, number> = {};
      for (const [target, entries] of kept) {
        const name = `${nameOf(target) ?? "?"} listeners`;
        listeners[name] = (listeners[name] ?? 0) + entries.size;
      }
      const rules = [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0);
      const elements = {
        "elements in the body": document.body.querySelectorAll(`*:not(${LAYERS})`).length,
        "in the head": document.head.childElementCount,
      };
      return { "channel listeners": 0, "navigation listeners": 0, ...listeners, channels: channels.size, locks, ...elements, rules };
    },
    restore() {
      for (const [owner, before, removeBefore] of patched)
        Object.assign(owner, { addEventListener: before, removeEventListener: removeBefore });
      doubles.forEach(([target, name], at) => {
        const descriptor = before[at];
        if (descriptor) Object.defineProperty(target, name, descriptor);
        else Reflect.deleteProperty(target, name);
      });
    },
  };
}
