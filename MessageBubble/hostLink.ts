/** The control's way to the script of the host form that it is on, besides the form's columns. */
import type { ControlEnd } from "../shared/inbox/hostPort";
import type { ControlValues } from "./manifest";

/** The link of one control with one host form. */
export interface HostLink {
  /** What the control's outputs would say, on a platform that does not take them. */
  tell(values: Partial<ControlValues>): void;
  /** Opens a conversation by the script, in a pane of this title or (null) as a page. Resolves to whether it opened; to null where the script cannot, or does not say that it tries. */
  openSession(sessionId: string, paneTitle: string | null): Promise<boolean | null>;
  /** The control leaves the form. */
  close(): void;
}

/** The script is in the same window: it says at once that it tries, or it is not there (ms). */
const ANSWER_LIMIT = 1_000;

/** @param end null where the browser has no channel: then nothing is told, and nothing opened */
export function createHostLink(end: ControlEnd | null): HostLink {
  let requests = 0;
  const waiting = new Map<number, (answer: boolean | null) => void>();
  const trying = new Set<number>();
  end?.listen((message) => {
    if (message.type === "opening") trying.add(message.request);
    else settle(message.request, message.isOpen);
  });
  end?.post({ type: "linked" });

  function settle(request: number, answer: boolean | null): void {
    waiting.get(request)?.(answer);
    waiting.delete(request);
    trying.delete(request);
  }

  return {
    tell: (values) => end?.post({ type: "values", ...values }),
    openSession(sessionId, paneTitle) {
      if (!end) return Promise.resolve(null);
      const request = ++requests;
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          if (!trying.has(request)) settle(request, null);
        }, ANSWER_LIMIT);
        waiting.set(request, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        end.post({ type: "open", request, sessionId, paneTitle });
      });
    },
    close() {
      end?.post({ type: "unlinked" });
      end?.close();
      // The form is gone with its script, or the page has opened in its place.
      for (const request of [...waiting.keys()]) settle(request, trying.has(request));
    },
  };
}
