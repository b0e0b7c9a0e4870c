import { findControl } from "./findControl";
import type { Wanted } from "./findControl";
import { createPointer } from "./pointer";

/** What a page around the app asks of it: to do what a person would do. It is answered with the same id. */
export interface HandOrder {
  readonly type: "sandbox-hand";
  readonly id: number;
  /** `look`: whether it is on screen now. `see`: waits until it is. `write`: enters the text into a textbox. */
  readonly act: "press" | "look" | "see" | "write";
  readonly at: Wanted;
  readonly text?: string;
}

/** The answer to an order; `problem` says why it was not done, `isThere` what a look has shown. */
export interface HandAnswer {
  readonly type: "sandbox-hand-done";
  readonly id: number;
  readonly isThere?: boolean;
  readonly problem?: string;
}

/** How long the hand waits for what it is to press (ms), and how often it looks. */
const PATIENCE = 12_000;
const LOOK_EVERY = 100;
/** The time between two words that are written (ms). */
const WORD = 90;

/**
 * Lets the page around the app, which shows several users side by side, work with it before the spectators' eyes: a pointer moves, controls are found
 * by role and name as assistive technology finds them, and pressed. Only a page of this very sandbox is listened to.
 */
export function lendHand(target: Window): void {
  if (target.parent === target) return;
  const { document: page } = target;
  const pointer = createPointer(page);

  async function obey({ act, at, text = "" }: HandOrder): Promise<Pick<HandAnswer, "isThere">> {
    if (act === "look") return { isThere: findControl(page, at) !== undefined };
    const element = await appearing(page, at);
    if (act === "see") return {};
    element.scrollIntoView({ block: "nearest" });
    await pointer.pressAt(element);
    element.focus();
    if (act === "press") pressed(element);
    else await write(element, text);
    return {};
  }

  target.addEventListener("message", (event: MessageEvent<unknown>) => {
    const order = event.data as Partial<HandOrder> | null;
    const { source, origin } = event;
    if (source !== target.parent || !isSandbox(origin, target) || order?.type !== "sandbox-hand") return;
    const { id } = order as HandOrder;
    const answer = (more: Pick<HandAnswer, "problem" | "isThere">): void =>
      target.parent.postMessage({ type: "sandbox-hand-done", id, ...more } satisfies HandAnswer, origin);
    obey(order as HandOrder).then(answer, (error: unknown) => answer({ problem: error instanceof Error ? error.message : String(error) }));
  });
}

/** Whether an origin is this sandbox's, by whatever name of the machine. */
function isSandbox(origin: string, { location }: Window): boolean {
  const { protocol, hostname, port } = new URL(origin);
  return protocol === location.protocol && port === location.port && /^(.*\.)?localhost$|^127\.0\.0\.1$|^\[::1\]$/.test(hostname);
}

/** @throws Error where it does not come */
async function appearing(page: Document, at: Wanted): Promise<HTMLElement> {
  for (let waited = 0; ; waited += LOOK_EVERY) {
    const element = findControl(page, at);
    if (element && !isDisabled(element)) return element;
    if (waited >= PATIENCE) throw new Error(`There is no ${at.role} "${at.name ?? ""}" to be used.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

function isDisabled(element: HTMLElement): boolean {
  return element.matches(":disabled, [aria-disabled=true]");
}

/** All that a browser tells a page of a press. */
function pressed(element: HTMLElement): void {
  const init = { bubbles: true, cancelable: true, composed: true };
  element.dispatchEvent(new PointerEvent("pointerdown", init));
  element.dispatchEvent(new MouseEvent("mousedown", init));
  element.dispatchEvent(new PointerEvent("pointerup", init));
  element.dispatchEvent(new MouseEvent("mouseup", init));
  element.click();
}

/** Enters a text word by word, as the user's own entry. */
async function write(element: HTMLElement, text: string): Promise<void> {
  if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) throw new Error("Only text fields are written in.");
  const kind = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  // React notices what goes through the element's own setter.
  const value = Object.getOwnPropertyDescriptor(kind.prototype, "value");
  for (const end of Array.from(text.matchAll(/\s+|$/g), ({ index }) => index)) {
    value?.set?.call(element, text.slice(0, end));
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, WORD));
  }
}
