import { FontWeights, HighContrastSelector, hiddenContentStyle, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import { SETTLING_ATTRIBUTE } from "./usePressGuard";

/** Class names of the panel around its cards, for a theme. Logical properties throughout: right-to-left needs no second set. */
export const panelStyles = memoizeFunction(({ effects, fonts, palette, semanticColors: colors }: ITheme) => {
  const line = `1px solid ${colors.bodyDivider}`;
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
    body: {
      flexGrow: 1,
      minHeight: 0,
      display: "flex",
      flexDirection: "column",
      position: "relative",
      // A press does nothing there for half a second. Paler at once, without a transition: nobody is to follow it.
      [`[${SETTLING_ATTRIBUTE}] .ms-Button`]: { opacity: 0.45, cursor: "progress" },
    },
    scroller: {
      flexGrow: 1,
      minHeight: 0,
      overflowY: "auto",
      overscrollBehavior: "contain",
      position: "relative",
      // What lies over a row stays below what lies over the list.
      zIndex: 0,
      // The list keeps its place by itself, in browsers that cannot as well: two that do it would do it twice.
      overflowAnchor: "none",
    },
    foot: {
      position: "absolute",
      insetInline: 0,
      bottom: 0,
      maxHeight: "60%",
      overflowY: "auto",
      boxShadow: effects.elevation8,
      [HighContrastSelector]: { borderTop: "1px solid WindowText" },
      ":empty": { display: "none" },
    },
    hidden: hiddenContentStyle,
    keys: {
      display: "grid",
      gridTemplateColumns: "max-content minmax(0, 1fr)",
      gap: "8px 16px",
      alignItems: "baseline",
      margin: 0,
    },
    key: [
      fonts.small,
      { fontFamily: "inherit", padding: "1px 6px", border: `1px solid ${palette.neutralTertiary}`, borderRadius: 2, whiteSpace: "nowrap" },
    ],
    meaning: { margin: 0, overflowWrap: "anywhere" },
    // The focus comes here when another card went away: its frame is drawn inside, where the list does not cut it.
    line: {
      position: "relative",
      outlineOffset: -2,
      overflow: "hidden",
      "> *": { height: "100%", boxSizing: "border-box" },
      // The letters of the buttons, where the keyboard has come to the row: over a corner, so that nothing moves.
      "&:focus-visible [data-letter]::before, [data-letter]:focus-visible::before": {
        content: "attr(data-letter)",
        position: "absolute",
        insetBlockStart: -8,
        insetInlineEnd: -6,
        zIndex: 1,
        minWidth: 16,
        boxSizing: "border-box",
        padding: "0 3px",
        border: `1px solid ${palette.neutralSecondary}`,
        borderRadius: 2,
        fontSize: 11,
        lineHeight: "14px",
        textAlign: "center",
        background: colors.bodyBackground,
        color: colors.bodyText,
      },
    },
    gone: [
      fonts.small,
      {
        height: "100%",
        boxSizing: "border-box",
        padding: "12px 16px",
        // Where the names of compact cards begin.
        paddingInlineStart: 20,
        borderBottom: line,
        display: "flex",
        flexWrap: "wrap",
        alignContent: "center",
        columnGap: 8,
        overflow: "hidden",
        overflowWrap: "anywhere",
        background: palette.neutralLighterAlt,
        color: colors.bodySubtext,
        "> bdi": { fontWeight: FontWeights.semibold },
        [HighContrastSelector]: { color: "GrayText" },
      },
    ],
    state: { display: "flex", flexDirection: "column", alignItems: "center", gap: 8, padding: "64px 32px", textAlign: "center" },
    stateIcon: { lineHeight: 0, color: palette.neutralTertiary, marginBlockEnd: 4 },
    stateTitle: [fonts.mediumPlus, { fontWeight: FontWeights.semibold }],
    stateText: { color: colors.bodySubtext, overflowWrap: "anywhere" },
    shimmer: { padding: "16px", borderBottom: line },
  });
});
