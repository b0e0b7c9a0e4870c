/** What the control learns from its form: the one place that knows where that stands. */
import type { IInputs } from "./generated/ManifestTypes";

/** The control with the box to answer in, as the manifest's dependency names it. */
export const REPLY_CONTROL = "msgn_MessageNotification.ReplyLibrary";

/** The control with the search for a number's customer, likewise. */
export const CUSTOMER_CONTROL = "msgn_MessageNotification.CustomerLibrary";

/** The row that a form shows. */
export interface FormRecord {
  /** The table's logical name. */
  readonly table: string;
  readonly id: string;
}

/** What components in use read of the context; Microsoft documents neither of the two. */
interface WithRecord {
  readonly page?: { readonly entityId?: string; readonly entityTypeName?: string };
  readonly mode?: { readonly contextInfo?: { readonly entityId?: string; readonly entityTypeName?: string } };
}

/** The row of the form that the control is on; null where the row is new, or the platform does not say. */
export function readRecord(context: ComponentFramework.Context<IInputs>): FormRecord | null {
  const { page, mode } = context as unknown as WithRecord;
  for (const place of [mode?.contextInfo, page]) {
    const { entityId, entityTypeName } = place ?? {};
    if (entityId && entityTypeName) return { table: entityTypeName, id: entityId };
  }
  return null;
}
