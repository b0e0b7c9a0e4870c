/** Whether text is typed into the element. */
export function isField(element: Element): boolean {
  return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || (element as HTMLElement).isContentEditable;
}
