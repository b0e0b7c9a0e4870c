/** What a viewer may do about whose a number is, and whose a conversation. Who may make the configuration record is an administrator. */
import { LINK_PRIVILEGES, PRIVILEGES } from "./names";
import type { FurtherRights } from "./readProfile";

/** A lookup takes *append* on the row that has it, and *append to* on the row that it points to: https://learn.microsoft.com/power-apps/developer/data-platform/security-access-rights */
export const linkRights: FurtherRights = {
  names: Object.values(LINK_PRIVILEGES),
  of(held) {
    const { appendContactNumber, appendToContact, appendToAccount, createContact } = LINK_PRIVILEGES;
    const mayChange = held.has(PRIVILEGES.writeContactNumber) && held.has(appendContactNumber);
    return {
      mayLink: mayChange && (held.has(appendToContact) || held.has(appendToAccount)),
      mayGiveAny: held.has(PRIVILEGES.createConfiguration),
      mayCreateContact: mayChange && held.has(appendToContact) && held.has(createContact),
    };
  },
};
