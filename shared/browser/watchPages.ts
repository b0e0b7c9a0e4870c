/** When the app goes to another page. */

/** The browser's Navigation API, where there is one; not yet in TypeScript's own types. */
interface WithNavigation {
  readonly navigation?: EventTarget;
}

/** Calls `changed` when the app goes to another page, where the browser can tell; returns the way to stop. */
export function watchPages(window: Window, changed: () => void): () => void {
  const { navigation } = window as unknown as WithNavigation;
  navigation?.addEventListener("currententrychange", changed);
  return () => navigation?.removeEventListener("currententrychange", changed);
}
