import { button, element } from "../diagnostics/element";
import type { AppLinks } from "./appLinks";
import { FIGURES } from "./figures";
import type { FigureName } from "./figures";
import { figureText } from "./figureText";
import { listOf } from "./list";
import type { OverviewTexts } from "./overviewEnglish";
import type { OverviewState } from "./watch";

/** What the page is drawn with. */
export interface OverviewTools {
  readonly texts: OverviewTexts;
  readonly links: AppLinks;
  /** Asked for a reading now. */
  readonly refresh: () => void;
}

/**
 * Makes the page: a row of figures, each a link to its list, and a line that says how old they are. Returns what shows a state; nothing is made anew then, so that
 * a focus stays where it is.
 */
export function showOverview(place: HTMLElement, { texts, links, refresh }: OverviewTools): (state: OverviewState) => void {
  const { documentElement } = document;
  documentElement.lang = texts.tag;
  documentElement.dir = texts.direction;
  document.title = texts.title;
  place.setAttribute("aria-label", texts.title);

  const tiles = FIGURES.map((name) => createTile(name, texts, links));
  const age = element("span", { role: "status" });
  const retry = button(texts.retry, refresh);
  place.replaceChildren(element("ul", {}, ...tiles.map(({ item }) => item)), element("p", { class: "age" }, age, " ", retry));

  const timeOf = (ms: number): string => new Intl.DateTimeFormat(texts.tag, { timeStyle: "short" }).format(ms);
  return (state) => {
    for (const tile of tiles) tile.show(state);
    const { at, hasFailed } = state;
    // Said aloud only where something is wrong: a page that speaks every minute is one that nobody listens to.
    age.setAttribute("role", hasFailed ? "alert" : "none");
    if (at === null) age.textContent = hasFailed ? texts.notRead : texts.reading;
    else age.textContent = (hasFailed ? texts.notRefreshed : texts.asOf).replace("{0}", timeOf(at));
    place.classList.toggle("old", hasFailed);
    retry.hidden = !hasFailed;
    retry.disabled = state.isReading;
  };
}

function createTile(name: FigureName, texts: OverviewTexts, links: AppLinks) {
  const list = listOf(name);
  const number = element("bdi", {});
  const note = element("span", { class: "note" });
  const link = element(
    "a",
    { href: links.addressOf(list), target: "_top" },
    element("span", { class: "name" }, texts.figures[name]),
    " ",
    element("span", { class: "figure" }, number),
    " ",
    note,
  );
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    links.open(list);
  });
  return {
    item: element("li", {}, link),
    show({ figures, at, hasFailed }: OverviewState): void {
      const figure = figures[name] ?? (at === null && hasFailed ? "unknown" : undefined);
      const { shown, note: said = "" } = figureText(name, figure, texts);
      number.textContent = shown;
      note.textContent = said;
    },
  };
}
