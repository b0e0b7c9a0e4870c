/** Width of the side pane that hosts the panel (px), as its maker asks for it. Where it was once selected for its form's sake it is one pixel wider. */
export const PANE_WIDTH = 400;
