import { HighContrastSelector } from "@fluentui/react";
import type { IRawStyle, ITheme } from "@fluentui/react";

/** A button that is a whole row of a list to choose from. */
export function rowButtonStyle({ palette, semanticColors }: ITheme): IRawStyle {
  return {
    display: "block",
    width: "100%",
    boxSizing: "border-box",
    padding: "6px 8px",
    border: 0,
    borderRadius: 2,
    background: "none",
    color: "inherit",
    font: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { background: palette.neutralLighter },
    ":focus-visible": { outline: `2px solid ${semanticColors.focusBorder}`, [HighContrastSelector]: { outlineColor: "Highlight" } },
  };
}
