/** The overlays of one inbox: an action is begun, then done or taken back; here, or elsewhere. */
import type { InboxState } from "./inboxState";
import type { Overlay } from "./overlay";
import type { BegunAction, Browser } from "./ports";
import type { Store } from "./store";

/** Changes the overlays of a store. Ids of overlays that are gone are passed over. */
export interface Overlays {
  /** `elsewhere`: another tab has begun it. Returns the overlay. */
  begin(begun: BegunAction, phase: "pending" | "elsewhere"): Overlay;
  isIn(id: number, phase: Overlay["phase"]): boolean;
  /** The server has done this tab's part of it. */
  moveTo(id: number, phase: "elsewhere" | "done"): void;
  takeBack(id: number): void;
  /** Whoever does the rest of what was begun on a session says that it is done. */
  doneElsewhere(sessionId: string): void;
  /** Another tab has taken back what it did to a session. What this tab waits for stays. */
  takenBackElsewhere(sessionId: string): void;
}

/** Makes the overlays of a store. */
export function createOverlays(store: Store<Pick<InboxState, "overlays">>, browser: Pick<Browser, "now">): Overlays {
  let lastId = 0;
  const change = (next: (overlay: Overlay) => Overlay) => store.set({ overlays: store.get().overlays.map(next) });
  const keep = (stays: (overlay: Overlay) => boolean) => store.set({ overlays: store.get().overlays.filter(stays) });
  const inPhase = (overlay: Overlay, phase: Overlay["phase"]): Overlay => ({ ...overlay, phase, since: browser.now() });

  return {
    begin({ action, sessionId, contactNumberId, mark }, phase) {
      lastId += 1;
      const overlay: Overlay = { id: lastId, action, sessionId, contactNumberId, mark, phase, since: browser.now() };
      store.set({ overlays: [...store.get().overlays, overlay] });
      return overlay;
    },
    isIn: (id, phase) => store.get().overlays.some((overlay) => overlay.id === id && overlay.phase === phase),
    moveTo: (id, phase) => change((overlay) => (overlay.id === id ? inPhase(overlay, phase) : overlay)),
    takeBack: (id) => keep((overlay) => overlay.id !== id),
    doneElsewhere: (sessionId) =>
      change((overlay) => (overlay.sessionId === sessionId && overlay.phase === "elsewhere" ? inPhase(overlay, "done") : overlay)),
    takenBackElsewhere: (sessionId) => keep((overlay) => overlay.sessionId !== sessionId || overlay.phase === "pending"),
  };
}
