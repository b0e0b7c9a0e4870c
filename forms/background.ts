/** What a handler of a form starts and does not wait for. */
import { RequestFailed } from "../shared/domain/failure";

/**
 * Lets a task run. A failed request ends it without a word: nothing of it is lost for the user. Anything else is a bug.
 * @param report takes a bug
 */
export function inBackground(task: Promise<void>, report: (error: unknown) => void): void {
  task.catch((error: unknown) => {
    if (!(error instanceof RequestFailed)) report(error);
  });
}

/**
 * Changes a form after a wait for the server. The user may have left it meanwhile: the platform's calls then throw, and there is nobody to see the
 * change. On a form that is there an error is a bug.
 * @throws what `change` throws while the form is there
 */
export function unlessClosed(form: Xrm.FormContext, change: () => void): void {
  try {
    change();
  } catch (error) {
    if (isThere(form)) throw error;
  }
}

function isThere(form: Xrm.FormContext): boolean {
  try {
    form.data.entity.getId();
    return true;
  } catch {
    return false;
  }
}
