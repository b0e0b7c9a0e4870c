import { useEffect, useState } from "react";

/** Something that the page redraws for: the shell's stores, kept outside React because the platform's scripts change them too. */
export class Observable {
  private readonly listeners = new Set<() => void>();

  /** Calls the listener after each change. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Tells every listener. */
  protected changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Redraws the component whenever the store changes, also when it changed between drawing and subscribing. */
export function useChanges(store: Observable): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    const again = (): void => redraw((count) => count + 1);
    const stop = store.subscribe(again);
    again();
    return stop;
  }, [store]);
}
