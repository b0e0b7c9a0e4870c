import * as React from "react";
import { useTheme } from "@fluentui/react";
import type { Answers } from "../shared/thread/answers";
import { useStore } from "../shared/ui/useStore";
import type { AnswerStrings } from "./answerStrings";
import { DeliveryState } from "./DeliveryState";
import { replyStyles } from "./replyStyles";

/** What {@link UnwrittenTexts} shows. */
export interface UnwrittenTextsProps {
  readonly answers: Answers;
  readonly mayAnswer: boolean;
  readonly strings: AnswerStrings;
}

/** The texts that the agent has sent and the server does not have, each with what became of it and what can be done. Where there is a thread, they stand in it. */
export function UnwrittenTexts({ answers, mayAnswer, strings }: UnwrittenTextsProps): React.ReactElement {
  const { pending } = useStore(answers.subscribe, answers.getSnapshot);
  const styles = replyStyles(useTheme());
  const unwritten = pending.filter((message) => message.delivery === "failed" || answers.standingOf(message) === "writing");
  return (
    <div role="status" className={styles.live}>
      {unwritten.map((message) => (
        <div key={message.id} className={styles.unwritten}>
          <p className={styles.sent}>
            <bdi dir="auto">{message.text}</bdi>
          </p>
          <div className={styles.note}>
            <DeliveryState message={message} answers={answers} mayAnswer={mayAnswer} strings={strings} />
          </div>
        </div>
      ))}
    </div>
  );
}
