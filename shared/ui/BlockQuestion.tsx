import * as React from "react";
import { TextField } from "@fluentui/react";
import type { BlockTerms } from "../domain/numberBlock";
import { plainName } from "../domain/plainName";
import type { InboxSession } from "../domain/session";
import { ConfirmDialog } from "./ConfirmDialog";
import { Template } from "./Template";
import { Choice } from "./Choice";

/** The words of a {@link BlockQuestion}. */
export type BlockStrings = Readonly<
  Record<
    | "BlockTitle"
    | "BlockText"
    | "BlockTextNamed"
    | "BlockReason"
    | "BlockFor"
    | `BlockFor_${"ever" | "hour" | "day" | "week"}`
    | "Action_block"
    | "Cancel",
    string
  >
>;

/** What a {@link BlockQuestion} asks about. */
export interface BlockQuestionProps {
  readonly session: InboxSession;
  readonly strings: BlockStrings;
  /** Null: the agent does not want to block. */
  readonly onAnswer: (terms: BlockTerms | null) => void;
}

const HOUR = 3_600_000;
/** How long a block can last (ms); null: until somebody unblocks the number. */
const LENGTHS = { ever: null, hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR } as const;
type Length = keyof typeof LENGTHS;
/** As long as the column of the reason takes. */
const MOST_REASON = 200;

/** Asks before a number is blocked: names the customer and the number; why and for how long may be said. */
export function BlockQuestion({ session, strings, onAnswer }: BlockQuestionProps): React.ReactElement {
  const [reason, setReason] = React.useState("");
  const [length, setLength] = React.useState<Length>("ever");
  const number = plainName(session.phoneNumber);
  const name = plainName(session.contactName ?? "");
  const lengths = (Object.keys(LENGTHS) as Length[]).map((key) => [key, strings[`BlockFor_${key}` as const]] as const);
  return (
    <ConfirmDialog
      title={strings.BlockTitle}
      confirmText={strings.Action_block}
      cancelText={strings.Cancel}
      fields={
        <>
          <TextField
            label={strings.BlockReason}
            value={reason}
            maxLength={MOST_REASON}
            autoComplete="off"
            onChange={(_, text = "") => setReason(text)}
          />
          <Choice label={strings.BlockFor} options={lengths} chosen={length} onChoose={setLength} />
        </>
      }
      onConfirm={() => onAnswer({ reason: reason.trim(), length: LENGTHS[length] })}
      onCancel={() => onAnswer(null)}
    >
      {name ? <Template text={strings.BlockTextNamed} values={[name, number]} /> : <Template text={strings.BlockText} values={[number]} />}
    </ConfirmDialog>
  );
}
