import { FontWeights, hiddenContentStyle, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** The red of Fluent's counter badges: white on it is readable in light and dark themes alike. */
const COUNT_BACKGROUND = "#c50f1f";

/** Class names of the bubble for a theme. */
export const bubbleStyles = memoizeFunction(({ fonts, palette, semanticColors, effects }: ITheme) =>
  mergeStyleSets({
    bubble: [
      fonts.medium,
      {
        position: "fixed",
        boxSizing: "border-box",
        display: "flex",
        alignItems: "center",
        justifyContent: "center",
        width: 48,
        height: 48,
        padding: 0,
        // Transparent, until forced colours make it visible.
        border: "1px solid transparent",
        borderRadius: "50%",
        background: semanticColors.primaryButtonBackground,
        color: semanticColors.primaryButtonText,
        boxShadow: effects.elevation16,
        cursor: "pointer",
        lineHeight: 0,
        visibility: "visible",
        ":hover": { background: semanticColors.primaryButtonBackgroundHovered },
        ":active": { background: semanticColors.primaryButtonBackgroundPressed },
        ":focus-visible": { outline: `2px solid ${palette.neutralPrimary}`, outlineOffset: 2 },
      },
    ],
    hidden: hiddenContentStyle,
    count: {
      position: "absolute",
      top: -4,
      insetInlineEnd: -4,
      boxSizing: "border-box",
      minWidth: 22,
      height: 22,
      padding: "0 5px",
      border: `1px solid ${palette.white}`,
      borderRadius: 11,
      background: COUNT_BACKGROUND,
      color: "#fff",
      fontSize: 12,
      lineHeight: 20,
      textAlign: "center",
      fontWeight: FontWeights.semibold,
    },
  }),
);
