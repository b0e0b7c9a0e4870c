import * as React from "react";
import { css, Link, useTheme } from "@fluentui/react";
import type { ThreadMessage } from "../shared/domain/message";
import type { Answers } from "../shared/thread/answers";
import type { NotDone } from "../shared/thread/answerState";
import { ConfirmDialog } from "../shared/ui/ConfirmDialog";
import { Template } from "../shared/ui/Template";
import { useStore } from "../shared/ui/useStore";
import type { AnswerStrings } from "./answerStrings";
import { replyStyles } from "./replyStyles";

/** What a {@link DeliveryState} shows. */
export interface DeliveryStateProps {
  /** One of ours. */
  readonly message: ThreadMessage;
  readonly answers: Answers;
  /** Whether the viewer may answer here: nobody else sends a text again. */
  readonly mayAnswer: boolean;
  readonly strings: AnswerStrings;
}

/** The gateway's own reasons. */
const ERRORS = ["notOwner", "blocked", "optedOut", "closed", "noNumber", "tooLong", "empty"] as const;
/** Reasons that another try does not change. */
const FINAL: readonly string[] = ["tooLong", "empty"];

/** What became of a text of ours, in words, and what can be done about it. One of which nobody knows whether it went out is sent again by somebody who has been told that. */
export function DeliveryState({ message, answers, mayAnswer, strings }: DeliveryStateProps): React.ReactElement | null {
  const { id, etag, delivery, error } = message;
  const styles = replyStyles(useTheme());
  const getStanding = React.useCallback(() => answers.standingOf(message), [answers, message]);
  const standing = useStore(answers.subscribe, getStanding);
  const [isAsking, setAsking] = React.useState(false);
  if (delivery === null) return null;
  const isFailed = delivery === "failed";
  const isUnconfirmed = delivery === "unconfirmed";
  const mayBeSentAgain = mayAnswer && standing !== "isSentAgain" && ((isFailed && !FINAL.includes(error)) || isUnconfirmed);
  const isBusy = standing === "busy";
  return (
    <>
      <span className={css((isFailed || isUnconfirmed) && styles.state)}>
        {standing === "writing" ? strings.DeliveryWriting : <Words message={message} strings={strings} />}
      </span>
      {isUnconfirmed && <span>{strings.Unconfirmed}</span>}
      {mayAnswer && isUnconfirmed && etag !== "" && (
        <Link as="button" disabled={isBusy} onClick={() => answers.check(message)}>
          {strings.Check}
        </Link>
      )}
      {mayBeSentAgain && (
        <Link as="button" disabled={isBusy} onClick={() => (isUnconfirmed ? setAsking(true) : answers.sendAgain(message))}>
          {strings.SendAgain}
        </Link>
      )}
      {standing === "mayBeEdited" && (
        <Link as="button" onClick={() => answers.edit(id)}>
          {strings.Edit}
        </Link>
      )}
      {isAsking && (
        <ConfirmDialog
          title={strings.SendAgain}
          confirmText={strings.SendAgain}
          cancelText={strings.Cancel}
          onConfirm={() => {
            setAsking(false);
            answers.sendAgain(message);
          }}
          onCancel={() => setAsking(false)}
        >
          {strings.SendAgainText}
        </ConfirmDialog>
      )}
    </>
  );
}

function Words({ message: { etag, delivery, error }, strings }: Pick<DeliveryStateProps, "message" | "strings">) {
  if (delivery === null) return null;
  const isWritten = etag !== "";
  if (delivery === "failed" && error !== "") {
    const reason = isWritten ? errorText(error, strings) : strings[`NotDone_${error as NotDone}` as const];
    return <Template text={isWritten ? strings.DeliveryFailed : strings.DeliveryNotWritten} values={[reason]} />;
  }
  return <>{strings[`Delivery_${delivery}` as const]}</>;
}

/** The product's own reasons in words; a provider's as it gave them. */
function errorText(error: string, strings: AnswerStrings): string {
  const known = ERRORS.find((each) => each === error);
  return known ? strings[`DeliveryError_${known}` as const] : error;
}
