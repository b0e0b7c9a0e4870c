import {
  FontWeights,
  getHighContrastNoAdjustStyle,
  HighContrastSelector,
  hiddenContentStyle,
  memoizeFunction,
  mergeStyleSets,
} from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** Class names of what finds notifications (search, order, tabs), for a theme. Logical properties throughout: right-to-left needs no second set. */
export const findStyles = memoizeFunction(({ fonts, palette, semanticColors: colors }: ITheme) => {
  const focusFrame = { outline: `2px solid ${palette.neutralPrimary}`, outlineOffset: -2 };
  return mergeStyleSets({
    search: {
      display: "flex",
      alignItems: "center",
      flexGrow: 1,
      minWidth: 0,
      height: 32,
      boxSizing: "border-box",
      paddingInlineStart: 8,
      border: `1px solid ${colors.inputBorder}`,
      borderRadius: 2,
      color: colors.inputPlaceholderText,
      background: colors.inputBackground,
      ":focus-within": { outline: `2px solid ${colors.inputFocusBorderAlt}`, outlineOffset: -2 },
      [HighContrastSelector]: { ":focus-within": { outlineColor: "Highlight" } },
    },
    input: [
      fonts.medium,
      {
        flexGrow: 1,
        minWidth: 0,
        height: "100%",
        boxSizing: "border-box",
        paddingInline: 8,
        border: 0,
        outline: "none",
        textOverflow: "ellipsis",
        background: "none",
        color: colors.inputText,
        appearance: "none",
        "::placeholder": { color: colors.inputPlaceholderText, opacity: 1 },
        // The box has a cross of its own, which has a name and can be reached by keyboard.
        "::-webkit-search-cancel-button": { display: "none" },
      },
    ],
    tabs: {
      display: "flex",
      flexWrap: "wrap",
      flexShrink: 0,
      // The first word begins where the search box does; in every language one row holds all six.
      paddingInline: "13px 3px",
      borderBottom: `1px solid ${colors.bodyDivider}`,
      // In a low window (much enlarged), or beside a narrow one's rail, they take one row, which scrolls sideways: a tab that is cut says so.
      "@media (max-height: 480px), (max-width: 460px)": {
        flexWrap: "nowrap",
        overflowX: "auto",
        scrollbarWidth: "none",
        // Beside the chosen tab a part of the next one is in view.
        scrollPaddingInline: 40,
      },
    },
    tab: [
      fonts.medium,
      {
        flexShrink: 0,
        minHeight: 32,
        fontSize: 13,
        padding: "0 3px",
        border: 0,
        borderBottom: "2px solid transparent",
        background: "none",
        color: colors.bodyText,
        whiteSpace: "nowrap",
        cursor: "pointer",
        "@media (max-width: 460px)": { fontSize: 12 },
        ":hover": { background: palette.neutralLighter },
        ":focus-visible": focusFrame,
        "&[aria-selected=true]": {
          borderBottomColor: palette.themePrimary,
          fontWeight: FontWeights.semibold,
          [HighContrastSelector]: { ...getHighContrastNoAdjustStyle(), borderBottomColor: "Highlight", color: "Highlight" },
        },
        [HighContrastSelector]: { borderBottomColor: "Canvas" },
      },
    ],
    // Its width does not change with its weight: the tabs after the chosen one keep their places.
    tabText: {
      display: "inline-grid",
      "::after": { content: "attr(data-text)", height: 0, overflow: "hidden", visibility: "hidden", fontWeight: FontWeights.semibold },
    },
    // In the chosen tab forced colours are not put in by the browser: this would be grey on black.
    count: [fonts.small, { fontWeight: FontWeights.regular, color: colors.bodySubtext, [HighContrastSelector]: { color: "inherit" } }],
    list: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0, position: "relative", outline: "none" },
    foot: [fonts.small, { flexShrink: 0, padding: "6px 16px", borderTop: `1px solid ${colors.bodyDivider}`, color: colors.bodySubtext }],
    hidden: hiddenContentStyle,
    check: { display: "inline-flex", width: 24, flexShrink: 0, alignItems: "center" },
  });
});
