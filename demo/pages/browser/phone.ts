/** The phone's script: sends what is typed through `POST /sandbox/sms`, and shows what became of it. */
export {};

function element<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} #${id}.`);
  return found;
}

const who = element("who", HTMLSelectElement);
const from = element("from", HTMLInputElement);
const personName = element("name", HTMLInputElement);
const to = element("to", HTMLInputElement);
const body = element("body", HTMLTextAreaElement);
const sent = element("sent", HTMLOListElement);
const problem = element("problem", HTMLElement);
const status = element("status", HTMLElement);
const compose = element("compose", HTMLFormElement);

interface Text {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly name?: string;
}

function pickUp(): void {
  const option = who.selectedOptions[0];
  from.value = option?.dataset.number ?? "";
  personName.value = option?.dataset.name ?? "";
}

/** One line of the conversation: the text as it was typed, never as markup. */
function show(text: Text): HTMLElement {
  const item = document.createElement("li");
  const bubble = document.createElement("p");
  bubble.dir = "auto";
  bubble.textContent = text.body;
  const note = document.createElement("span");
  note.className = "note";
  item.append(bubble, note);
  sent.append(item);
  item.scrollIntoView({ block: "nearest" });
  return note;
}

async function send(text: Text, note: HTMLElement): Promise<void> {
  note.textContent = `From ${text.name ?? text.from}: sending…`;
  problem.hidden = true;
  try {
    const answer = await fetch("/sandbox/sms", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(text),
    });
    if (answer.status === 400) {
      // As it is, it will be refused again: give it back to be corrected.
      refuse(text, note, await reason(answer));
      return;
    }
    if (!answer.ok) throw new Error(await reason(answer));
    const time = new Date(answer.headers.get("date") ?? Date.now());
    note.textContent = `From ${text.name ?? text.from}, delivered ${time.toLocaleTimeString([], { timeStyle: "short" })}`;
    status.textContent = "Text delivered.";
  } catch (error) {
    note.textContent = `From ${text.name ?? text.from}: not delivered `;
    const again = document.createElement("button");
    again.type = "button";
    again.className = "link";
    again.textContent = "Send again";
    // With the same id: whatever had arrived is not delivered twice.
    again.addEventListener("click", () => void send(text, note));
    note.append(again);
    showProblem(error instanceof Error ? error.message : String(error));
  }
}

function refuse(text: Text, note: HTMLElement, why: string): void {
  note.textContent = `From ${text.name ?? text.from}: not delivered`;
  if (body.value === "") body.value = text.body;
  showProblem(why);
}

function showProblem(why: string): void {
  problem.textContent = `The text was not delivered. ${why}`;
  problem.hidden = false;
}

async function reason(answer: Response): Promise<string> {
  const content = (await answer.json().catch(() => ({}))) as { error?: { message?: string } };
  return content.error?.message ?? `The server answered ${answer.status}.`;
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
body.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  compose.requestSubmit();
});
compose.addEventListener("submit", (event) => {
  event.preventDefault();
  if (body.value.trim() === "") {
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
  body.focus();
  void send(text, show(text));
});
pickUp();
