import type { Density } from "../shared/domain/settings";

/** How high a card is (px) that has no notes, and is not open: two lines; roomy: name, number, two lines of text, buttons. The list measures the others. */
export const USUAL_HEIGHT: Readonly<Record<Density, number>> = { compact: 59, roomy: 149 };
