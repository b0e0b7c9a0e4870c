/** A dismissal, also where its answer is lost. */
import { asFailure, asNotDone, nullOnFailure } from "../domain/failure";
import { customerName } from "../domain/session";
import type { InboxSession, Mark } from "../domain/session";
import { isBeyond } from "../domain/unread";
import type { ActionGateway, InboxGateway } from "./ports";

/** Writes the viewer's dismissal of a session up to the mark. A write without an answer is looked into. @throws RequestFailed */
export async function dismiss(gateway: ActionGateway & Pick<InboxGateway, "readInbox">, session: InboxSession, mark: Mark): Promise<void> {
  try {
    await gateway.writeDismissal(session.id, mark, customerName(session));
  } catch (error) {
    const failure = asFailure(error);
    // Perhaps only the answer was lost.
    const reading = failure.kind === "offline" ? await gateway.readInbox().catch(nullOnFailure) : null;
    if (!reading) throw failure;
    const written = reading.sessions.find(({ id }) => id === session.id)?.dismissal;
    if (!written || isBeyond(session, written)) throw asNotDone(failure);
  }
}
