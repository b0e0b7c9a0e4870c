import { FontWeights, HighContrastSelector, hiddenContentStyle, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** Wider than this (px) no thread is. Long lines are hard to read; and as a page, what is left beside it has room for the bubble. */
export const THREAD_WIDTH = 880;

/** So many lines of a long text are seen before somebody wants all of it. */
export const FOLDED_LINES = 20;

/** Class names of a thread, for a theme. Logical properties throughout: right-to-left needs no second set. */
export const threadStyles = memoizeFunction(({ fonts, palette, semanticColors: colors }: ITheme) => {
  const line = `1px solid ${colors.bodyDivider}`;
  const focus = { outline: `2px solid ${colors.focusBorder}`, outlineOffset: 1, [HighContrastSelector]: { outlineColor: "Highlight" } };
  const rule = { content: '""', flexGrow: 1, borderTop: line, [HighContrastSelector]: { borderTop: "1px solid WindowText" } };
  return mergeStyleSets({
    root: [
      fonts.medium,
      {
        display: "flex",
        flexDirection: "column",
        boxSizing: "border-box",
        height: "100%",
        minWidth: 0,
        maxWidth: THREAD_WIDTH,
        margin: "0 auto",
        background: colors.bodyBackground,
        color: colors.bodyText,
        overflow: "hidden",
        textAlign: "start",
        position: "relative",
      },
    ],
    above: { flexShrink: 0 },
    header: {
      display: "flex",
      flexWrap: "wrap",
      gap: "8px 16px",
      alignItems: "center",
      padding: "8px 16px",
      borderBottom: line,
    },
    who: { flex: "1 1 200px", minWidth: 0 },
    // Two lines: a tooltip says all of a longer one.
    name: [
      fonts.large,
      {
        fontWeight: FontWeights.semibold,
        overflowWrap: "anywhere",
        display: "-webkit-box",
        WebkitBoxOrient: "vertical",
        WebkitLineClamp: "2",
        overflow: "hidden",
      },
    ],
    facts: [
      fonts.small,
      {
        display: "flex",
        flexWrap: "wrap",
        gap: "0 12px",
        color: colors.bodySubtext,
        margin: 0,
        padding: 0,
        listStyle: "none",
        overflowWrap: "anywhere",
        "> li": { minWidth: 0 },
      },
    ],
    warning: { fontWeight: FontWeights.semibold, color: colors.bodyText },
    actions: { display: "flex", flexWrap: "wrap", gap: 8 },
    body: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column", position: "relative" },
    scroller: {
      flexGrow: 1,
      minHeight: 0,
      overflowY: "auto",
      overscrollBehavior: "contain",
      position: "relative",
      // The thread keeps its place by itself, in browsers that cannot as well: two that do it would do it twice.
      overflowAnchor: "none",
      paddingInline: 16,
      // A short thread stands at the end, where it is answered.
      display: "flex",
      flexDirection: "column",
      "::before": { content: '""', marginBlockStart: "auto" },
      "> *": { flexShrink: 0 },
      ":focus-visible": { ...focus, outlineOffset: -2 },
    },
    // Heights add up: nothing of a line reaches out of it.
    line: { display: "flow-root" },
    day: [
      fonts.small,
      {
        display: "flex",
        alignItems: "center",
        gap: 12,
        paddingBlock: "16px 8px",
        fontWeight: FontWeights.semibold,
        color: colors.bodySubtext,
        "::before": rule,
        "::after": rule,
      },
    ],
    unread: { color: colors.link, "::before": { borderTopColor: colors.link }, "::after": { borderTopColor: colors.link } },
    event: [
      fonts.small,
      {
        paddingBlock: 6,
        textAlign: "center",
        color: colors.bodySubtext,
        overflowWrap: "anywhere",
        outline: "none",
        ":focus-visible": focus,
      },
    ],
    message: {
      display: "flex",
      flexDirection: "column",
      alignItems: "flex-start",
      paddingBlock: 4,
      paddingInlineEnd: "12%",
      outline: "none",
      ":focus-visible > div:first-of-type": focus,
    },
    own: { alignItems: "flex-end", paddingInlineStart: "12%", paddingInlineEnd: 0 },
    bubble: {
      maxWidth: "min(100%, 640px)",
      boxSizing: "border-box",
      padding: "8px 12px",
      borderRadius: 8,
      background: palette.neutralLighter,
      overflowWrap: "anywhere",
      whiteSpace: "pre-wrap",
      unicodeBidi: "isolate",
      border: "1px solid transparent",
      [HighContrastSelector]: { borderColor: "WindowText" },
    },
    ownBubble: { background: palette.themeLighter },
    folded: { maxHeight: `${FOLDED_LINES * 1.4}em`, lineHeight: 1.4, overflow: "hidden" },
    faint: { color: colors.bodySubtext, fontStyle: "italic" },
    meta: [
      fonts.small,
      {
        display: "flex",
        flexWrap: "wrap",
        alignItems: "baseline",
        gap: "0 8px",
        paddingBlockStart: 2,
        color: colors.bodySubtext,
        overflowWrap: "anywhere",
      },
    ],
    ownMeta: { justifyContent: "flex-end" },
    // The exact time takes the short one's place where somebody points at the text, or has come to it.
    exact: {
      display: "none",
      "[data-line]:hover > &, [data-line]:hover &, [data-line]:focus-within &": { display: "inline" },
    },
    short: { "[data-line]:hover &, [data-line]:focus-within &": { display: "none" } },
    link: {
      padding: 0,
      border: 0,
      background: "none",
      font: "inherit",
      color: "inherit",
      textAlign: "inherit",
      textDecoration: "underline",
      overflowWrap: "anywhere",
      cursor: "pointer",
      display: "inline",
      ":focus-visible": focus,
    },
    news: { position: "absolute", insetInline: 0, bottom: 12, display: "flex", justifyContent: "center", pointerEvents: "none" },
    state: {
      flexGrow: 1,
      display: "flex",
      flexDirection: "column",
      alignItems: "center",
      justifyContent: "center",
      gap: 12,
      padding: 32,
      textAlign: "center",
      color: colors.bodySubtext,
      overflowWrap: "anywhere",
    },
    older: { display: "flex", alignItems: "center", justifyContent: "center", gap: 8, minHeight: 36, color: colors.bodySubtext },
    hidden: hiddenContentStyle,
  });
});
