import type { ComponentType } from "react";
import type { NoteFiles } from "../shared/thread/noteFiles";
import type { AnswersLease } from "../shared/thread/windowAnswers";
import type { DeliveryStateProps } from "./DeliveryState";
import type { MessageMediaProps } from "./MessageMedia";
import type { ReplyBoxProps } from "./ReplyBox";

/** Whose answers, and who writes them. */
export interface AnsweredBy {
  readonly sessionId: string;
  readonly userId: string;
  readonly userName: string;
}

/** What this bundle gives to those that load it. All are of the same version of the product (shared/browser/libraries.ts). */
export interface ReplyParts {
  readonly ReplyBox: ComponentType<ReplyBoxProps>;
  readonly DeliveryState: ComponentType<DeliveryStateProps>;
  /** Pictures and other files that came with a text, and where they come from. */
  readonly MessageMedia: ComponentType<MessageMediaProps>;
  readonly noteFiles: NoteFiles;
  /** A share of a conversation's answers: a window has one draft of it, wherever its box is shown. */
  readonly leaseAnswers: (by: AnsweredBy) => AnswersLease;
}
