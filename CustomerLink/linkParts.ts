import type { ComponentType } from "react";
import type { LinkBegun } from "./CustomerLink";
import type { ThreadHead } from "../shared/thread/threadPorts";
import type { GiveStrings } from "./giveStrings";
import type { LinkStrings } from "./linkStrings";

/** Opens a form of the app: the platform's `context.navigation.openForm`, whose answer is looked at before it is believed. */
export type OpenForm = (
  options: { readonly entityName: string; readonly useQuickCreateForm: boolean },
  parameters: Record<string, string>,
) => Promise<unknown>;

/** Whose number is linked, which conversation is given away, and by whom. */
export interface LinkingProps {
  readonly begun: LinkBegun;
  readonly head: Pick<ThreadHead, "session" | "customer">;
  readonly userId: string;
  readonly mayCreate: boolean;
  readonly strings: LinkStrings & GiveStrings;
  readonly openForm: OpenForm;
  /** The number, or the conversation, is another's now, or may be. */
  readonly onChanged: () => void;
  /** Takes a bug that is none of the drawing's. */
  readonly onBug: (bug: unknown) => void;
}

/** What this bundle gives to those that load it. All are of the same version of the product (shared/browser/libraries.ts). */
export interface LinkParts {
  /** The search for the customer, the dialog to give the conversation away in, and what came of either. */
  readonly Linking: ComponentType<LinkingProps>;
}
