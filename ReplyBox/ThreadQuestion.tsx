import * as React from "react";
import { AskFirst } from "../shared/ui/Questions";
import type { AskFirstProps, Question } from "../shared/ui/Questions";
import { CloseQuestion } from "./CloseQuestion";
import { LinkQuestion } from "./LinkQuestion";
import type { ThreadQuestionStrings } from "./threadQuestionStrings";

/** What waits for the agent's yes: an action on the conversation, or a link of a text. */
export type Asked =
  | Question
  | { readonly action: "close"; readonly hasDraft: boolean; readonly hasUnread: boolean }
  | { readonly action: "openLink"; readonly address: string };

/** What a {@link ThreadQuestion} asks. */
export interface ThreadQuestionProps extends Pick<AskFirstProps, "onAnswer"> {
  readonly asked: Asked;
  readonly strings: ThreadQuestionStrings;
}

/** The dialog of a question that a conversation asks before something is done. */
export function ThreadQuestion({ asked, ...given }: ThreadQuestionProps): React.ReactElement {
  if (asked.action === "openLink") return <LinkQuestion address={asked.address} {...given} />;
  if (asked.action === "close") return <CloseQuestion {...asked} {...given} />;
  return <AskFirst question={asked} {...given} />;
}
