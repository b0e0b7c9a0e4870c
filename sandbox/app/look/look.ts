import { createTheme } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import { strict } from "../strict";
import { tabChoice } from "../tabChoice";
import type { TabBrowser } from "../tabChoice";
import { brandRamps } from "./brandRamps";
import type { BrandRamp } from "./brandRamps";
import designTokens from "./designTokens.json";

/** How the app looks, and what it tells code components of that. */
export interface Look {
  readonly name: keyof typeof looks;
  readonly isDark: boolean;
  /** `context.fluentDesignLanguage`; undefined in the classic look, which has none. */
  readonly designLanguage: object | undefined;
  /** The theme of the shell's own Fluent 8 components; undefined: Fluent's own. */
  readonly fluentTheme: ITheme | undefined;
}

/** The looks by the name that stands in `?theme=…`. */
const looks = {
  classic: undefined,
  light: { isDark: false, brand: brandRamps.fluent },
  dark: { isDark: true, brand: brandRamps.fluent },
  plum: { isDark: false, brand: brandRamps.plum },
} as const;

const isLook = (name: string): name is Look["name"] => Object.hasOwn(looks, name);

/**
 * The look that `?theme=…` in the address chose for this tab: classic where nothing was chosen.
 * @throws Error for one that the sandbox does not know
 */
export function chooseLook(browser: TabBrowser, rtl: boolean): Look {
  return tabChoice(browser, "theme", (text) => {
    const name = text ?? "classic";
    if (isLook(name)) return makeLook(name, rtl);
    throw new Error(`The sandbox does not know the theme "${name}". Known: ${Object.keys(looks).join(", ")}.`);
  });
}

/** A look by its name. */
export function makeLook(name: Look["name"], rtl = false): Look {
  const parts = looks[name];
  if (parts === undefined) return { name, isDark: false, designLanguage: undefined, fluentTheme: undefined };
  const { isDark, brand } = parts;
  const tokens = tokensOf(isDark, brand);
  const tokenTheme = strict(tokens, "context.fluentDesignLanguage.tokenTheme");
  return {
    ...{ name, isDark, fluentTheme: fluentThemeOf(tokens, isDark, rtl) },
    // learn.microsoft.com/power-apps/developer/component-framework/reference/theming
    designLanguage: strict({ tokenTheme, brand, isDarkTheme: isDark, typographyTokens: undefined }, "context.fluentDesignLanguage"),
  };
}

/** Puts the look on the document, where the shell's style sheet finds it. */
export function applyLook(target: Document, look: Look): void {
  target.documentElement.dataset["look"] = look.isDark ? "dark" : "light";
}

type Tokens = Readonly<Record<keyof typeof designTokens, string>>;

/** The colour tokens of Fluent 9, with the steps of this ramp for the brand's. */
function tokensOf(isDark: boolean, brand: BrandRamp): Tokens {
  const color = (value: string): string => value.replace(/^brand (\d+)$/, (_, step: string) => brand[Number(step)] ?? value);
  return Object.fromEntries(
    Object.entries(designTokens).map(([name, { light, dark }]) => [name, color(isDark ? dark : light)]),
  ) as unknown as Tokens;
}

/** Fluent 8's theme in the same colours. */
function fluentThemeOf(tokens: Tokens, isInverted: boolean, rtl: boolean): ITheme {
  return createTheme({
    isInverted,
    rtl,
    palette: {
      themePrimary: tokens.colorBrandForeground1,
      themeSecondary: tokens.colorBrandForeground1,
      themeDarkAlt: tokens.colorBrandForeground2,
      themeDark: tokens.colorBrandForeground2,
      themeDarker: tokens.colorBrandForeground2Hover,
      themeLighter: tokens.colorBrandBackground2,
      themeLighterAlt: tokens.colorBrandBackground2,
      white: tokens.colorNeutralBackground1,
      neutralLighterAlt: tokens.colorNeutralBackground1Hover,
      neutralLighter: tokens.colorNeutralBackground1Hover,
      neutralLight: tokens.colorNeutralBackground1Selected,
      neutralQuaternaryAlt: tokens.colorNeutralStroke2,
      neutralQuaternary: tokens.colorNeutralStroke1,
      neutralTertiaryAlt: tokens.colorNeutralStroke1,
      neutralTertiary: tokens.colorNeutralForegroundDisabled,
      neutralSecondaryAlt: tokens.colorNeutralForeground3,
      neutralSecondary: tokens.colorNeutralForeground3,
      neutralPrimaryAlt: tokens.colorNeutralForeground2,
      neutralPrimary: tokens.colorNeutralForeground1,
      neutralDark: tokens.colorNeutralForeground1,
      black: tokens.colorNeutralForeground1,
    },
  });
}
