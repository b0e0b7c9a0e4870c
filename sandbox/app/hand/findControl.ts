/** What can be asked for: a role that assistive technology knows, and how the accessible name begins. */
export interface Wanted {
  readonly role: "article" | "button" | "link" | "listitem" | "region" | "textbox";
  /** The beginning of the name; everything of that role when left out. */
  readonly name?: string;
  /** What it holds. */
  readonly text?: string;
  /** In what it must be. */
  readonly within?: Wanted;
}

const selectors: Readonly<Record<Wanted["role"], string>> = {
  article: "article, [role=article]",
  button: "button, [role=button]",
  link: "a[href], [role=link]",
  listitem: "li, [role=listitem]",
  region: "[role=region], section[aria-label], section[aria-labelledby]",
  textbox: "textarea, input:not([type]), input[type=text], [role=textbox]",
};

/** The first element on screen that fits; undefined where there is none now. */
export function findControl(root: ParentNode, { role, name = "", text = "", within }: Wanted): HTMLElement | undefined {
  const scope = within ? findControl(root, within) : root;
  if (!scope) return undefined;
  const all = Array.from(scope.querySelectorAll<HTMLElement>(selectors[role]));
  return all.find((element) => isOnScreen(element) && nameOf(element).startsWith(name) && element.textContent.includes(text));
}

/** The accessible name, as far as it is given by a label or by what the element holds. */
function nameOf(element: HTMLElement): string {
  const { ownerDocument } = element;
  const labels = (element.getAttribute("aria-labelledby") ?? "").split(" ").flatMap((id) => ownerDocument.getElementById(id) ?? []);
  const own = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? Array.from(element.labels ?? []) : [];
  const label = element.getAttribute("aria-label") ?? [...labels, ...own].map(({ textContent }) => textContent).join(" ");
  return (label === "" ? element.textContent : label).trim();
}

function isOnScreen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && element.closest("[aria-hidden=true], [inert]") === null;
}
