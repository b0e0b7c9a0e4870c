import * as React from "react";
import type { CardAnswerInput } from "../ReplyBox/CardAnswer";
import { MissingPart } from "../shared/ui/MissingPart";
import { useStore } from "../shared/ui/useStore";
import type { ReplyCode } from "./replyCode";
import { REPLY_ATTRIBUTE } from "./panelKeys";
import type { PanelStrings } from "./panelStrings";

/** What a {@link CardReply} shows. */
export interface CardReplyProps extends Omit<CardAnswerInput, "strings"> {
  readonly replyCode: ReplyCode;
  /** What it is: to answer whom. */
  readonly label: string;
  readonly className: string;
  readonly strings: PanelStrings;
  /** The agent pressed Escape in it. */
  readonly onClose: () => void;
}

/** The place of the box to answer in, in a card; until its code is there, that it is on its way or cannot be had. */
export function CardReply({ replyCode, label, className, onClose, ...input }: CardReplyProps): React.ReactElement {
  const { strings } = input;
  const loaded = useStore(replyCode.subscribe, replyCode.get);
  React.useEffect(() => replyCode.want(), [replyCode]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    // A dialog that the box has opened tells its keys here too, and Escape ends a composition.
    const isOwn = event.currentTarget.contains(event.target as Element) && !event.defaultPrevented && !event.nativeEvent.isComposing;
    if (event.key !== "Escape" || !isOwn) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <div role="group" aria-label={label} className={className} onKeyDown={onKeyDown} {...{ [REPLY_ATTRIBUTE]: "" }}>
      {loaded.kind === "ready" ? (
        <loaded.part.CardAnswer {...input} />
      ) : (
        <MissingPart kind={loaded.kind} failed={strings.ReplyFailed} strings={strings} onRetry={replyCode.want} />
      )}
    </div>
  );
}
