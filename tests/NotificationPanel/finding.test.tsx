/** @jest-environment jsdom */
/** Search, tabs and order, as an agent uses them. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import type { AgentSettings } from "../../shared/domain/settings";
import type { PanelGateway } from "../../shared/inbox/panelPorts";
import type { InboxSnapshot, Notification } from "../../shared/inbox/snapshot";
import { MINUTE, NOW, buildActions, buildNotification, buildSnapshot } from "./fixtures";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { renderPanel } from "./renderPanel";
import type { RenderPanelOptions } from "./renderPanel";

const line = (name: string, change: Partial<Notification> = {}, minutes = 5): Notification => ({
  ...buildNotification({
    session: {
      id: `id-${name}`,
      contactNumberId: name,
      contactName: name,
      phoneNumber: "+15550100",
      oldestUnreadAt: NOW - minutes * MINUTE,
    },
  }),
  ...change,
});
const jane = line("Jane");
const late = line("Late", { isWaiting: true }, 30);
const own = line("Own", { actions: ["view"], session: { ...line("Own").session, status: "accepted" } });
const unknown = line("Unknown", { preview: null });
const all = [jane, late, own, unknown];

/** The panel with these four; `chosen` notes what is chosen, and is shown as the inbox would. */
function open(settings: Partial<AgentSettings> = {}, options: RenderPanelOptions = {}, overrides: Partial<InboxSnapshot> = {}) {
  let chosen: AgentSettings = { ...NO_SETTINGS, ...settings };
  const choices: Partial<AgentSettings>[] = [];
  const snapshot = (): InboxSnapshot =>
    buildSnapshot({ notifications: all, settings: { chosen, allowed: { sound: true, desktop: true } }, ...overrides });
  const panel = renderPanel(snapshot(), {
    ...options,
    settingsPort: {
      ...buildActions().settings,
      chooseSettings(changes) {
        choices.push(changes);
        chosen = { ...chosen, ...changes };
        panel.show(snapshot());
      },
    },
  });
  return { ...panel, choices, snapshot };
}
const searchBox = () => screen.getByRole<HTMLInputElement>("searchbox", { name: "Search notifications" });
/** Types, and waits for the answer of a server that has one at once. */
const type = (words: string) =>
  act(() => {
    fireEvent.change(searchBox(), { target: { value: words } });
    return Promise.resolve();
  });
const tab = (name: string) => screen.getByRole("tab", { name: new RegExp(`^${name}\\b`) });
const names = () => screen.queryAllByRole("listitem").map((item) => (item.getAttribute("aria-label") ?? "").split(",")[0]);

afterEach(() => jest.useRealTimers());

describe("the search", () => {
  it("shows what is found while it is typed, and all of it again when it is cleared", async () => {
    open();
    await type("jan");
    expect(names()).toEqual(["Jane"]);
    fireEvent.click(screen.getByRole("button", { name: "Clear search" }));
    expect([names().length, searchBox().value, document.activeElement]).toEqual([4, "", searchBox()]);
  });

  it("is cleared by Escape; only then Escape closes the panel", async () => {
    const { calls } = open();
    await type("jan");
    fireEvent.keyDown(searchBox(), { key: "Escape" });
    expect([searchBox().value, calls]).toEqual(["", []]);
    fireEvent.keyDown(searchBox(), { key: "Escape" });
    expect(calls).toEqual([["close"]]);
  });

  it("says that nothing is found, and offers to clear it", async () => {
    open({ filter: "new" });
    await type("nobody");
    expect(screen.getByText("Nothing found")).not.toBeNull();
    expect(screen.getByText(/No notification under/).textContent).toBe("No notification under “New” matches “nobody”.");
    expect(screen.queryByRole("button", { name: "Show all" })).toBeNull();
    const [, button] = screen.getAllByRole("button", { name: "Clear search" });
    if (button) fireEvent.click(button);
    expect(names()).toEqual(["Jane", "Late", "Unknown"]);
  });

  it("offers to look in all of them where another tab has it", async () => {
    const { choices } = open({ filter: "mine" });
    await type("jane");
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    expect([choices, names()]).toEqual([[{ filter: "all" }], ["Jane"]]);
  });

  it("says how many could be searched by name and number only", async () => {
    open();
    await type("order");
    expect(screen.getByText("Searched by name and number only: 1")).not.toBeNull();
    await type("");
    expect(screen.queryByText(/name and number only/)).toBeNull();
  });

  it("looks into the texts that no card has shown, and shows them in what it finds", async () => {
    const asked: unknown[] = [];
    let answer: (texts: ReadonlyMap<string, string>) => void = () => undefined;
    const readNewestTexts: PanelGateway["readNewestTexts"] = (sessions) => {
      asked.push(sessions.map(({ id }) => id));
      return new Promise((resolve) => (answer = resolve));
    };
    open({}, { server: { ...SILENT_SERVER, readNewestTexts } });
    expect(asked).toEqual([]);
    await type("par");
    expect(names()).toEqual([]);
    expect(screen.getByText("Searching the messages…")).not.toBeNull();
    await type("parcel");
    await act(() => {
      answer(new Map([[unknown.session.id, "Where is my parcel?"]]));
      return Promise.resolve();
    });
    expect([names(), asked]).toEqual([["Unknown"], [[unknown.session.id]]]);
    expect(screen.getByText("Where is my parcel?")).not.toBeNull();
    expect(screen.queryByText(/Searching|name and number only/)).toBeNull();
  });

  it("tells how many it has found once the typing has ended, not at each letter, nor when another comes", async () => {
    jest.useFakeTimers();
    const { show, snapshot } = open();
    const said = () =>
      screen
        .getAllByRole("status")
        .map((status) => status.textContent)
        .join("");
    for (const words of ["h", "he", "hello"]) {
      await type(words);
      act(() => jest.advanceTimersByTime(500));
      expect(said()).toBe("");
    }
    act(() => jest.advanceTimersByTime(600));
    expect(said()).toBe("3 notifications found");
    show({ ...snapshot(), notifications: [line("Another"), ...all] });
    act(() => jest.advanceTimersByTime(5_000));
    expect(said()).toBe("3 notifications found");
  });
});

describe("the tabs", () => {
  it("have names that begin with what they are, and counts", () => {
    open();
    const texts = screen.getAllByRole("tab").map(({ textContent }) => textContent.trim());
    expect(texts).toEqual(["All 4", "New 3", "Mine 1", "Waiting 1", "Dismissed 0", "Blocked"]);
    expect(within(screen.getByRole("tablist", { name: "Filter notifications" })).getAllByRole("tab")).toHaveLength(6);
  });

  it("filter the list; the choice is remembered", () => {
    const { choices } = open();
    fireEvent.click(tab("Waiting"));
    expect([choices, names(), tab("Waiting").getAttribute("aria-selected")]).toEqual([[{ filter: "waiting" }], ["Late"], "true"]);
    fireEvent.click(tab("Waiting"));
    expect(choices).toHaveLength(1);
  });

  it("begin with the one that was chosen last", () => {
    open({ filter: "mine" });
    expect([names(), screen.getByRole("tabpanel").getAttribute("aria-labelledby")]).toEqual([["Own"], tab("Mine").id]);
  });

  it.each([
    [1033, "ArrowRight", 1],
    [1033, "ArrowLeft", 5],
    [1033, "End", 5],
    [1025, "ArrowLeft", 1],
    [1025, "ArrowRight", 5],
  ] as const)("are one stop of the Tab key, and are chosen by arrows, Home and End (language %d, %s)", (languageCode, key, place) => {
    open({}, { languageCode });
    const chosen = () => screen.getAllByRole("tab").findIndex((one) => one.getAttribute("aria-selected") === "true");
    const focused = () => screen.getAllByRole("tab").findIndex((one) => one === document.activeElement);
    const [first] = screen.getAllByRole("tab");
    expect(screen.getAllByRole("tab").map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
    first?.focus();
    if (first) fireEvent.keyDown(first, { key });
    expect([chosen(), focused()]).toEqual([place, place]);
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Home" });
    expect([chosen(), focused()]).toEqual([0, 0]);
  });

  it("say that a tab is empty and others are not, and show all again", () => {
    const { choices } = open({ filter: "mine" }, {}, { notifications: [jane] });
    expect(screen.getByText("Nothing unread in your conversations")).not.toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    expect([choices, names()]).toEqual([[{ filter: "all" }], ["Jane"]]);
  });

  it("are not there before there is a list", () => {
    open({}, {}, { phase: "loading", notifications: [], unread: null });
    expect([screen.queryByRole("tab"), screen.queryByRole("searchbox")]).toEqual([null, null]);
  });
});

it("shows a notification that the agent is led to, whatever tab and search hide, until they choose again", async () => {
  const { show, snapshot, choices } = open({ filter: "mine" });
  await type("own");
  show({ ...snapshot(), leadTo: jane.session.id });
  expect([names(), searchBox().value]).toEqual([["Jane", "Late", "Own", "Unknown"], ""]);
  show(snapshot());
  fireEvent.click(tab("Mine"));
  expect([names(), choices]).toEqual([["Own"], []]);
});

describe("the order", () => {
  it("is chosen in a menu, and remembered", () => {
    const { choices } = open();
    fireEvent.click(screen.getByRole("button", { name: "Order: Newest first" }));
    expect(screen.getAllByRole("menuitemradio").map((item) => [item.textContent, item.getAttribute("aria-checked")])).toEqual([
      ["Newest first", "true"],
      ["Longest waiting first", "false"],
    ]);
    fireEvent.click(screen.getByRole("menuitemradio", { name: "Longest waiting first" }));
    expect([choices, names()[0]]).toEqual([[{ order: "longest" }], "Late"]);
    expect(screen.getByRole("button", { name: "Order: Longest waiting first" })).not.toBeNull();
  });
});

describe("the title", () => {
  it("is there where nothing around the panel has one", () => {
    open();
    expect(screen.getByRole("heading", { name: "Notifications" })).not.toBeNull();
  });

  it("is not there a second time in a pane, which has one; the region has the name all the same, and takes the focus", () => {
    open({}, { hasTitle: false });
    expect(screen.queryByRole("heading")).toBeNull();
    const region = screen.getByRole("region", { name: "Notifications" });
    region.focus();
    expect(document.activeElement).toBe(region);
  });
});
