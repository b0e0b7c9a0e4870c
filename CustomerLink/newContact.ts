import type { NamedCustomer, OpenNew } from "../shared/thread/customerLinks";
import type { OpenForm } from "./linkParts";

/** What the platform says of a row that was saved. */
interface SavedReference {
  readonly id: string;
  readonly name?: string;
}

/**
 * Makes contacts by the app's quick create form. It answers with the contact once that is saved; with nothing where the agent has closed the form, or the platform does not
 * say. Of what it returns: @throws what the platform throws where it cannot show the form
 */
export function newContact(openForm: OpenForm): OpenNew {
  return (parameters) => openForm({ entityName: "contact", useQuickCreateForm: true }, { ...parameters }).then(savedIn);
}

function savedIn(answer: unknown): NamedCustomer | null {
  const { savedEntityReference } = (answer ?? {}) as { readonly savedEntityReference?: readonly SavedReference[] | null };
  const [saved] = savedEntityReference ?? [];
  return saved ? { table: "contact", id: saved.id.replace(/[{}]/g, "").toLowerCase(), name: saved.name ?? "" } : null;
}
