/** What of the browser a choice of a tab needs. */
export type TabBrowser = Pick<Window, "location" | "sessionStorage">;

/**
 * What `?name=…` in the address chose for this browser tab: it stays chosen on the addresses that follow, and over a reload.
 * @param read turns the text into the choice; null where nothing was ever chosen
 * @throws what `read` throws: such a choice is not kept
 */
export function tabChoice<Choice>(browser: TabBrowser, name: string, read: (text: string | null) => Choice): Choice {
  const key = `sandbox.${name}`;
  const asked = new URL(browser.location.href).searchParams.get(name);
  const storage = storageOf(browser);
  const choice = read(asked ?? storage?.getItem(key) ?? null);
  if (asked !== null) storage?.setItem(key, asked);
  return choice;
}

/** The tab's storage, or none: a frame inside a page of another site may not use it. The choice then stands in the address alone. */
function storageOf(browser: TabBrowser): Storage | null {
  try {
    return browser.sessionStorage;
  } catch {
    return null;
  }
}
