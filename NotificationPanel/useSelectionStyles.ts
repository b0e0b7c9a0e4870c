import { hiddenContentStyle, memoizeFunction, mergeStyleSets, useTheme } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

const selectionStyles = memoizeFunction(({ fonts, palette, semanticColors: colors }: ITheme) =>
  mergeStyleSets({
    box: {
      position: "absolute",
      zIndex: 1,
      insetInlineStart: 0,
      top: 0,
      width: 24,
      cursor: "pointer",
      opacity: 0,
      "[role=listitem]:hover > &, [role=listitem]:focus > &, [role=listitem]:focus-within > &": { opacity: 1 },
      // A finger hovers over nothing.
      "@media (hover: none)": { opacity: 1 },
    },
    shown: { opacity: 1 },
    hidden: hiddenContentStyle,
    check: {
      position: "absolute",
      insetInlineStart: 2,
      top: "calc(50% - 7px)",
      width: 14,
      height: 14,
      margin: 0,
      accentColor: palette.themePrimary,
      cursor: "pointer",
    },
    selected: { background: palette.neutralLighter },
    bar: {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      gap: 8,
      padding: "8px 16px",
      background: colors.bodyBackground,
      borderTop: `1px solid ${colors.bodyDivider}`,
    },
    count: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
    why: [fonts.small, { flexBasis: "100%", color: colors.bodySubtext }],
    progress: { flex: "1 1 160px" },
    sign: { verticalAlign: "text-bottom" },
    failure: {
      flexGrow: 1,
      minWidth: 0,
      minHeight: 20,
      lineHeight: 20,
      marginBlock: "2px 0",
      overflow: "hidden",
      textOverflow: "ellipsis",
      whiteSpace: "nowrap",
      color: colors.errorText,
    },
  }),
);

/** Class names of what is selected, and of the bar about it, for the theme that applies. */
export function useSelectionStyles(): ReturnType<typeof selectionStyles> {
  return selectionStyles(useTheme());
}
