import type { ComponentType } from "react";
import type { LinkBegun } from "./CustomerLink";
import type { ThreadHead } from "../shared/thread/threadPorts";
import type { LinkStrings } from "./linkStrings";

/** Opens a form of the app: the platform's `context.navigation.openForm`, whose answer is looked at before it is believed. */
export type OpenForm = (
  options: { readonly entityName: string; readonly useQuickCreateForm: boolean },
  parameters: Record<string, string>,
) => Promise<unknown>;

/** Whose number is linked, and who links it. */
export interface LinkingProps {
  readonly begun: LinkBegun;
  readonly head: Pick<ThreadHead, "session" | "customer">;
  readonly userId: string;
  readonly mayCreate: boolean;
  readonly strings: LinkStrings;
  readonly openForm: OpenForm;
  /** The number is another's now, or may be. */
  readonly onChanged: () => void;
  /** Takes a bug that is none of the drawing's. */
  readonly onBug: (bug: unknown) => void;
}

/** What this bundle gives to those that load it. All are of the same version of the product (shared/browser/libraries.ts). */
export interface LinkParts {
  /** The search for the customer, and what came of it. */
  readonly Linking: ComponentType<LinkingProps>;
}
