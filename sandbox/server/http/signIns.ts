/** Whose browser session has ended. A session begins when the app is loaded, and lasts until it is ended here. */
export interface SignIns {
  /** Ends a user's session. */
  end(login: string): void;
  /** The app was loaded as that user: they are signed in again. */
  begin(login: string): void;
  hasEnded(login: string): boolean;
  /** Logins of all whose session has ended. */
  list(): readonly string[];
}

/** Everybody is signed in at first. */
export function createSignIns(): SignIns {
  const ended = new Set<string>();
  return {
    end: (login) => void ended.add(login),
    begin: (login) => void ended.delete(login),
    hasEnded: (login) => ended.has(login),
    list: () => [...ended].sort(),
  };
}
