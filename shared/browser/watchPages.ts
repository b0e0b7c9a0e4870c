/** When the app goes to another page. */

/** The browser's Navigation API, where there is one; not yet in TypeScript's own types. */
interface WithNavigation {
  readonly navigation?: EventTarget;
}

/**
 * Calls `changed` when the app goes to another page, where the browser can tell; returns the way to stop. `isRewrite`: the app has only given
 * the present entry of its history another address.
 */
export function watchPages(window: Window, changed: (isRewrite: boolean) => void): () => void {
  const { navigation } = window as unknown as WithNavigation;
  const onChange = (event: Event) => changed((event as { readonly navigationType?: unknown }).navigationType === "replace");
  navigation?.addEventListener("currententrychange", onChange);
  return () => navigation?.removeEventListener("currententrychange", onChange);
}
