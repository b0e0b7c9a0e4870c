/**
 * What each role is for, as things that its holders do: with the product's own code where the product does them, by the Web API where people do them on forms and
 * lists or the documentation tells them to. Each works for the role alone, without Basic User, and throws where it did not come to what it is for.
 */
import { createClient } from "../../shared/dataverse/client";
import { createBothGateways } from "../shared/dataverse/createBothGateways";
import { ADMINISTRATION_USES } from "./administrationUses";
import { CONVERSATION_USES } from "./conversationUses";
import { GATEWAY_USES } from "./gatewayUses";
import { PICTURE_USES } from "./pictureUses";
import type { Use } from "./roleScene";
import type { RoleHolder, RoleVariants } from "./roleVariants";

/** By role: what its holders do, each by what it is called. */
export const USES: Readonly<Record<string, Readonly<Record<string, Use>>>> = {
  "SMS Agent": CONVERSATION_USES,
  "SMS Pictures": PICTURE_USES,
  "SMS Administrator": { ...CONVERSATION_USES, ...PICTURE_USES, ...ADMINISTRATION_USES },
  "SMS Gateway": GATEWAY_USES,
};

/** Does all that a holder's role is for, one after the other, and stops at the first that fails. Returns what failed and why; null: all of it worked. */
export async function firstFailure(
  world: RoleVariants,
  holder: RoleHolder,
): Promise<{ readonly use: string; readonly error: unknown } | null> {
  const { userId } = holder;
  const client = createClient(world.fetchAs(userId));
  const scene = {
    me: userId,
    colleague: world.colleagueOf(holder),
    world,
    client,
    inbox: createBothGateways(client, userId, () => world.now),
  };
  for (const [use, act] of Object.entries(USES[holder.role] ?? {})) {
    try {
      await act(scene);
    } catch (error) {
      return { use, error };
    }
  }
  return null;
}
