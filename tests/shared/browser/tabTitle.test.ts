import { createTabTitle } from "../../../shared/browser/tabTitle";

/** A browser's own document: white space at the ends of a title is dropped. */
function openWindow(title: string) {
  const page = {
    text: title,
    writes: 0,
    get title() {
      return this.text;
    },
    set title(next: string) {
      this.writes += 1;
      this.text = next.trim();
    },
  };
  const timers = globalThis as unknown as Pick<Window, "setInterval" | "clearInterval">;
  const window = {
    document: page as unknown as Document,
    setInterval: timers.setInterval.bind(globalThis),
    clearInterval: timers.clearInterval.bind(globalThis),
  };
  return { page, tab: createTabTitle(window) };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it("puts the count in front of the app's title, once, and takes it away again", () => {
  const { page, tab } = openWindow("Contacts - Dynamics 365");
  tab.show("3");
  expect(page.title).toBe("(3) Contacts - Dynamics 365");
  tab.show("3");
  tab.show("12");
  expect(page.title).toBe("(12) Contacts - Dynamics 365");
  tab.show("99+");
  expect(page.title).toBe("(99+) Contacts - Dynamics 365");
  tab.show("");
  expect(page.title).toBe("Contacts - Dynamics 365");
});

it("keeps what the app writes later, also where that contains the count", () => {
  const { page, tab } = openWindow("Contacts");
  tab.show("3");
  page.title = "Accounts";
  jest.advanceTimersByTime(1_000);
  expect(page.title).toBe("(3) Accounts");
  page.title = `${page.title} *`;
  jest.advanceTimersByTime(1_000);
  expect(page.title).toBe("(3) Accounts *");
  tab.show("");
  expect(page.title).toBe("Accounts *");
  page.title = "Cases";
  jest.advanceTimersByTime(10_000);
  expect(page.title).toBe("Cases");
});

it("keeps the app's title where a new one comes just before the count goes", () => {
  const { page, tab } = openWindow("Contacts");
  tab.show("3");
  page.title = "Accounts";
  tab.show("");
  expect(page.title).toBe("Accounts");
});

it("leaves a title alone that begins with a number of its own", () => {
  const { page, tab } = openWindow("(3) Jane Doe");
  tab.show("");
  expect(page.title).toBe("(3) Jane Doe");
  tab.show("5");
  expect(page.title).toBe("(5) (3) Jane Doe");
  tab.show("");
  expect(page.title).toBe("(3) Jane Doe");
});

it("shows the count alone where the page has no title, and not twice", () => {
  const { page, tab } = openWindow("");
  tab.show("3");
  jest.advanceTimersByTime(5_000);
  expect(page.title).toBe("(3)");
  tab.show("4");
  expect(page.title).toBe("(4)");
  tab.show("");
  expect(page.title).toBe("");
});

it("writes only what changed, and looks no more when there is nothing to show", () => {
  const { page, tab } = openWindow("Contacts");
  tab.show("3");
  jest.advanceTimersByTime(60_000);
  expect(page.writes).toBe(1);
  tab.show("");
  expect(jest.getTimerCount()).toBe(0);
});

it("does nothing where the host does not let the title be read or written", () => {
  const sealed = {
    get title(): string {
      throw new DOMException("sealed", "SecurityError");
    },
  };
  const timers = globalThis as unknown as Pick<Window, "setInterval" | "clearInterval">;
  const tab = createTabTitle({ ...timers, setInterval: timers.setInterval, document: sealed as unknown as Document });
  expect(() => tab.show("3")).not.toThrow();
  expect(() => jest.advanceTimersByTime(3_000)).not.toThrow();
  tab.show("");
  const { page, tab: other } = openWindow("Contacts");
  Object.defineProperty(page, "title", { get: () => "Contacts", set: () => { throw new Error("read only"); } }); // prettier-ignore
  expect(() => other.show("3")).not.toThrow();
  other.show("");
});
