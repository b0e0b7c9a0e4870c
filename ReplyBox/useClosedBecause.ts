import * as React from "react";
import { closedBecause } from "../shared/domain/closedBecause";
import { RequestFailed } from "../shared/domain/failure";
import type { ClosedBecause } from "../shared/domain/message";
import type { InboxSession } from "../shared/domain/session";
import type { AnsweredBy } from "../shared/thread/cardAnswer";
import type { CardAnswerGateway } from "../shared/thread/cardAnswerPorts";

/** Whose standing is asked about. */
export interface ClosedBecauseInput {
  readonly by: AnsweredBy;
  /** As the list has it, or had it last. */
  readonly session: InboxSession;
  /** It has left the list. */
  readonly isGone: boolean;
  /** The server's clock (ms), as of the last look at it. */
  readonly now: number;
  readonly gateway: Pick<CardAnswerGateway, "readClosedBecause">;
  /** Takes what is no failure of the server's. */
  readonly onBug: (bug: unknown) => void;
}

/** A conversation that has left the list is asked about this often (ms), as far as the list looks at the clock. */
const ASK_AGAIN = 30_000;

/** Why the viewer cannot answer a conversation of the list; null: they can. What has left the list is asked about: it may be read, and nothing else. */
export function useClosedBecause({ by, session, isGone, now, gateway, onBug }: ClosedBecauseInput): ClosedBecause | null {
  const [answer, setAnswer] = React.useState<ClosedBecause | null>(null);
  const round = isGone ? Math.floor(now / ASK_AGAIN) : null;
  React.useEffect(() => {
    if (round === null) return undefined;
    let isAwaited = true;
    gateway.readClosedBecause(by.sessionId, by.userId).then(
      (why) => isAwaited && setAnswer(why),
      // What is not known is no reason: the gateway looks again before it sends.
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) onBug(error);
      },
    );
    return () => void (isAwaited = false);
  }, [by, gateway, onBug, round]);
  if (isGone) return answer;
  const { owner } = session;
  // What is blocked is not on the list, and what is closed has nothing unread.
  return closedBecause({ ...session, isMine: owner.kind === "user" && owner.id === by.userId, isActive: true, isBlocked: false });
}
