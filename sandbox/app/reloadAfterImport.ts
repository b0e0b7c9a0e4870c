/** Which import the server has now. */
type Told = MessageEvent<string>;

/**
 * Loads the page anew once the server has another import than the one that the page was loaded from.
 *
 * Of all tabs of a user one listens to the server and tells the others: a browser has six connections to a host, and each listening takes one.
 * When that tab is closed, another one takes its place.
 *
 * @param loaded the import that this page was loaded from
 */
export function reloadAfterImport(page: Window & typeof globalThis, loaded: string): void {
  const tabs = new page.BroadcastChannel("sandbox imports");
  const look = ({ data }: Told): void => {
    if (data !== loaded) page.location.reload();
  };
  tabs.addEventListener("message", look);
  const listen = (): Promise<never> => {
    new page.EventSource("/uclient/imports").addEventListener("message", (told: Told) => {
      tabs.postMessage(told.data);
      look(told);
    });
    return new Promise(() => undefined);
  };
  void page.navigator.locks.request("sandbox imports", listen);
}
