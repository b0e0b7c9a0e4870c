import "../diagnostics/withDocument";
import { fireEvent, screen, within } from "@testing-library/dom";
import { createAppLinks } from "../../overview/appLinks";
import type { AppNavigation } from "../../overview/appLinks";
import { FIGURES } from "../../overview/figures";
import { listOf } from "../../overview/list";
import { overviewEnglish } from "../../overview/overviewEnglish";
import { overviewTextsOf } from "../../overview/overviewTextsOf";
import { showOverview } from "../../overview/showOverview";
import type { OverviewState } from "../../overview/watch";

const place = document.createElement("main");
document.body.append(place);
// A page of a test goes nowhere.
document.addEventListener("click", (event) => event.preventDefault());
const gone: string[] = [];
const pages: object[] = [];
let presses = 0;

const friendly: AppNavigation = {
  navigateTo(page) {
    pages.push(page);
    return Promise.resolve();
  },
};

interface Opening {
  readonly language?: number;
  /** Null: there is no app around the page. */
  readonly navigation?: AppNavigation | null;
}

function open({ language = 1033, navigation = friendly }: Opening = {}): (state: Partial<OverviewState>) => void {
  [gone.length, pages.length, presses] = [0, 0, 0];
  const links = createAppLinks("https://org.example/main.aspx?appid=app", navigation ?? undefined, (address) => gone.push(address));
  const show = showOverview(place, { texts: overviewTextsOf(language), links, refresh: () => (presses += 1) });
  return (state) => show({ figures: {}, at: null, isReading: false, hasFailed: false, ...state });
}

const linkTexts = () => screen.getAllByRole("link").map((link) => link.textContent.replace(/\s+/g, " ").trim());
const NOON = Date.UTC(2026, 10, 22, 12);

it("shows each figure with its name, as a link, and when it was read", () => {
  const figures = { waiting: 1234, longest: 12 * 60_000, accepted: 5, takenOver: 0, failed: 2, blocked: 1, optedOut: 3 };
  open()({ figures, at: NOON });
  expect(linkTexts()).toEqual([
    ...["Waiting now 1,234", "Longest wait 12 min", "Accepted today 5", "Taken over today 0"],
    ...["Failed today 2", "Numbers blocked 1", "Opted out 3"],
  ]);
  expect(within(place).getByText(/^As of /)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it.each([
  [0, "0 min"],
  [59_999, "0 min"],
  [61 * 60_000, "1 hr 1 min"],
  [2 * 3_600_000, "2 hr"],
  [(24 + 3) * 3_600_000 + 59_000, "1 day 3 hr"],
])("writes a wait of %d ms as %s", (longest, text) => {
  open()({ figures: { longest }, at: NOON });
  expect(linkTexts()[1]).toBe(`Longest wait ${text}`);
});

it("says in words what it does not know: nothing read yet, nobody who waits, no right, more than can be counted", () => {
  const show = open();
  show({ isReading: true });
  expect(linkTexts()[0]).toBe("Waiting now … Reading…");
  show({ figures: { waiting: "tooMany", longest: "none", accepted: "noRight" }, at: NOON });
  expect(linkTexts().slice(0, 3)).toEqual([
    "Waiting now 50,000+ More than 50,000: Dataverse does not count further.",
    "Longest wait –",
    "Accepted today – Your roles do not let you read this.",
  ]);
});

it("says of what failed how old it is, aloud, and offers to try again", () => {
  const show = open();
  show({ hasFailed: true });
  expect(screen.getByRole("alert").textContent).toBe("The figures could not be read.");
  expect(linkTexts()[0]).toBe("Waiting now ? Could not be read.");
  show({ figures: { waiting: 4 }, at: NOON, hasFailed: true });
  expect(screen.getByRole("alert").textContent).toMatch(/^Could not refresh\. These are the figures of \d+:\d\d/);
  expect(linkTexts()[0]).toBe("Waiting now 4");
  screen.getByRole("button", { name: "Try Again" }).click();
  expect(presses).toBe(1);
  show({ figures: { waiting: 4 }, at: NOON });
  expect(screen.queryByRole("alert")).toBeNull();
});

it("keeps the focus where it is when the figures change", () => {
  const show = open();
  show({ isReading: true });
  const [first] = screen.getAllByRole("link");
  first?.focus();
  show({ figures: { waiting: 9 }, at: NOON });
  expect(document.activeElement).toBe(first);
});

describe("a press on a figure", () => {
  const [first] = FIGURES;
  const press = (init = {}) => fireEvent.click(screen.getAllByRole("link")[FIGURES.indexOf(first)] as HTMLElement, init);

  it("opens its list in the app", () => {
    open()({});
    press();
    expect(pages).toEqual([{ pageType: "entitylist", entityName: "msgn_session", viewId: listOf("waiting").viewId }]);
    expect(gone).toEqual([]);
  });

  it("is the browser's own where a new tab is meant: the link has the list's address", () => {
    open()({});
    press({ ctrlKey: true });
    expect(pages).toEqual([]);
    expect(screen.getAllByRole("link")[0]?.getAttribute("href")).toMatch(
      /^https:\/\/org\.example\/main\.aspx\?appid=app&pagetype=entitylist&etn=msgn_session&viewid=[0-9a-f-]{36}$/,
    );
  });

  it.each([
    ["there is no app around the page", null],
    ["the app refuses", { navigateTo: () => Promise.reject(new Error("no")) }],
    [
      "the app's navigation throws",
      {
        navigateTo: (): PromiseLike<unknown> => {
          throw new TypeError("gone");
        },
      },
    ],
  ])("goes to the list's address where %s", async (_, navigation) => {
    open({ navigation })({});
    press();
    await new Promise((resolve) => setTimeout(resolve));
    expect(gone).toEqual([screen.getAllByRole("link")[0]?.getAttribute("href")]);
  });
});

it.each([1025, 1031, 1036, 1041, 3082])("speaks language %d, in its direction", (language) => {
  open({ language })({ figures: { longest: 61 * 60_000 }, at: NOON });
  const texts = overviewTextsOf(language);
  expect(texts).not.toBe(overviewEnglish);
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual([texts.tag, language === 1025 ? "rtl" : "ltr"]);
  expect(linkTexts()[0]?.startsWith(texts.figures.waiting)).toBe(true);
  expect(texts.asOf).toContain("{0}");
  expect(texts.notRefreshed).toContain("{0}");
});

it("speaks English in a language without texts", () => {
  expect(overviewTextsOf(1040)).toBe(overviewEnglish);
});
