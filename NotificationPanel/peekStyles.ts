import { HighContrastSelector, hiddenContentStyle, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import type { Density } from "../shared/domain/settings";

/** Class names of a card's text, and of the texts that it opens, for a theme. */
export const peekStyles = memoizeFunction(({ fonts, palette, semanticColors: colors }: ITheme, density: Density) => {
  return mergeStyleSets({
    summary: {
      display: "flex",
      alignItems: "flex-start",
      gap: 4,
      minHeight: 20,
      borderRadius: 2,
      cursor: "pointer",
      listStyle: "none",
      "::-webkit-details-marker": { display: "none" },
      ":hover": { textDecoration: "underline", textDecorationThickness: 1 },
      ":focus-visible": {
        outline: `2px solid ${colors.focusBorder}`,
        outlineOffset: 1,
        [HighContrastSelector]: { outlineColor: "Highlight" },
      },
      "> svg": { flexShrink: 0, marginBlock: 4, color: colors.bodySubtext },
    },
    isOpen: { color: colors.link, "> svg": { transform: "rotate(180deg)" } },
    // Around the text, which has the direction of its own script: it stands where the card begins, and is cut at its own end.
    preview: [
      { display: "flex", flexGrow: 1, minWidth: 0, lineHeight: 20, overflow: "hidden" },
      density === "compact"
        ? { "> bdi": { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } }
        : {
            // Always as high as its two lines: the list does not move when a text comes in.
            height: 40,
            "> bdi": {
              minWidth: 0,
              overflow: "hidden",
              overflowWrap: "anywhere",
              whiteSpace: "pre-line",
              display: "-webkit-box",
              WebkitLineClamp: "2",
              WebkitBoxOrient: "vertical",
            },
          },
    ],
    hidden: hiddenContentStyle,
    faint: { color: colors.bodySubtext, fontStyle: "italic" },
    texts: {
      maxHeight: "min(360px, 45vh)",
      overflowY: "auto",
      overscrollBehavior: "contain",
      marginBlock: 6,
      paddingInline: 10,
      borderInlineStart: `3px solid ${palette.themePrimary}`,
      ":focus-visible": { outline: `2px solid ${colors.focusBorder}` },
    },
    text: { margin: 0, paddingBlock: 4, display: "flex", "> bdi": { minWidth: 0, overflowWrap: "anywhere", whiteSpace: "pre-wrap" } },
    at: [fonts.small, { color: colors.bodySubtext, marginBlockStart: 6 }],
    state: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: 8, paddingBlock: 4, color: colors.bodySubtext },
  });
});
