import { FontWeights, hiddenContentStyle, keyframes, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { IRawStyle, ITheme } from "@fluentui/react";

/** The red of Fluent's counter badges: white on it is readable in light and dark themes alike. */
const COUNT_BACKGROUND = "#c50f1f";

/** A small sign on the bubble's edge. */
const MARK: IRawStyle = {
  position: "absolute",
  boxSizing: "border-box",
  height: 22,
  border: "1px solid",
  borderRadius: 11,
  background: COUNT_BACKGROUND,
  color: "#fff",
  fontSize: 12,
  lineHeight: 20,
  textAlign: "center",
  fontWeight: FontWeights.semibold,
};

/** A ring that goes out from the bubble. */
const PULSE = keyframes({ from: { opacity: 0.7 }, to: { opacity: 0, transform: "scale(1.8)" } });

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
        // A drag by touch is not a scroll of the page.
        touchAction: "none",
        userSelect: "none",
        ":hover": { background: semanticColors.primaryButtonBackgroundHovered },
        ":active": { background: semanticColors.primaryButtonBackgroundPressed },
        ":focus-visible": { outline: `2px solid ${palette.neutralPrimary}`, outlineOffset: 2 },
      },
    ],
    faded: { opacity: 0.2, pointerEvents: "none" },
    pulse: {
      position: "absolute",
      inset: 0,
      borderRadius: "50%",
      background: palette.themePrimary,
      pointerEvents: "none",
      zIndex: -1,
      animation: `${PULSE} 0.9s ease-out 2 both`,
      "@media (prefers-reduced-motion: reduce)": { animation: "none" },
    },
    hidden: hiddenContentStyle,
    told: [
      fonts.medium,
      {
        position: "fixed",
        boxSizing: "border-box",
        padding: "8px 12px",
        border: `1px solid ${palette.neutralTertiary}`,
        borderRadius: 4,
        background: semanticColors.bodyBackground,
        color: semanticColors.bodyText,
        boxShadow: effects.elevation16,
        overflowWrap: "anywhere",
        visibility: "visible",
      },
    ],
    count: [MARK, { top: -4, insetInlineEnd: -4, minWidth: 22, padding: "0 5px", borderColor: palette.white }],
    // The sign for "do not disturb", at the corner where nothing else is.
    quiet: [MARK, { bottom: -4, insetInlineStart: -4, width: 22, borderColor: palette.white }],
  }),
);
