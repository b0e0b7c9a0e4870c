import { RequestFailed } from "../shared/domain/failure";
import type { ApiClient } from "../shared/dataverse/client";
import { MOST_PEOPLE } from "../shared/dataverse/diagnosticQueries";
import { button, element } from "./element";
import type { Person } from "./personFacts";
import { findMyself, findPeople } from "./findPeople";
import { findingsOf } from "./findingsOf";
import type { OwnBrowser } from "./ownBrowser";
import { readFacts } from "./readFacts";
import { showReport } from "./showReport";
import type { ReportTools } from "./showReport";
import { withValues } from "./textsOf";

/** What the page works with. */
export interface PageTools extends ReportTools {
  readonly client: ApiClient;
  /** What listens in this browser; null where its user is not known. */
  readonly ownBrowser: OwnBrowser | null;
  /** Of this script. */
  readonly version: string;
  /** Takes what is no failed request: a bug. */
  readonly report: (error: unknown) => void;
}

/** Shows the page: a search for people, and what is found of the one who is chosen. */
export function showPage(place: HTMLElement, tools: PageTools): void {
  const { texts, client, version, report } = tools;
  const { documentElement } = document;
  documentElement.lang = texts.tag;
  documentElement.dir = texts.direction;
  document.title = texts.title;

  const box = element("input", { type: "search", id: "name", autocomplete: "off", maxlength: "100", dir: "auto" });
  const form = element(
    "form",
    { role: "search" },
    element("label", { for: "name" }, texts.nameOrLogin),
    element(
      "div",
      { class: "row" },
      box,
      element("button", { type: "submit", class: "primary" }, texts.search),
      button(texts.lookAtMe, lookAtMe),
    ),
  );
  const said = element("p", { role: "status" });
  const people = element("div", {});
  const found = element("div", {});

  /** Whoever presses again wants the answer to that press, and no other. */
  let press = 0;
  function run(waiting: string, task: (isLast: () => boolean) => Promise<void>): void {
    const mine = (press += 1);
    const isLast = (): boolean => mine === press;
    said.textContent = waiting;
    people.replaceChildren();
    found.replaceChildren();
    task(isLast).catch((error: unknown) => {
      if (!(error instanceof RequestFailed)) report(error);
      if (isLast()) said.textContent = withValues(texts.failed, error instanceof Error ? error.message : "");
    });
  }

  async function look(person: Person, isLast: () => boolean): Promise<void> {
    const facts = await readFacts(client, person, tools.now, tools.ownBrowser);
    if (!isLast()) return;
    said.textContent = "";
    const writeTime = (ms: number): string => new Intl.DateTimeFormat(texts.tag, { dateStyle: "medium", timeStyle: "short" }).format(ms);
    showReport(found, person, findingsOf(facts, { version, writeTime, topicName: (topic) => texts.topics[topic] }), tools);
  }

  function lookAtMe(): void {
    run(texts.reading, async (isLast) => look(await findMyself(client), isLast));
  }

  function search(text: string): void {
    run(texts.searching, async (isLast) => {
      const { people: some, hasMore } = await findPeople(client, text);
      if (!isLast()) return;
      if (some.length === 0) said.textContent = texts.nobody;
      else said.textContent = withValues(hasMore ? texts.more : texts.found, String(hasMore ? MOST_PEOPLE : some.length));
      if (some.length > 0) people.replaceChildren(element("h2", {}, texts.people), element("ul", { class: "people" }, ...some.map(choice)));
    });
  }

  function choice(person: Person): HTMLLIElement {
    const choose = button("", () => run(texts.reading, (isLast) => look(person, isLast)));
    const mark = person.isDisabled ? [element("span", { class: "mark" }, texts.disabled)] : [];
    choose.append(element("bdi", {}, person.name), " ", element("bdi", { class: "login" }, person.login), ...mark);
    return element("li", {}, choose);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === "") box.focus();
    else search(text);
  });
  place.replaceChildren(element("h1", {}, texts.title), element("p", {}, texts.intro), form, said, people, found);
}
