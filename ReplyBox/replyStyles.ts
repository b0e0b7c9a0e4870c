import { HighContrastSelector, hiddenContentStyle, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import { rowButtonStyle } from "../shared/ui/rowButtonStyle";

/** Class names of the box to answer in, and of what belongs to it, for a theme. */
export const replyStyles = memoizeFunction((theme: ITheme) => {
  const { fonts, palette, semanticColors: colors } = theme;
  return mergeStyleSets({
    root: {
      flexShrink: 0,
      display: "flex",
      flexDirection: "column",
      gap: 8,
      padding: "12px 16px",
      borderTop: `1px solid ${colors.bodyDivider}`,
      background: colors.bodyBackground,
      color: colors.bodyText,
      overflowWrap: "anywhere",
    },
    // The card has its own margins, and its own line around it.
    inCard: {
      display: "flex",
      flexDirection: "column",
      gap: 8,
      marginBlock: "10px 4px",
      outline: "none",
      "> :last-child": { border: 0, padding: 0, background: "none" },
    },
    unwritten: { paddingInlineStart: 10, borderInlineStart: `3px solid ${colors.bodyDivider}` },
    // Around the text, which has the direction of its own script, and stands where the box begins.
    sent: { margin: 0, display: "flex", "> bdi": { minWidth: 0, overflowWrap: "anywhere", whiteSpace: "pre-wrap" } },
    // What is said there takes no room before it is said.
    live: { ":empty": { marginBlockEnd: -8 } },
    closed: {
      padding: "8px 12px",
      borderRadius: 4,
      background: palette.neutralLighter,
      [HighContrastSelector]: { border: "1px solid WindowText" },
    },
    note: [fonts.small, { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 8px", color: colors.bodySubtext }],
    fault: [fonts.small, { color: colors.bodyText, fontWeight: 600 }],
    foot: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: 8 },
    // Its place is kept: the buttons stay where they are when somebody begins to write.
    count: [
      fonts.small,
      { minHeight: "1.4em", marginBlock: "-4px", color: colors.bodySubtext, textAlign: "end", fontVariantNumeric: "tabular-nums" },
    ],
    picker: {
      display: "flex",
      flexDirection: "column",
      gap: 8,
      maxHeight: "min(360px, 40vh)",
      padding: 12,
      borderRadius: 4,
      border: `1px solid ${colors.bodyDivider}`,
    },
    head: { display: "flex", alignItems: "center", gap: 8, fontWeight: 600, "> :first-child": { flexGrow: 1, minWidth: 0 } },
    list: { margin: 0, padding: 2, listStyle: "none", overflowY: "auto", overscrollBehavior: "contain" },
    template: rowButtonStyle(theme),
    name: { display: "block", fontWeight: 600, unicodeBidi: "isolate" },
    body: [
      fonts.small,
      {
        color: colors.bodySubtext,
        unicodeBidi: "isolate",
        display: "-webkit-box",
        WebkitLineClamp: "2",
        WebkitBoxOrient: "vertical",
        overflow: "hidden",
      },
    ],
    whole: { flexShrink: 0, maxHeight: 72, overflowY: "auto", whiteSpace: "pre-wrap", unicodeBidi: "isolate", color: colors.bodySubtext },
    fields: { display: "flex", flexDirection: "column", gap: 4, overflowY: "auto" },
    buttons: { display: "flex", flexWrap: "wrap", gap: 8 },
    state: { fontWeight: 600 },
    address: {
      margin: "8px 0 0",
      padding: 8,
      background: palette.neutralLighterAlt,
      overflowWrap: "anywhere",
      maxHeight: 160,
      overflowY: "auto",
    },
    hidden: hiddenContentStyle,
  });
});
