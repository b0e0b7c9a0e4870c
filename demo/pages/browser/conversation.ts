/** One text on the phone's screen. */
export interface ShownText {
  readonly id: string;
  readonly isMine: boolean;
  /** E.164. */
  readonly businessNumber: string;
  readonly body: string;
  /** Addresses of pictures and other files; empty where they are not kept any more. */
  readonly media?: readonly string[];
  /** ISO 8601; undefined while it is not known to have been delivered. */
  readonly at?: string;
  /** What stands below it instead of the time. */
  readonly note?: string;
  /** Offered as a button below it. */
  readonly again?: () => void;
}

/** Where the conversation with one business number is drawn. */
export interface Conversation {
  /** Draws these texts, oldest first. What is new is brought into view where the reader was at the end. */
  show(texts: readonly ShownText[]): void;
}

/** Further from the end than this the reader has scrolled away (px). */
const AT_THE_END = 40;

/** @param box the element that scrolls @param list in it: an item for each text */
export function createConversation(box: HTMLElement, list: HTMLOListElement): Conversation {
  let drawn = "";
  return {
    show(texts) {
      const next = JSON.stringify(texts);
      if (next === drawn) return;
      drawn = next;
      const wasAtTheEnd = box.scrollHeight - box.scrollTop - box.clientHeight < AT_THE_END;
      list.replaceChildren(...texts.map(itemOf));
      if (wasAtTheEnd) box.scrollTop = box.scrollHeight;
    },
  };
}

/** The text as it was typed, never as markup. */
function itemOf(text: ShownText): HTMLLIElement {
  const item = document.createElement("li");
  item.className = text.isMine ? "mine" : "theirs";
  const who = document.createElement("span");
  who.className = "visually-hidden";
  who.textContent = text.isMine ? "You: " : `From ${text.businessNumber}: `;
  const body = document.createElement("p");
  body.dir = "auto";
  body.textContent = text.body;
  body.hidden = text.body === "";
  const files = (text.media ?? []).map(fileOf);
  const note = document.createElement("span");
  note.className = "note";
  note.textContent = text.note ?? (text.at === undefined ? "" : timeOf(text.at));
  if (text.again) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = "Send again";
    button.addEventListener("click", text.again);
    note.append(" ", button);
  }
  item.append(who, body, ...files, note);
  return item;
}

/** A picture where it is one and still there; else a word for it. */
function fileOf(address: string): HTMLElement {
  const word = document.createElement("p");
  word.textContent = "File";
  if (address === "") return word;
  const picture = document.createElement("img");
  picture.alt = "Picture";
  picture.addEventListener("error", () => picture.replaceWith(word), { once: true });
  picture.src = address;
  return picture;
}

/** The time, and the day where it is not this machine's today. */
function timeOf(at: string): string {
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  return time.toLocaleString([], isToday ? { timeStyle: "short" } : { dateStyle: "short", timeStyle: "short" });
}
