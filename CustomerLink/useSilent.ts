import * as React from "react";
import { RequestFailed } from "../shared/domain/failure";
import type { InboxSession } from "../shared/domain/session";
import type { Gifts } from "../shared/thread/gifts";

/**
 * Whether the receiver of a conversation would not be notified: who gives it learns that before. False while it is not known, and where it cannot be.
 * @param session the same object while the dialog is open
 */
export function useSilent({ isSilent }: Pick<Gifts, "isSilent">, session: InboxSession, onBug: (bug: unknown) => void): boolean {
  const [is, setIs] = React.useState(false);
  React.useEffect(() => {
    let isAwaited = true;
    isSilent(session).then(
      (answer) => isAwaited && setIs(answer),
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) onBug(error);
      },
    );
    return () => void (isAwaited = false);
  }, [isSilent, session, onBug]);
  return is;
}
