/** A count in front of the title of the browser's tab, where the host allows it; the rest of the title is the app's. */

/** The title of one window's tab. It is written by one inbox, of which a window has one. */
export interface TabTitle {
  /** Puts "(3)" in front of the title, and keeps it there when the app changes the title; an empty text takes it away. Never throws. */
  show(count: string): void;
}

/** How soon a new title of the app's gets its count (ms). The title is only looked at: its element is the app's, so nothing observes it. */
const LOOK = 1_000;

/** Makes the title of a window. It has no timer while it shows no count. */
export function createTabTitle(window: Pick<Window, "document" | "setInterval" | "clearInterval">): TabTitle {
  /** What of the title is ours. */
  let written = "";
  let wanted = "";
  let timer: number | undefined;

  function look(): void {
    try {
      const { title } = window.document;
      const bare = written && title.startsWith(written) ? title.slice(written.length).trimStart() : title;
      const next = wanted && bare ? `${wanted} ${bare}` : wanted || bare;
      if (next !== title) window.document.title = next;
      written = wanted;
    } catch {
      // A host that does not give its title away has none of ours either.
    }
  }

  return {
    show(count) {
      wanted = count && `(${count})`;
      window.clearInterval(timer);
      timer = count ? window.setInterval(look, LOOK) : undefined;
      look();
    },
  };
}
