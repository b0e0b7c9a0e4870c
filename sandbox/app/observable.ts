/** Something that the page redraws for: the shell's stores, kept outside React because the platform's scripts change them too. */
export class Observable {
  private readonly listeners = new Set<() => void>();
  private changes = 0;

  /** Calls the listener after each change. Returns what ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** How often it has changed: another number is another state. */
  readonly version = (): number => this.changes;

  /** Tells every listener. */
  protected changed(): void {
    this.changes += 1;
    for (const listener of [...this.listeners]) listener();
  }
}
