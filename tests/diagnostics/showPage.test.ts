import "./withDocument";
import { fireEvent, screen, waitFor, within } from "@testing-library/dom";
import { createOwnBrowser } from "../../diagnostics/ownBrowser";
import type { OwnBrowser } from "../../diagnostics/ownBrowser";
import { showPage } from "../../diagnostics/showPage";
import { textsOf } from "../../diagnostics/textsOf";
import { createClient } from "../../shared/dataverse/client";
import type { Fetch } from "../../shared/dataverse/client";
import type { ChannelMessage } from "../../shared/inbox/ports";
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";

let dataverse: TestDataverse;
let copied: string[];
let ownBrowser: OwnBrowser | null = null;
const bugs: unknown[] = [];
const place = document.createElement("main");
document.body.append(place);

beforeEach(async () => {
  dataverse = await startDataverse();
  copied = [];
  ownBrowser = null;
});
afterEach(() => {
  dataverse.close();
  expect(bugs).toEqual([]);
});

interface Opening {
  readonly language?: number;
  readonly fetch?: Fetch;
  readonly mayCopy?: boolean;
}

function open({ language = 1033, fetch = dataverse.fetchAs("mia"), mayCopy = true }: Opening = {}): void {
  showPage(place, {
    texts: textsOf(language),
    client: createClient(fetch),
    version: "1.0.0",
    ownBrowser,
    now: () => dataverse.now,
    copy: (text) => {
      if (!mayCopy) return Promise.reject(new DOMException("no", "NotAllowedError"));
      copied.push(text);
      return Promise.resolve();
    },
    report: (bug) => bugs.push(bug),
  });
}

/** What is said of this browser, by kind. */
function kinds(): readonly string[] {
  const all = [...document.querySelectorAll<HTMLElement>("li[data-kind]")].map(({ dataset }) => dataset["kind"] ?? "");
  return all.filter((kind) => kind.endsWith("Here")).sort();
}

/** The channel of a user's tabs, and the way to say something on it. */
function heardChannel() {
  const listeners: ((message: ChannelMessage) => void)[] = [];
  return {
    channel: {
      listen: (listener: (message: ChannelMessage) => void) => {
        listeners.push(listener);
        return () => undefined;
      },
    },
    say: (message: ChannelMessage) => listeners.forEach((listener) => listener(message)),
  };
}

function search(text: string): void {
  const box = screen.getByRole("searchbox", { name: "Name or user name" });
  fireEvent.change(box, { target: { value: text } });
  fireEvent.submit(box);
}

const said = () => screen.getAllByRole("status").map((each) => each.textContent.replace(/[\u2068\u2069]/g, ""));

async function lookAt(name: string): Promise<void> {
  search(name);
  fireEvent.click(await screen.findByRole("button", { name: new RegExp(name, "i") }));
  await screen.findByRole("heading", { level: 2, name: new RegExp(name, "i") });
}

it("finds people by a part of the name or the login, and says how many", async () => {
  open();
  search("an");
  await waitFor(() => expect(said()).toEqual(["People found: 8"]));
  expect(within(screen.getByRole("list")).getByRole("button", { name: "Ana Ruiz ana@sandbox.example" })).toBeTruthy();
  search("o'hara");
  await waitFor(() => expect(said()).toEqual(["Nobody was found."]));
  expect(screen.queryByRole("list")).toBeNull();
});

it("asks nothing for an empty name", () => {
  open();
  dataverse.asked.length = 0;
  search("  ");
  expect(dataverse.asked).toEqual([]);
  expect(document.activeElement).toBe(screen.getByRole("searchbox"));
});

it("tells what holds the person back first, with what to do, and moves the focus to their name", async () => {
  open();
  await lookAt("Zoe");
  const headings = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
  expect(headings).toEqual(["Holds this person back", "Worth knowing", "Fine"]);
  expect(screen.getByText(/There is no bubble and no panel, because privileges are missing: .*prvReadmsgn_session/)).toBeTruthy();
  expect(screen.getByText("Assign SMS Agent and Basic User to the person, or to a team of theirs.")).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 2 }));
});

it("tells who asks of themselves at one press", async () => {
  open();
  fireEvent.click(screen.getByRole("button", { name: "Look at Myself" }));
  expect(await screen.findByRole("heading", { level: 2, name: "Mia Tanaka" })).toBeTruthy();
  expect(screen.getByText(/The server knows of nothing that holds this person back/)).toBeTruthy();
});

it("tells of this browser alone whether the pane answers and when the list was read, and of nobody else's", async () => {
  const { channel, say } = heardChannel();
  let browserNow = 0;
  let isPaneThere = true;
  ownBrowser = createOwnBrowser(dataverse.idOf("mia"), channel, { isThere: () => Promise.resolve(isPaneThere) }, () => browserNow);
  open();
  const lookAtMyself = async () => {
    fireEvent.click(screen.getByRole("button", { name: "Look at Myself" }));
    await screen.findByRole("heading", { level: 2, name: "Mia Tanaka" });
    return kinds();
  };
  // A page that has just begun to listen has not heard of the last refresh: that is no news.
  expect(await lookAtMyself()).toEqual(["paneHere"]);
  browserNow = 76_000;
  expect(await lookAtMyself()).toEqual(["paneHere", "notReadHere"].sort());
  isPaneThere = false;
  say({ type: "reading", reading: { sessions: [], now: dataverse.now, isLowerBound: false, sentAt: 0 } });
  expect(await lookAtMyself()).toEqual(["noPaneHere", "readHere"]);
  await lookAt("Ana Ruiz");
  expect(kinds()).toEqual([]);
});

it("copies the report as a text without anything of customers", async () => {
  dataverse.system("POST", "contacts", { firstname: "Jane", lastname: "Doe", mobilephone: "+15550100" });
  dataverse.text("+15550100");
  open();
  await lookAt("Ana Ruiz");
  fireEvent.click(screen.getByRole("button", { name: "Copy Report" }));
  await waitFor(() => expect(said()).toContain("The report was copied."));
  const [text = ""] = copied;
  expect(text).toContain(`Ana Ruiz (${dataverse.idOf("ana")})\n${new Date(dataverse.now).toISOString()}\n`);
  expect(text).toMatch(/\nWorth knowing:\n(- .*\n)*- The person has no row of agent settings.* \[noOwnRow\]\n/);
  expect(text).not.toMatch(/5550100|Jane|Doe|Message 1|[\u2068\u2069]/);
});

it("shows the text to be copied by hand where the browser does not let it be copied", async () => {
  open({ mayCopy: false });
  await lookAt("Ana Ruiz");
  const copy = screen.getByRole("button", { name: "Copy Report" });
  fireEvent.click(copy);
  const field = await screen.findByRole("textbox", { name: "Report" });
  expect((field as HTMLTextAreaElement).value).toContain("Ana Ruiz");
  expect([document.activeElement, said().includes("Press Ctrl+C to copy the report.")]).toEqual([field, true]);
  fireEvent.click(copy);
  await waitFor(() => expect(screen.getAllByRole("textbox", { name: "Report" })).toHaveLength(1));
});

it("shows the answer to the last press, whichever comes first", async () => {
  const answer = dataverse.fetchAs("mia");
  let release: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  open({ fetch: async (url, init) => (url.includes("slow") ? held.then(() => answer(url, init)) : answer(url, init)) });
  search("slow");
  search("zoe");
  await screen.findByRole("button", { name: /Zoe/ });
  release?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(said()).toEqual(["People found: 1"]);
});

it("says that the server could not be asked, and goes on", async () => {
  let isDown = true;
  const answer = dataverse.fetchAs("mia");
  open({ fetch: (url, init) => (isDown ? Promise.resolve(new Response("", { status: 503 })) : answer(url, init)) });
  search("ana");
  await waitFor(() => expect(said()).toEqual(["This could not be read: failed: HTTP 503"]));
  isDown = false;
  search("ana");
  await waitFor(() => expect(said()[0]).toContain("People found"));
});

it("hands a bug on, and says that it could not read", async () => {
  open({ fetch: () => Promise.resolve({} as Response) });
  search("ana");
  await waitFor(() => expect(said()[0]).toContain("This could not be read"));
  expect(bugs.splice(0)).toEqual([expect.any(TypeError)]);
});

it("marks who is disabled", async () => {
  dataverse.system("PATCH", `systemusers(${dataverse.idOf("zoe")})`, { isdisabled: true });
  open();
  search("zoe");
  expect(await screen.findByRole("button", { name: "Zoe Schmidt zoe@sandbox.example disabled" })).toBeTruthy();
});

it("has the reader's language and direction", () => {
  open({ language: 1025 });
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["ar", "rtl"]);
  expect(screen.getByRole("heading", { level: 1, name: "تشخيص المراسلة" })).toBeTruthy();
  open();
  expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["en", "ltr"]);
});
