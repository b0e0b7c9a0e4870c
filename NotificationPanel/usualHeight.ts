import type { Density } from "../shared/domain/settings";

/** How high a card is that was never measured (px): two lines, or three lines of text with a row of buttons. Most are; the list corrects itself for the others. */
export const USUAL_HEIGHT: Readonly<Record<Density, number>> = { compact: 61, roomy: 168 };
