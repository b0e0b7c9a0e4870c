/** Which actions of a card are explained, and how their buttons say so. */

/** The actions on first contact: each has an effect that its word alone does not tell. */
const TIPPED = ["accept", "dismiss", "block"] as const;

/** An action that is explained. */
export type TippedAction = (typeof TIPPED)[number];

/** The attribute of a button that is explained: its action. */
export const TIP_ATTRIBUTE = "data-tip";

/** Whether an action is explained. */
export const isTippedAction = (action: string): action is TippedAction => (TIPPED as readonly string[]).includes(action);
