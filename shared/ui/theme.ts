/** The app's theme for Fluent 8: the platform gives the tokens of Fluent 9. */
import { createTheme, memoizeFunction } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

type Tokens = Readonly<Record<string, string | number | undefined>>;

/** Fluent 8's palette by the tokens that play the same part in Fluent 9. */
const PALETTE = {
  themePrimary: "colorBrandBackground",
  themeSecondary: "colorBrandBackgroundHover",
  themeDarkAlt: "colorBrandBackgroundHover",
  themeDark: "colorBrandBackgroundPressed",
  themeDarker: "colorBrandBackgroundSelected",
  themeTertiary: "colorBrandStroke2",
  themeLight: "colorBrandBackground2",
  themeLighter: "colorBrandBackground2",
  themeLighterAlt: "colorBrandBackground2",
  white: "colorNeutralBackground1",
  neutralLighterAlt: "colorNeutralBackground1Hover",
  neutralLighter: "colorNeutralBackground1Hover",
  neutralLight: "colorNeutralStroke2",
  neutralQuaternaryAlt: "colorNeutralBackground1Pressed",
  neutralQuaternary: "colorNeutralStroke1",
  neutralTertiaryAlt: "colorNeutralStroke1",
  neutralTertiary: "colorNeutralForeground4",
  neutralSecondaryAlt: "colorNeutralStroke1",
  neutralSecondary: "colorNeutralForeground3",
  neutralPrimaryAlt: "colorNeutralForeground2",
  neutralPrimary: "colorNeutralForeground1",
  neutralDark: "colorNeutralForeground1",
  black: "colorNeutralForeground1",
} as const;

/** What the platform says of the app's look. */
export interface Design {
  readonly tokenTheme: Tokens;
  readonly isDarkTheme?: boolean;
}

/** A Fluent 8 theme in the app's colours; without a design (an app that does not theme) Fluent's own. */
export function themeOf(design: Design | undefined, isRtl: boolean): ITheme {
  return makeTheme(design?.tokenTheme, design?.isDarkTheme === true, isRtl);
}

// The same object for the same look: class names are remembered by it, and the platform asks often.
const makeTheme = memoizeFunction((tokens: Tokens | undefined, isInverted: boolean, rtl: boolean): ITheme => {
  const palette: Record<string, string> = {};
  for (const [slot, token] of Object.entries(PALETTE)) {
    const color = tokens?.[token];
    if (typeof color === "string") palette[slot] = color;
  }
  const onBrand = tokens?.["colorNeutralForegroundOnBrand"];
  const semanticColors =
    typeof onBrand === "string" ? { primaryButtonText: onBrand, primaryButtonTextHovered: onBrand, primaryButtonTextPressed: onBrand } : {};
  return createTheme({ palette, semanticColors, isInverted, rtl });
});
