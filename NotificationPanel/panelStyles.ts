import { FontWeights, HighContrastSelector, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** Class names of the panel around its cards, for a theme. Logical properties throughout: right-to-left needs no second set. */
export const panelStyles = memoizeFunction(({ fonts, palette, semanticColors: colors }: ITheme) => {
  const line = `1px solid ${palette.neutralLight}`;
  return mergeStyleSets({
    root: [
      fonts.medium,
      {
        display: "flex",
        flexDirection: "column",
        boxSizing: "border-box",
        minHeight: 0,
        height: "100%",
        background: colors.bodyBackground,
        color: colors.bodyText,
        overflow: "hidden",
        textAlign: "start",
        // Only where it is the place of the focus on opening.
        outline: "none",
        ":focus-visible": {
          boxShadow: `inset 0 0 0 2px ${palette.neutralPrimary}`,
          [HighContrastSelector]: { outline: "2px solid Highlight", outlineOffset: -2 },
        },
      },
    ],
    header: { display: "flex", alignItems: "center", gap: 8, minHeight: 48, padding: "4px 16px", flexShrink: 0, borderBottom: line },
    tools: { display: "flex", alignItems: "center", gap: 4, paddingBlock: "8px 4px", paddingInline: "16px 8px", flexShrink: 0 },
    title: [
      fonts.large,
      {
        fontWeight: FontWeights.semibold,
        margin: 0,
        flexGrow: 1,
        outline: "none",
        ":focus-visible": { textDecoration: "underline" },
      },
    ],
    notices: { flexShrink: 0, maxHeight: "40%", overflowY: "auto" },
    scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", overscrollBehavior: "contain", position: "relative" },
    // The focus comes here when another card went away: its frame is drawn inside, where the list does not cut it.
    line: { outlineOffset: -2 },
    state: { display: "flex", flexDirection: "column", alignItems: "center", gap: 8, padding: "64px 32px", textAlign: "center" },
    stateIcon: { lineHeight: 0, color: palette.neutralTertiary, marginBlockEnd: 4 },
    stateTitle: [fonts.mediumPlus, { fontWeight: FontWeights.semibold }],
    stateText: { color: colors.bodySubtext, overflowWrap: "anywhere" },
    shimmer: { padding: "16px", borderBottom: line },
  });
});
