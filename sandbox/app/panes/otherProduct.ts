import type { SidePanes } from "./sidePanes";

/** How long after the app's start the other product shows its pane (ms). */
const showsAfter = 1_000;

/**
 * Another product that has a side pane of its own: it makes it when the app starts, and a second later selects it, which expands the panes.
 * So do the productivity tools of Customer Service. It has nothing to do with the imported solution.
 */
export function startOtherProduct(panes: SidePanes): void {
  const pane = panes.create({
    paneId: "sandbox-other-product",
    title: "Other product",
    canClose: false,
    alwaysRender: true,
    isSelected: false,
  });
  panes.navigate(pane, { pageType: "custom", name: "sandbox_otherproduct" });
  setTimeout(() => panes.select(pane), showsAfter);
}
