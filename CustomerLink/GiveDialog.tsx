import * as React from "react";
import { DefaultButton, PrimaryButton, TextField, useTheme } from "@fluentui/react";
import { customerName } from "../shared/domain/session";
import type { InboxSession } from "../shared/domain/session";
import type { Gifts, GiveTrouble } from "../shared/thread/gifts";
import type { FoundReceivers, Receiver } from "../shared/thread/givePorts";
import { Bar } from "../shared/ui/Bar";
import { DialogFrame } from "../shared/ui/DialogFrame";
import { fill } from "../shared/ui/fill";
import { Template } from "../shared/ui/Template";
import { plainName } from "../shared/domain/plainName";
import { customerStyles } from "./customerStyles";
import type { GiveStrings } from "./giveStrings";
import { GiveTroubleText } from "./GiveTroubleText";
import { moveInList } from "./moveInList";
import { ReceiverList } from "./ReceiverList";
import { useFound } from "./useFound";
import type { Found } from "./useFound";
import { useSilent } from "./useSilent";

/** What a {@link GiveDialog} asks about. */
export interface GiveDialogProps {
  readonly session: InboxSession;
  readonly gifts: Pick<Gifts, "findReceivers" | "isSilent" | "closeTrouble">;
  readonly trouble: GiveTrouble | null;
  /** It is being written: nothing can be pressed just now. */
  readonly isBusy: boolean;
  readonly strings: GiveStrings;
  readonly onBug: (bug: unknown) => void;
  readonly onGive: (to: Receiver, note: string) => void;
  readonly onClose: () => void;
}

/** As many characters as the column takes. */
const MOST_NOTE = 200;

/** The dialog to give a conversation away in: to whom, and what they are told. What is chosen and written stays where it could not be done. Escape closes it. */
export function GiveDialog(props: GiveDialogProps): React.ReactElement {
  const { session, gifts, trouble, isBusy, strings, onBug, onGive, onClose } = props;
  const styles = customerStyles(useTheme());
  const [words, setWords] = React.useState("");
  const [note, setNote] = React.useState("");
  const [chosen, setChosen] = React.useState<Receiver | null>(null);
  const found = useFound(gifts.findReceivers, words, onBug);
  // Who has it already is given nothing.
  const receivers = found.answer?.items.filter(({ id }) => id !== session.owner.id);
  const isSilent = useSilent(gifts, session, onBug);
  const box = React.useRef<HTMLDivElement>(null);
  return (
    <DialogFrame
      title={strings.GiveTitle}
      maxWidth={520}
      isBlocking
      firstFocus="input"
      buttons={[
        <PrimaryButton
          key="give"
          text={strings.Give}
          disabled={chosen === null || isBusy}
          allowDisabledFocus
          onClick={() => chosen && onGive(chosen, note.trim())}
        />,
        <DefaultButton key="cancel" text={strings.Cancel} onClick={onClose} />,
      ]}
      onDismiss={onClose}
    >
      <div ref={box} className={styles.root} onKeyDown={(event) => moveInList(event, box.current)}>
        <div>
          <Template text={strings.GiveText} values={[customerName(session)]} />
        </div>
        <TextField
          type="search"
          ariaLabel={strings.GiveSearch}
          placeholder={strings.GiveSearch}
          autoComplete="off"
          value={words}
          onChange={(_, text = "") => setWords(text)}
        />
        <div role="status" className={styles.state}>
          {stateOf(found, receivers?.length ?? 0, strings)}
          {found.failed && <DefaultButton text={strings.Retry} onClick={found.again} />}
        </div>
        {receivers && (
          <ReceiverList
            receivers={receivers}
            chosen={chosen}
            label={strings.GiveSearch}
            teamText={strings.GiveTeam}
            onChoose={(receiver) => {
              gifts.closeTrouble();
              setChosen(receiver);
            }}
          />
        )}
        <TextField
          label={strings.GiveNote}
          multiline
          rows={2}
          resizable={false}
          maxLength={MOST_NOTE}
          value={note}
          description={fill(strings.GiveCount, note.length, MOST_NOTE)}
          onChange={(_, text = "") => setNote(text)}
        />
        <div role="status">
          {chosen && <Template text={strings.GiveChosen} values={[plainName(chosen.name) || chosen.id]} />} {isSilent && strings.GiveSilent}
        </div>
        <div role="alert">
          {trouble && (
            <Bar isWarning action={null} close={null}>
              <GiveTroubleText trouble={trouble} strings={strings} />
            </Bar>
          )}
        </div>
      </div>
    </DialogFrame>
  );
}

/** @param count how many of those that were found are offered */
function stateOf({ answer, failed }: Found<FoundReceivers>, count: number, strings: GiveStrings): string {
  if (failed) return fill(strings.CustomerFailed, strings[`NotDone_${failed}` as const]);
  if (!answer) return strings.CustomerSearching;
  const who = count === 0 ? strings.GiveNobody : fill(answer.hasMore ? strings.CustomerMore : strings.CustomerFound, count);
  return answer.isWithoutTeams ? `${who} ${strings.GiveWithoutTeams}` : who;
}
