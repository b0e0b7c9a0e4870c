import { FontWeights, HighContrastSelector, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** Class names of the lists of dismissed and blocked, for a theme. Logical properties throughout: right-to-left needs no second set. */
export const listStyles = memoizeFunction(({ fonts, semanticColors: colors }: ITheme) => {
  const ellipsis = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
  return mergeStyleSets({
    line: {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      justifyContent: "end",
      gap: "8px 12px",
      padding: "12px 16px",
      borderBottom: `1px solid ${colors.bodyDivider}`,
      [HighContrastSelector]: { borderBottom: "1px solid WindowText" },
    },
    text: { flex: "1 1 180px", minWidth: 0 },
    // A box around the name alone: a long one is cut at its own end, wherever that is.
    name: { display: "flex", fontWeight: FontWeights.semibold, "> bdi": ellipsis },
    detail: [fonts.small, { color: colors.bodySubtext, overflowWrap: "anywhere" }],
    preview: [ellipsis, { unicodeBidi: "isolate" }],
    result: { minHeight: 16 },
    state: [fonts.small, { color: colors.bodySubtext, ":empty": { display: "none" } }],
    failure: [fonts.small, { color: colors.errorText, ":empty": { display: "none" } }],
    more: { padding: 16, textAlign: "center" },
  });
});
