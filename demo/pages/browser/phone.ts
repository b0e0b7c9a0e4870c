/** The phone's script: sends what is typed through `POST /sandbox/sms`, and shows the conversations of the chosen number. */
import { createConversation } from "./conversation";
import type { ShownText } from "./conversation";
import { element } from "./element";
import { readFile, sendText } from "./outgoing";
import type { OutgoingText, Progress } from "./outgoing";

const who = element("who", HTMLSelectElement);
const from = element("from", HTMLInputElement);
const personName = element("name", HTMLInputElement);
const to = element("to", HTMLInputElement);
const body = element("body", HTMLTextAreaElement);
const files = element("files", HTMLInputElement);
const others = element("others", HTMLElement);
const problem = element("problem", HTMLElement);
const status = element("status", HTMLElement);
const compose = element("compose", HTMLFormElement);
const conversation = createConversation(element("texts", HTMLElement), element("list", HTMLOListElement));

/** How often the phone looks for new texts while somebody can see it (ms). */
const LOOK_EVERY = 1_000;

/** What the server knows of the chosen number. */
let known: readonly ShownText[] = [];
/** What this page sends and the server does not tell of yet. */
let outgoing: readonly { readonly text: OutgoingText; readonly progress: Progress }[] = [];
/** How many texts of each conversation have been on screen, by both numbers. */
const seen = new Map<string, number>();
let announced: string | undefined;

/** A number as the server writes it: without blanks, brackets and dashes; undefined while it is none. */
function numberIn(field: HTMLInputElement): string | undefined {
  const number = field.value.replace(/[\s().-]/g, "");
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}

function pickUp(): void {
  const option = who.selectedOptions[0];
  from.value = option?.dataset.number ?? "";
  personName.value = option?.dataset.name ?? "";
  turnTo();
}

/** Another number's phone, or another conversation of it. */
function turnTo(): void {
  known = [];
  announced = undefined;
  draw();
  void look();
}

async function look(): Promise<void> {
  const number = numberIn(from);
  if (number === undefined) return;
  const answer = await fetch(`/sandbox/phone/texts?number=${encodeURIComponent(number)}`).catch(() => undefined);
  if (!answer?.ok || number !== numberIn(from)) return;
  known = (await answer.json()) as readonly ShownText[];
  outgoing = outgoing.filter(({ text }) => !known.some(({ id }) => id === text.id));
  draw();
  announce(number);
}

function draw(): void {
  const [mine, theirs] = [numberIn(from), numberIn(to)];
  const waiting = outgoing.filter(({ text }) => text.from === from.value.trim() && text.to === to.value.trim()).map(shown);
  const there = known.filter(({ businessNumber }) => businessNumber === theirs);
  conversation.show([...there, ...waiting]);
  if (mine !== undefined && theirs !== undefined) seen.set(`${mine} ${theirs}`, there.length);
  drawOthers(mine, theirs);
}

/** A button for each other business number that this phone has a conversation with. */
function drawOthers(mine: string | undefined, theirs: string | undefined): void {
  const numbers = [...new Set(known.map(({ businessNumber }) => businessNumber))].filter((number) => number !== theirs);
  others.hidden = numbers.length === 0;
  const labels = numbers.map((number) => {
    const all = known.filter(({ businessNumber }) => businessNumber === number).length;
    const news = all - (seen.get(`${mine ?? ""} ${number}`) ?? 0);
    return { number, label: news > 0 ? `${number}, ${news} new` : number };
  });
  const next = labels.map(({ label }) => label).join();
  if (others.dataset.drawn === next) return;
  others.dataset.drawn = next;
  others.replaceChildren(
    ...labels.map(({ number, label }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link";
      button.textContent = label;
      button.addEventListener("click", () => {
        to.value = number;
        turnTo();
        body.focus();
      });
      return button;
    }),
  );
}

function shown({ text, progress }: (typeof outgoing)[number]): ShownText {
  const base = { id: text.id, isMine: true, businessNumber: text.to, body: text.body, media: text.media?.map(() => "") ?? [] };
  if (progress === "failed") return { ...base, note: "Not delivered.", again: () => void send(text) };
  return { ...base, note: { sending: "Sending…", delivered: "", refused: "Not delivered." }[progress] };
}

/** Says the newest text that came, unless it was there when the phone was picked up. */
function announce(number: string): void {
  const newest = known.filter(({ isMine }) => !isMine).at(-1);
  const id = `${number} ${newest?.id ?? ""}`;
  if (announced !== undefined && announced !== id && newest) status.textContent = `From ${newest.businessNumber}: ${newest.body}`;
  announced = id;
}

async function send(text: OutgoingText): Promise<void> {
  const others = outgoing.filter((one) => one.text.id !== text.id);
  outgoing = [...others, { text, progress: "sending" }];
  problem.hidden = true;
  draw();
  const { progress, why } = await sendText(text);
  outgoing = outgoing.map((one) => (one.text.id === text.id ? { text, progress } : one));
  if (progress === "delivered") status.textContent = "Text delivered.";
  else {
    problem.textContent = `The text was not delivered. ${why}`;
    problem.hidden = false;
    // As it is, it will be refused again: give it back to be corrected.
    if (progress === "refused" && body.value === "") body.value = text.body;
  }
  draw();
  await look();
}

who.addEventListener("change", () => {
  pickUp();
  (who.value === "" ? from : body).focus();
});
for (const field of [from, personName]) {
  field.addEventListener("input", () => {
    who.value = "";
  });
}
for (const field of [from, to]) field.addEventListener("change", turnTo);
body.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  compose.requestSubmit();
});
files.addEventListener("change", () => {
  // A picture needs no words.
  body.required = files.files?.length === 0;
});
compose.addEventListener("submit", (event) => {
  event.preventDefault();
  void submit();
});

async function submit(): Promise<void> {
  const chosen = [...(files.files ?? [])];
  if (body.value.trim() === "" && chosen.length === 0) {
    body.focus();
    return;
  }
  const name = personName.value.trim();
  const text = {
    id: `phone-${crypto.randomUUID()}`,
    from: from.value.trim(),
    to: to.value.trim(),
    body: body.value,
    ...(name ? { name } : {}),
  };
  body.value = "";
  files.value = "";
  body.required = true;
  body.focus();
  await send(chosen.length === 0 ? text : { ...text, media: await Promise.all(chosen.map(readFile)) });
}

setInterval(() => {
  if (document.visibilityState === "visible") void look();
}, LOOK_EVERY);
document.addEventListener("visibilitychange", () => void look());
pickUp();
