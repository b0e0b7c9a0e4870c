/** The app's theme for Fluent 8: the platform gives the tokens of Fluent 9. Whatever it gives, what is written can be read. */
import { createTheme, DefaultPalette, getColorFromString, getContrastRatio, memoizeFunction } from "@fluentui/react";
import type { IPalette, ISemanticColors, ITheme } from "@fluentui/react";

type Tokens = Readonly<Record<string, unknown>>;
type Slots = Partial<Record<keyof IPalette, string>>;

/** What is written or drawn on the page, by the tokens that play the same part in Fluent 9. */
const INKS: Slots = {
  neutralPrimaryAlt: "colorNeutralForeground2",
  neutralSecondary: "colorNeutralForeground3",
  neutralSecondaryAlt: "colorNeutralStrokeAccessible",
  neutralTertiary: "colorNeutralForeground3",
  themePrimary: "colorBrandForeground1",
  themeSecondary: "colorBrandForeground1",
  themeDarkAlt: "colorBrandForeground2",
  themeDark: "colorBrandForeground2",
  themeDarker: "colorBrandForeground2",
};

/** What lies under texts of the page: hovered, pressed and chosen things, and the lines between them. */
const SURFACES: Slots = {
  neutralLighterAlt: "colorNeutralBackground2",
  neutralLighter: "colorNeutralBackground1Hover",
  neutralLight: "colorNeutralBackground1Selected",
  neutralQuaternaryAlt: "colorNeutralBackground1Selected",
  neutralQuaternary: "colorNeutralBackground1Selected",
  themeTertiary: "colorBrandBackground2",
  themeLight: "colorBrandBackground2",
  themeLighter: "colorBrandBackground2",
  themeLighterAlt: "colorBrandBackground2",
};

/** What the platform says of the app's look. */
export interface Design {
  readonly tokenTheme: Tokens;
}

/** A Fluent 8 theme in the app's colours; Fluent's own where there is no design, and in place of colours that cannot be read. */
export function themeOf(design: Design | undefined, isRtl: boolean): ITheme {
  return makeTheme(design?.tokenTheme ?? NO_TOKENS, isRtl);
}

const NO_TOKENS: Tokens = {};
/** Contrast that texts need: WCAG 2.2, 1.4.3. */
const READABLE = 4.5;
/** Contrast that frames and controls need: 1.4.11. */
const VISIBLE = 3;

// The same object for the same look: class names are remembered by it, and the platform asks often.
const makeTheme = memoizeFunction((tokens: Tokens, rtl: boolean): ITheme => {
  /** A token that is a colour through which nothing shines. */
  const color = (token: string): string | undefined => {
    const value = tokens[token];
    return typeof value === "string" && getColorFromString(value)?.a === 100 ? value : undefined;
  };
  /** The token's colour, if it can be read with all of these. */
  const readable = (token: string | undefined, ...others: readonly string[]): string | undefined => {
    const found = color(token ?? "");
    return found !== undefined && isReadable(found, others) ? found : undefined;
  };
  const page = color("colorNeutralBackground1");
  const ink = page && readable("colorNeutralForeground1", page);
  const isOwn = page !== undefined && ink !== undefined;
  const [white, black] = isOwn ? [page, ink] : [DefaultPalette.white, DefaultPalette.neutralPrimary];
  // Surfaces of the app's own are chosen for the texts below; Fluent's stay as they are, so that texts are chosen for them.
  const papers = isOwn ? [page] : [DefaultPalette.white, DefaultPalette.neutralLight];
  const quiet = readable("colorNeutralForeground3", ...papers) ?? (isOwn ? ink : DefaultPalette.neutralSecondary);
  const palette: Slots = {};
  for (const slot of slotsOf(SURFACES)) palette[slot] = readable(SURFACES[slot], black, quiet) ?? (isOwn ? page : DefaultPalette[slot]);
  for (const slot of slotsOf(INKS)) palette[slot] = readable(INKS[slot], ...papers) ?? (isOwn ? ink : DefaultPalette[slot]);
  // What cannot be used just now is still to be read: Fluent's own grey is too light for that.
  Object.assign(palette, { white, black, neutralDark: black, neutralPrimary: black, neutralTertiary: quiet, neutralTertiaryAlt: quiet });
  const isInverted = contrast(white, "#fff") > contrast(white, "#000");
  const lying = palette.neutralLighter ?? white;
  const warning = isInverted ? "#433519" : "#fff4ce";
  const onBrand = color("colorNeutralForegroundOnBrand") ?? white;
  /** A background of buttons: its texts can be read, and it can be told from the page, as can be a frame in the page's colour on it. */
  const fill = (token: string): string | undefined => {
    const found = readable(token, onBrand);
    return found && contrast(found, white) >= VISIBLE ? found : undefined;
  };
  const brand = fill("colorBrandBackground");
  const semanticColors: Partial<ISemanticColors> = {
    // A shade further from the page than the brand: links stand on hovered rows, too.
    link: palette.themeDarkAlt ?? black,
    bodyDivider: color("colorNeutralStroke2") ?? DefaultPalette.neutralLight,
    buttonBackgroundChecked: palette.neutralLight ?? white,
    infoBackground: lying,
    infoIcon: quiet,
    warningBackground: isReadable(warning, [black, quiet]) ? warning : lying,
    primaryButtonTextDisabled: quiet,
    ...(brand && {
      primaryButtonText: onBrand,
      primaryButtonTextHovered: onBrand,
      primaryButtonTextPressed: onBrand,
      primaryButtonBackground: brand,
      primaryButtonBackgroundHovered: fill("colorBrandBackgroundHover") ?? brand,
      primaryButtonBackgroundPressed: fill("colorBrandBackgroundPressed") ?? brand,
    }),
  };
  return createTheme({ palette, semanticColors, isInverted, rtl });
});

function slotsOf(slots: Slots): readonly (keyof IPalette)[] {
  return Object.keys(slots) as (keyof IPalette)[];
}

function isReadable(color: string, others: readonly string[]): boolean {
  return others.every((other) => contrast(color, other) >= READABLE);
}

/** The ratio of two colours' contrast, from 1 to 21; 0 where one is none. */
function contrast(one: string, other: string): number {
  const [a, b] = [getColorFromString(one), getColorFromString(other)];
  return a && b ? getContrastRatio(a, b) : 0;
}
