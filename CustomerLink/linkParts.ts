import type { ComponentType } from "react";
import type { CustomerLinks } from "../shared/thread/customerLinks";
import type { CustomerLinkProps } from "./CustomerLink";

/** Whose number is linked, and who links it. */
export interface LinkedBy {
  readonly contactNumberId: string;
  readonly phoneNumber: string;
  readonly userId: string;
  /** The number is another's now, or may be. */
  readonly onChanged: () => void;
}

/** What this bundle gives to those that load it. All are of the same version of the product (shared/browser/libraries.ts). */
export interface LinkParts {
  readonly CustomerLink: ComponentType<CustomerLinkProps>;
  readonly connectLinks: (by: LinkedBy) => CustomerLinks;
}
