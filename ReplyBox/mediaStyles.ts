import { HighContrastSelector, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** A picture's place in the thread (px). */
const WIDTH = 160;
const HEIGHT = 120;

/** Class names of pictures and files in the thread, for a theme. */
export const mediaStyles = memoizeFunction(({ fonts, palette, semanticColors: colors }: ITheme) => {
  const box = {
    boxSizing: "border-box" as const,
    width: WIDTH,
    height: HEIGHT,
    maxWidth: "100%",
    borderRadius: 8,
    border: `1px solid ${colors.bodyDivider}`,
    background: palette.neutralLighter,
    overflow: "hidden",
  };
  return mergeStyleSets({
    media: { display: "flex", flexWrap: "wrap", gap: 8, maxWidth: "100%", paddingBlockStart: 4 },
    place: [
      fonts.small,
      box,
      { display: "flex", flexDirection: "column", alignItems: "center", justifyContent: "center", gap: 4, padding: 8, textAlign: "center" },
    ],
    thumb: [box, { padding: 0, cursor: "zoom-in", ":focus-visible": { outline: `2px solid ${colors.focusBorder}`, outlineOffset: 2 } }],
    small: { display: "block", width: "100%", height: "100%", objectFit: "cover" },
    large: { display: "block", maxWidth: "100%", maxHeight: "65vh", margin: "0 auto", objectFit: "contain" },
    file: [
      fonts.medium,
      {
        display: "flex",
        flexWrap: "wrap",
        alignItems: "baseline",
        gap: "0 12px",
        width: "100%",
        padding: "8px 12px",
        boxSizing: "border-box",
        borderRadius: 8,
        background: palette.neutralLighter,
        overflowWrap: "anywhere",
        border: "1px solid transparent",
        [HighContrastSelector]: { borderColor: "WindowText" },
      },
    ],
    note: [fonts.medium, { width: "100%", color: colors.bodySubtext, fontStyle: "italic", overflowWrap: "anywhere" }],
  });
});
