import { memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** Class names of the settings dialog, for a theme. */
export const settingStyles = memoizeFunction(({ fonts, semanticColors: colors }: ITheme) =>
  mergeStyleSets({
    fields: { display: "flex", flexDirection: "column", gap: 12, overflowWrap: "anywhere" },
    /** A field, and what can be done about it beside it, or below it where there is no room. */
    row: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", justifyContent: "space-between", gap: 8 },
    note: [fonts.small, { color: colors.bodySubtext, ":not(:empty)": { marginBlockStart: 4 } }],
    error: { color: colors.errorText, ":not(:empty)": { marginBlockStart: 12 } },
  }),
);
