/** The attribute by which an element says what a press on it is about: who, and what is offered. The panel guards its presses by it. */
export const PRESS_ATTRIBUTE = "data-press";
