/** What is to be found in an agent's app, as the sandbox's hand takes it: a role, how the accessible name begins, and what it holds. */
export interface Wanted {
  readonly role: "article" | "button" | "link" | "listitem" | "region" | "textbox";
  readonly name?: string;
  readonly text?: string;
  readonly within?: Wanted;
}

/** Works with the app in one of the stage's frames as its agent would. Each rejects where what it needs is not there. */
export interface AgentHand {
  press(at: Wanted): Promise<void>;
  /** Whether it is on screen now. */
  has(at: Wanted): Promise<boolean>;
  /** Resolves when it is on screen. */
  see(at: Wanted): Promise<void>;
  write(at: Wanted, text: string): Promise<void>;
}

interface HandAnswer {
  readonly type?: string;
  readonly id?: number;
  readonly isThere?: boolean;
  readonly problem?: string;
}

let orders = 0;

/** The hand of an agent. The frame is of another origin, and works by messages: see sandbox/app/hand. */
export function createAgentHand(frame: HTMLIFrameElement): AgentHand {
  const { origin } = new URL(frame.src);

  function order(act: "press" | "look" | "see" | "write", at: Wanted, text?: string): Promise<HandAnswer> {
    const id = (orders += 1);
    return new Promise((resolve, reject) => {
      const listen = ({ source, data }: MessageEvent<HandAnswer | null>): void => {
        if (source !== frame.contentWindow || data?.type !== "sandbox-hand-done" || data.id !== id) return;
        window.removeEventListener("message", listen);
        if (data.problem === undefined) resolve(data);
        else reject(new Error(data.problem));
      };
      window.addEventListener("message", listen);
      frame.contentWindow?.postMessage({ type: "sandbox-hand", id, act, at, text }, origin);
    });
  }

  return {
    async press(at) {
      await order("press", at);
    },
    has: async (at) => (await order("look", at)).isThere === true,
    async see(at) {
      await order("see", at);
    },
    async write(at, text) {
      await order("write", at, text);
    },
  };
}
