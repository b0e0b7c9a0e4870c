import * as React from "react";
import type { ThreadQuestionStrings } from "../ReplyBox/threadQuestionStrings";
import type { ReplyParts } from "../ReplyBox/replyParts";
import type { Asked } from "../ReplyBox/ThreadQuestion";
import type { BlockTerms } from "../shared/domain/numberBlock";
import type { PerformedAction, ThreadSnapshot } from "../shared/thread/threadSnapshot";
import type { LazyPart } from "../shared/ui/lazyPart";
import { useStore } from "../shared/ui/useStore";

/** What is done, some of it after a question. */
export interface Questioned {
  readonly replyCode: LazyPart<ReplyParts>;
  readonly strings: ThreadQuestionStrings;
  /** `terms`: how to block. */
  readonly perform: (action: PerformedAction, terms?: BlockTerms) => void;
  readonly openAddress: (address: string) => void;
}

/** What questions add to a thread. */
export interface Questions {
  /** The agent has pressed an action, or a link of a text. */
  readonly onAction: (action: PerformedAction) => void;
  readonly onOpenLink: (address: string) => void;
  /** The dialog, while there is a question. */
  readonly question: React.ReactNode;
}

/** Asks the agent before some things are done. The dialogs are in the bundle of the box: a question waits until that is there. */
export function useQuestions({ replyCode, strings, perform, openAddress }: Questioned, { head }: Pick<ThreadSnapshot, "head">): Questions {
  const loaded = useStore(replyCode.subscribe, replyCode.get);
  const [asked, setAsked] = React.useState<Asked | null>(null);
  const ask = (next: Asked) => {
    replyCode.want();
    setAsked(next);
  };
  return {
    onAction(action) {
      if (!head) return;
      const { session } = head;
      const hasUnread = session.unread > 0;
      const hasDraft = loaded.kind === "ready" && loaded.part.drafts.getDrafts().has(session.id);
      if (action === "block" || action === "assign") ask({ action, session });
      else if (action === "close" && (hasUnread || hasDraft)) ask({ action, hasUnread, hasDraft });
      else perform(action);
    },
    onOpenLink: (address) => ask({ action: "openLink", address }),
    question: asked && loaded.kind === "ready" && (
      <loaded.part.ThreadQuestion
        asked={asked}
        strings={strings}
        onAnswer={(isYes, ...terms) => {
          setAsked(null);
          if (!isYes) return;
          if (asked.action === "openLink") openAddress(asked.address);
          else perform(asked.action, ...terms);
        }}
      />
    ),
  };
}
