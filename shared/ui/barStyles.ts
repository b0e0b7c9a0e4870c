import { HighContrastSelector, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** Class names of a bar for a theme. */
export const barStyles = memoizeFunction(({ fonts, semanticColors: colors }: ITheme) =>
  mergeStyleSets({
    bar: [
      fonts.medium,
      {
        display: "flex",
        alignItems: "flex-start",
        gap: 8,
        paddingBlock: 8,
        paddingInline: "16px 8px",
        flexShrink: 0,
        overflowWrap: "anywhere",
        background: colors.infoBackground,
        borderBottom: `1px solid ${colors.bodyDivider}`,
        [HighContrastSelector]: { borderBottom: "1px solid WindowText" },
      },
    ],
    warning: { background: colors.warningBackground },
    icon: { flexShrink: 0, lineHeight: 0, paddingBlock: 2, color: colors.infoIcon },
    text: { flexGrow: 1, minWidth: 0, paddingBlock: 1 },
    note: [fonts.small, { color: colors.bodySubtext }],
    actions: { display: "flex", flexShrink: 0, alignItems: "center", marginBlock: -4 },
  }),
);
