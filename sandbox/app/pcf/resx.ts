import { complain } from "../complain";

/**
 * The texts of a resx file by key.
 * @throws Error when the text is no resx
 */
export function parseResx(text: string): ReadonlyMap<string, string> {
  const document = new DOMParser().parseFromString(text.replace(/^\uFEFF/, ""), "application/xml");
  if (document.querySelector("parsererror") !== null || document.documentElement.nodeName !== "root") {
    throw new Error("A resx file is not well-formed, or its root element is not <root>.");
  }
  const texts = new Map<string, string>();
  for (const data of Array.from(document.documentElement.children)) {
    const name = data.getAttribute("name");
    if (data.nodeName !== "data" || name === null) continue;
    const value = Array.from(data.children).find((child) => child.nodeName === "value");
    texts.set(name, value?.textContent ?? "");
  }
  return texts;
}

/** The language that a resx part is for: `strings/TicketCard.1033.resx` → 1033; undefined for a name without one. */
export function languageOfResx(path: string): number | undefined {
  const language = /\.(\d{4,5})\.resx$/i.exec(path)?.[1];
  return language === undefined ? undefined : Number(language);
}

/** The texts of a code component in one language, else in English. */
export class ComponentStrings {
  constructor(
    private readonly component: string,
    /** First the user's language, then English. */
    private readonly tables: readonly ReadonlyMap<string, string>[],
  ) {}

  /** The text; the key itself for an unknown one, as the platform answers, with a complaint in the console. */
  get(key: string): string {
    for (const table of this.tables) {
      const text = table.get(key);
      if (text !== undefined) return text;
    }
    complain(`${this.component} asks for the text "${key}", which its resx files lack.`);
    return key;
  }
}
