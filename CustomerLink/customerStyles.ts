import { HighContrastSelector, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import { rowButtonStyle } from "../shared/ui/rowButtonStyle";

/** Class names of the search for a customer, for a theme. */
export const customerStyles = memoizeFunction((theme: ITheme) => {
  const { fonts, semanticColors: colors } = theme;
  return mergeStyleSets({
    // As wide and high as some results: the dialog stays as it is while somebody searches.
    root: {
      display: "flex",
      flexDirection: "column",
      gap: 8,
      width: 472,
      maxWidth: "100%",
      minHeight: "min(320px, 40vh)",
      color: colors.bodyText,
      overflowWrap: "anywhere",
    },
    // Its place is kept: the list does not move when words come or go.
    state: { minHeight: "1.4em", display: "flex", flexWrap: "wrap", alignItems: "center", gap: 8 },
    // Names begin where the box does.
    list: { marginBlock: 0, marginInline: -10, padding: 2, listStyle: "none" },
    customer: [rowButtonStyle(theme), { "&[aria-disabled=true]": { cursor: "default", background: "none" } }],
    name: { display: "block", fontWeight: 600 },
    mark: { marginInlineStart: 8, fontWeight: 400, color: colors.bodySubtext },
    facts: [fonts.small, { display: "flex", flexWrap: "wrap", gap: "0 12px", color: colors.bodySubtext }],
    // Beside the note and the buttons a part of it is seen: it scrolls by itself. As high with one as with many: what is below stays where it is.
    receivers: { height: "min(208px, 30vh)", overflowY: "auto" },
    chosen: {
      // Also under the pointer that has just chosen it.
      "&, &:hover": { background: theme.palette.themeLighter },
      [HighContrastSelector]: { outline: "2px solid Highlight", outlineOffset: -2 },
    },
    // As thick as a ring, and as a disc where it is chosen: also where an app forces its own colours.
    radio: {
      display: "inline-block",
      boxSizing: "border-box",
      width: 14,
      height: 14,
      marginInlineEnd: 8,
      border: `1px solid ${colors.inputBorder}`,
      borderRadius: "50%",
      verticalAlign: -2,
      "[aria-checked=true] &": { border: `4px solid ${theme.palette.themePrimary}` },
    },
    same: { fontWeight: 600, color: colors.bodyText },
  });
});
