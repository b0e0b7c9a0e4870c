/** Works with the phone in the stage's frame as the customer would. */
export interface PhoneHand {
  /** Takes somebody's phone. @param number E.164 */
  pickUp(number: string, name: string): void;
  send(text: string): Promise<void>;
  /** Resolves when a text that begins so has come. @throws Error where it does not */
  sees(text: string): Promise<void>;
}

const PATIENCE = 15_000;
const LOOK_EVERY = 100;
const LETTER = 25;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The hand at the phone. Its frame has the stage's own origin. */
export function createPhoneHand(frame: HTMLIFrameElement): PhoneHand {
  function field(id: string): HTMLElement {
    const found = frame.contentDocument?.getElementById(id);
    if (!found) throw new Error("The phone has not come up yet.");
    return found;
  }
  const fill = (id: string, value: string): void => {
    const input = field(id) as HTMLInputElement;
    input.value = value;
    for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
  };

  return {
    pickUp(number, name) {
      fill("from", number);
      fill("name", name);
    },
    async send(text) {
      const body = field("body") as HTMLTextAreaElement;
      for (let end = 1; end <= text.length; end++) {
        body.value = text.slice(0, end);
        await wait(LETTER);
      }
      (field("compose") as HTMLFormElement).requestSubmit();
    },
    async sees(text) {
      for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
        const came = Array.from(frame.contentDocument?.querySelectorAll("#list .theirs p") ?? []);
        if (came.some(({ textContent }) => textContent.startsWith(text))) return;
        await wait(LOOK_EVERY);
      }
      throw new Error("The text has not come to the phone.");
    },
  };
}
