import type { ComponentType } from "react";
import type { AnsweredBy } from "../shared/thread/cardAnswer";
import type { ThreadActionGateway } from "../shared/thread/threadPorts";
import type { WindowAnswers } from "../shared/thread/windowAnswers";
import type { BoxAnswers } from "./boxAnswers";
import type { CardAnswerInput } from "./CardAnswer";
import type { NoteFiles } from "../shared/thread/noteFiles";
import type { DeliveryStateProps } from "./DeliveryState";
import type { MessageMediaProps } from "./MessageMedia";
import type { ReplyBoxProps } from "./ReplyBox";
import type { ThreadQuestionProps } from "./ThreadQuestion";

/** One box's share of a conversation's answers. */
export interface BoxAnswersLease {
  readonly answers: BoxAnswers;
  /** Ends the share. What is written stays, and what is on its way goes on. */
  readonly release: () => void;
}

/** What this bundle gives to those that load it. All are of the same version of the product (shared/browser/libraries.ts). */
export interface ReplyParts {
  readonly ReplyBox: ComponentType<ReplyBoxProps>;
  readonly DeliveryState: ComponentType<DeliveryStateProps>;
  /** The box in a card of the list. */
  readonly CardAnswer: ComponentType<CardAnswerInput>;
  /** What a conversation asks before something is done. */
  readonly ThreadQuestion: ComponentType<ThreadQuestionProps>;
  /** What a conversation's actions write to. `onBusy`: the server asks this user to be left alone for so long (ms). */
  readonly connectActions: (userId: string, browserNow: () => number, onBusy: (ms: number) => void) => ThreadActionGateway;
  /** Pictures and other files that came with a text, and where they come from. */
  readonly MessageMedia: ComponentType<MessageMediaProps>;
  readonly noteFiles: NoteFiles;
  /** A share of a conversation's answers: a window has one draft of it, wherever its box is shown. */
  readonly leaseAnswers: (by: AnsweredBy) => BoxAnswersLease;
  /** In which conversations of this window something is written and not sent. */
  readonly drafts: Pick<WindowAnswers, "getDrafts" | "subscribe">;
}
