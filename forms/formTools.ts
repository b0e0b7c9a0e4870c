/** What the scripts of the forms are given by the entry. */
import type { ApiClient } from "../shared/dataverse/client";

/** What a form's script works with. */
export interface FormTools {
  /** The user's id, lower case without braces. */
  readonly userId: string;
  /** The user's language, an LCID. */
  readonly languageId: number;
  readonly client: ApiClient;
  /** Whether the form of this row is in a pane of conversations, beside the page. */
  readonly isInPane: (rowId: string) => boolean;
  /** Takes what is no failed request: a bug. */
  readonly report: (error: unknown) => void;
}
