import { FontWeights, HighContrastSelector, hiddenContentStyle, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** Class names of the panel for a theme. Logical properties throughout: right-to-left needs no second set. */
export const panelStyles = memoizeFunction((theme: ITheme) => {
  const { fonts, palette, semanticColors: colors } = theme;
  const line = `1px solid ${palette.neutralLight}`;
  const ellipsis = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
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
      },
    ],
    header: { display: "flex", alignItems: "center", gap: 8, minHeight: 48, padding: "4px 16px", flexShrink: 0, borderBottom: line },
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
    bar: [
      fonts.medium,
      {
        display: "flex",
        alignItems: "flex-start",
        gap: 8,
        paddingBlock: 8,
        paddingInline: "16px 8px",
        flexShrink: 0,
        overflowWrap: "anywhere",
        background: colors.infoBackground,
        borderBottom: line,
        [HighContrastSelector]: { borderBottom: "1px solid WindowText" },
      },
    ],
    warning: { background: colors.warningBackground },
    barIcon: { flexShrink: 0, lineHeight: 0, paddingBlock: 2, color: colors.infoIcon },
    barText: { flexGrow: 1, minWidth: 0, paddingBlock: 1 },
    barNote: [fonts.small, { color: colors.bodySubtext }],
    barActions: { display: "flex", flexShrink: 0, alignItems: "center", marginBlock: -4 },
    notices: { flexShrink: 0, maxHeight: "40%", overflowY: "auto" },
    scroller: { flexGrow: 1, minHeight: 0, overflowY: "auto", overscrollBehavior: "contain", position: "relative" },
    // The focus comes here when another card went away: its frame is drawn inside, where the list does not cut it.
    line: { outlineOffset: -2 },
    card: {
      display: "grid",
      gridTemplateColumns: "40px minmax(0, 1fr)",
      columnGap: 12,
      padding: "12px 16px",
      borderBottom: line,
      position: "relative",
      ":hover": { background: palette.neutralLighterAlt },
      [HighContrastSelector]: { borderBottom: "1px solid WindowText" },
    },
    coin: { gridColumn: "1", gridRow: "1 / 3", alignSelf: "start" },
    person: { lineHeight: 0, display: "inline-block", verticalAlign: "middle" },
    text: { gridColumn: "2", gridRow: "1", minWidth: 0 },
    row: { display: "flex", alignItems: "center", gap: 8, minHeight: 20 },
    // A box around the name alone: it stands at the line's start, and a long name is cut at its own end, wherever that is.
    name: { display: "flex", flexGrow: 1, minWidth: 0, fontWeight: FontWeights.semibold, "> bdi": ellipsis },
    time: [fonts.small, { flexShrink: 0, color: colors.bodySubtext, whiteSpace: "nowrap" }],
    number: [fonts.small, ellipsis, { flexGrow: 1, minWidth: 0, minHeight: 16, color: colors.bodySubtext }],
    badge: [
      fonts.small,
      {
        flexShrink: 0,
        minWidth: 20,
        boxSizing: "border-box",
        padding: "1px 6px",
        borderRadius: 10,
        textAlign: "center",
        fontWeight: FontWeights.semibold,
        background: palette.themePrimary,
        color: colors.primaryButtonText,
        [HighContrastSelector]: { border: "1px solid WindowText" },
      },
    ],
    preview: {
      marginBlock: "2px 0",
      minHeight: 20,
      lineHeight: 20,
      maxHeight: 60,
      overflow: "hidden",
      overflowWrap: "anywhere",
      whiteSpace: "pre-line",
      display: "-webkit-box",
      WebkitLineClamp: "3",
      WebkitBoxOrient: "vertical",
      textAlign: "start",
      unicodeBidi: "isolate",
    },
    faint: { color: colors.bodySubtext, fontStyle: "italic" },
    owner: [fonts.small, ellipsis, { marginBlockStart: 4, color: colors.bodySubtext }],
    hidden: hiddenContentStyle,
    actions: { gridColumn: "2", gridRow: "2", display: "flex", flexWrap: "wrap", alignItems: "center", gap: 8, marginBlockStart: 12 },
    state: { display: "flex", flexDirection: "column", alignItems: "center", gap: 8, padding: "64px 32px", textAlign: "center" },
    stateIcon: { lineHeight: 0, color: palette.neutralTertiary, marginBlockEnd: 4 },
    stateTitle: [fonts.mediumPlus, { fontWeight: FontWeights.semibold }],
    stateText: { color: colors.bodySubtext, overflowWrap: "anywhere" },
    shimmer: { padding: "16px", borderBottom: line },
  });
});
