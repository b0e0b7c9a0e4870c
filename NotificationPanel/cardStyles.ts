import { FontWeights, HighContrastSelector, hiddenContentStyle, memoizeFunction, mergeStyleSets } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import type { Density } from "../shared/domain/settings";

/** How high a card is (px) that has no notes, and is not open: two lines; roomy: name, number, two lines of text, buttons. The list measures the others. */
export const USUAL_HEIGHT: Readonly<Record<Density, number>> = { compact: 59, roomy: 149 };

/** Where a finger is, what is pressed is as high as Fluent asks for (px). */
const FINGER = "@media (any-pointer: coarse)";
const FINGER_HEIGHT = 36;
/** Less room (px) than this for the text beside its buttons: they go below it. */
const LEAST_TEXT = 100;

/** Class names of a notification's card for a theme. Logical properties throughout: right-to-left needs no second set. */
export const cardStyles = memoizeFunction(({ fonts, palette, semanticColors: colors }: ITheme, density: Density) => {
  const isCompact = density === "compact";
  const ellipsis = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;
  const small = [fonts.small, { color: colors.bodySubtext }];
  return mergeStyleSets({
    card: [
      {
        position: "relative",
        padding: isCompact ? "5px 16px" : "12px 16px",
        // The box that selects stands before the text, and does not touch it.
        paddingInlineStart: isCompact ? 20 : 16,
        borderBottom: `1px solid ${colors.bodyDivider}`,
        ":hover": { background: palette.neutralLighterAlt },
        [HighContrastSelector]: { borderBottom: "1px solid WindowText" },
      },
      !isCompact && { display: "grid", gridTemplateColumns: "40px minmax(0, 1fr)", columnGap: 12 },
    ],
    coin: { gridColumn: "1", gridRow: "1", alignSelf: "start" },
    person: { lineHeight: 0, display: "inline-block", verticalAlign: "middle" },
    text: { gridColumn: "2", gridRow: "1", minWidth: 0 },
    head: { display: "flex", alignItems: "center", gap: 8, minHeight: 20 },
    // A box around the name alone: it stands at the line's start, and a long name is cut at its own end, wherever that is. The name gives way before the number does, of
    // which a part says nothing.
    name: { display: "flex", flex: "0 1000 auto", minWidth: 64, fontWeight: FontWeights.semibold, "> bdi": ellipsis },
    // Likewise: a number that is too long keeps its beginning in right-to-left languages, too.
    number: [small, { display: "flex", flex: "0 0 auto", maxWidth: "60%", lineHeight: isCompact ? 16 : 20, "> bdi": ellipsis }],
    // What is left of the line: time and count stand at its end, on every card at the same place.
    rest: { flex: "1 0 0" },
    time: [small, { flexShrink: 0, whiteSpace: "nowrap" }],
    badge: [
      fonts.small,
      {
        flexShrink: 0,
        minWidth: 28,
        boxSizing: "border-box",
        padding: "1px 4px",
        borderRadius: 10,
        textAlign: "center",
        fontWeight: FontWeights.semibold,
        background: colors.primaryButtonBackground,
        color: colors.primaryButtonText,
        [HighContrastSelector]: { border: "1px solid WindowText" },
      },
    ],
    note: [small, ellipsis, { lineHeight: 16, marginBlockStart: 2 }],
    // The text, and beside it where there is room its buttons.
    body: isCompact ? { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 8, minHeight: 26, marginBlockStart: 2 } : {},
    peek: { flex: `1 1 ${LEAST_TEXT}px`, minWidth: 0, marginBlockStart: isCompact ? 0 : 2 },
    peekOpen: { flexBasis: "100%" },
    draft: [fonts.small, { flexShrink: 0, whiteSpace: "nowrap", fontWeight: FontWeights.semibold, color: palette.redDark }],
    // As wide as the card, below the picture, too.
    reply: { flexBasis: "100%", minWidth: 0, marginInlineStart: isCompact ? 0 : -52 },
    hidden: hiddenContentStyle,
    actions: {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      gap: isCompact ? 4 : 8,
      marginBlockStart: isCompact ? 0 : 10,
      // Below the picture, too: there is room for the words of any language in one row.
      marginInlineStart: isCompact ? 0 : -52,
      ".ms-Button": { [FINGER]: { minHeight: FINGER_HEIGHT, minWidth: FINGER_HEIGHT } },
    },
  });
});
