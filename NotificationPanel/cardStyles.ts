import { FontWeights, HighContrastSelector, hiddenContentStyle, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** Class names of a notification's card for a theme. Logical properties throughout: right-to-left needs no second set. */
export const cardStyles = memoizeFunction(({ fonts, palette, semanticColors: colors }: ITheme) => {
  const line = `1px solid ${colors.bodyDivider}`;
  const ellipsis = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
  return mergeStyleSets({
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
        background: colors.primaryButtonBackground,
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
  });
});
