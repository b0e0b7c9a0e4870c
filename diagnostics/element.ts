/** What an element is to have besides its content: attributes, and what a press does. */
export interface ElementDetails {
  readonly [attribute: string]: string | undefined;
}

/**
 * Makes an element of this page. Texts become text, never markup.
 * @param details attributes; one that is undefined is left out
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  details: ElementDetails,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(details)) if (value !== undefined) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

/** A button. */
export function button(text: string, onPress: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", onPress);
  return made;
}
