import * as React from "react";
import type { Browser } from "../shared/inbox/ports";
import type { Answers } from "../shared/thread/answers";
import type { AnsweredBy } from "../shared/thread/cardAnswer";
import type { CardAnswerGateway } from "../shared/thread/cardAnswerPorts";
import type { NoteFiles } from "../shared/thread/noteFiles";
import type { WindowAnswers } from "../shared/thread/windowAnswers";
import { createBoxAnswers } from "./boxAnswers";
import { CardAnswer as Box } from "./CardAnswer";
import type { CardAnswerInput } from "./CardAnswer";
import { DeliveryState } from "./DeliveryState";
import { MessageMedia } from "./MessageMedia";
import { ReplyBox } from "./ReplyBox";
import type { BoxAnswersLease, ReplyParts } from "./replyParts";
import { ThreadQuestion } from "./ThreadQuestion";

/** What the bundle works with. */
export interface ReplyTools {
  readonly windowAnswers: WindowAnswers;
  /** Makes the answers of a conversation. */
  readonly connect: (by: AnsweredBy) => Answers;
  readonly cardGateway: CardAnswerGateway;
  readonly connectActions: ReplyParts["connectActions"];
  readonly noteFiles: NoteFiles;
  readonly browser: Pick<Browser, "after" | "report">;
}

/** Makes what the bundle gives. */
export function createReplyParts(tools: ReplyTools): ReplyParts {
  const { windowAnswers, connect, cardGateway: gateway, connectActions, noteFiles, browser } = tools;
  const lease = (by: AnsweredBy) => windowAnswers.lease(by.sessionId, () => connect(by));
  function leaseAnswers(by: AnsweredBy): BoxAnswersLease {
    const { answers, release } = lease(by);
    return { answers: createBoxAnswers(answers), release };
  }
  function CardAnswer(input: CardAnswerInput): React.ReactElement {
    return React.createElement(Box, { ...input, leaseAnswers: lease, gateway, browser });
  }
  return {
    ReplyBox,
    DeliveryState,
    CardAnswer,
    ThreadQuestion,
    MessageMedia,
    connectActions,
    noteFiles,
    leaseAnswers,
    drafts: windowAnswers,
  };
}
