import type { Form } from "../../model";
import type { Session } from "../session/session";
import { executionContexts } from "./executionContexts";
import { FormSession } from "./formSession";

/**
 * Makes a form whose handlers receive the client API's execution contexts; its row is not read yet.
 * @param id the row's id in lower case; undefined for a new row
 * @throws Error where the form uses a column that its table lacks
 */
export function makeForm(session: Session, form: Form, id: string | undefined): FormSession {
  return new FormSession(session, form, id, executionContexts);
}
