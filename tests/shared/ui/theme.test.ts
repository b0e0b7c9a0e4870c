/** @jest-environment jsdom */
import { getColorFromString, getContrastRatio } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import fc from "fast-check";
import { makeLook } from "../../../sandbox/app/look/look";
import { themeOf } from "../../../shared/ui/theme";

type Tokens = Readonly<Record<string, unknown>>;

const tokensOf = (name: "light" | "dark" | "plum"): Record<string, string> => ({
  ...(makeLook(name).designLanguage as { tokenTheme: Record<string, string> }).tokenTheme,
});

function contrast(one: string | undefined, other: string | undefined): number {
  const [a, b] = [getColorFromString(one ?? ""), getColorFromString(other ?? "")];
  if (!a || !b) throw new Error(`No colour: ${one ?? "none"} on ${other ?? "none"}`);
  return getContrastRatio(a, b);
}

/** Texts of a theme with what they may lie on. */
function texts({ palette: p, semanticColors: c }: ITheme): readonly (readonly [text: string, on: string])[] {
  const inks = [
    c.bodyText,
    c.bodySubtext,
    c.buttonText,
    c.buttonTextDisabled,
    c.inputPlaceholderText,
    c.disabledText,
    p.neutralTertiaryAlt,
  ];
  const surfaces = [p.white, c.bodyBackground, c.buttonBackgroundChecked, p.neutralLighterAlt, p.neutralLighter, p.neutralLight];
  return [
    ...inks.flatMap((ink) => surfaces.map((surface) => [ink, surface] as const)),
    [c.link, c.bodyBackground],
    [p.themeDark, p.white],
    [c.primaryButtonText, c.primaryButtonBackground],
    [c.primaryButtonTextHovered, c.primaryButtonBackgroundHovered],
    [c.primaryButtonTextPressed, c.primaryButtonBackgroundPressed],
    [c.primaryButtonTextDisabled, c.primaryButtonBackgroundDisabled],
    [c.inputForegroundChecked, c.inputBackgroundChecked],
    [c.bodyText, c.infoBackground],
    [c.bodySubtext, c.infoBackground],
    [c.bodyText, c.warningBackground],
    [c.bodySubtext, c.warningBackground],
    [c.infoIcon, c.warningBackground],
  ];
}
const unreadable = (theme: ITheme): readonly string[] =>
  texts(theme).flatMap(([text, on]) => {
    const ratio = contrast(text, on);
    return ratio >= 4.5 ? [] : [`${text} on ${on}: ${ratio.toFixed(2)}`];
  });
/** Edges that tell a control from the page. */
/** Links on the page and on a hovered row, in the themes that the platform gives whole. */
const faintLinks = ({ palette: p, semanticColors: c }: ITheme): readonly string[] =>
  [p.white, p.neutralLighterAlt].filter((surface) => contrast(c.link, surface) < 4.5);
const faintEdges = ({ palette: p, semanticColors: c }: ITheme): readonly string[] =>
  [c.buttonBorder, c.inputBorder, c.focusBorder, p.themePrimary, c.primaryButtonBackground, c.primaryButtonBackgroundHovered].filter(
    (edge) => contrast(edge, p.white) < 3,
  );

describe("the theme", () => {
  it.each([
    ["without a design", undefined],
    ["in light", tokensOf("light")],
    ["in dark", tokensOf("dark")],
    ["with an organisation's brand", tokensOf("plum")],
  ])("can be read everywhere %s, and its controls be seen", (_, tokenTheme) => {
    const theme = themeOf(tokenTheme && { tokenTheme }, false);
    expect(unreadable(theme)).toEqual([]);
    expect(faintEdges(theme)).toEqual([]);
    expect(faintLinks(theme)).toEqual([]);
  });

  it("has the app's colours", () => {
    const { palette, semanticColors, isInverted } = themeOf({ tokenTheme: tokensOf("dark") }, true);
    expect(palette).toMatchObject({ white: "#292929", neutralPrimary: "#ffffff", neutralSecondary: "#adadad", themePrimary: "#479ef5" });
    // Fluent 9's own blue of dark buttons cannot be told from the page.
    expect(semanticColors).toMatchObject({ primaryButtonBackground: "#479ef5", primaryButtonText: "#292929", bodyDivider: "#525252" });
    expect(isInverted).toBe(true);
    expect(themeOf({ tokenTheme: tokensOf("plum") }, false).semanticColors.primaryButtonBackground).toBe("#742774");
  });

  it("is Fluent's own where the app has none", () => {
    const { palette, isInverted } = themeOf(undefined, false);
    expect(palette).toMatchObject({ white: "#ffffff", neutralPrimary: "#323130", themePrimary: "#0078d4" });
    expect(isInverted).toBe(false);
  });

  it("takes a brand whose app says nothing else", () => {
    const tokenTheme = { colorBrandBackground: "#742774", colorNeutralForegroundOnBrand: "#fefefe" };
    const { semanticColors, palette } = themeOf({ tokenTheme }, false);
    expect(semanticColors).toMatchObject({ primaryButtonBackground: "#742774", primaryButtonText: "#fefefe" });
    expect(palette.white).toBe("#ffffff");
  });

  it.each<[string, Tokens]>([
    ["a dark page without a word of what is written on it", { colorNeutralBackground1: "#1b1b1b" }],
    ["quiet texts without a page, that can be read on white alone", { colorNeutralForeground3: "#5f5cd0" }],
    ["light texts without a page", { colorNeutralForeground1: "#fff", colorNeutralForeground3: "#ccc" }],
    ["texts as dark as the page", { colorNeutralBackground1: "#222", colorNeutralForeground1: "#333" }],
    ["a dark page and a light one when hovered", { ...tokensOf("dark"), colorNeutralBackground1Hover: "#f5f5f5" }],
    ["a brand that nobody can read", { ...tokensOf("light"), colorBrandBackground: "#ffe600", colorBrandForeground1: "#ffe600" }],
    ["a page through which the app shines", { ...tokensOf("dark"), colorNeutralBackground1: "rgba(0, 0, 0, 0.5)" }],
    ["names of variables that are not there", { colorNeutralBackground1: "var(--page)", colorNeutralForeground1: "var(--text)" }],
    ["a grey page, on which neither warning's colour can be read", { colorNeutralBackground1: "#757575", colorNeutralForeground1: "#fff" }],
    [
      "a brand that nobody can read when it is hovered and pressed",
      { ...tokensOf("light"), colorBrandBackgroundHover: "#ffe600", colorBrandBackgroundPressed: "#ffe600" },
    ],
    ["a brand as dark as the page", { ...tokensOf("dark"), colorBrandBackground: "#2b2b2b", colorNeutralForegroundOnBrand: "#fff" }],
    ["no colours at all", { colorNeutralBackground1: 7, colorNeutralForeground1: null, colorBrandBackground: "url(x)" }],
  ])("can be read with %s", (_, tokenTheme) => {
    const theme = themeOf({ tokenTheme }, false);
    expect(unreadable(theme)).toEqual([]);
    expect(faintEdges(theme)).toEqual([]);
  });

  it("can be read with whatever half of whatever theme", () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
    const value = fc.oneof(hex, fc.constantFrom("transparent", "rgba(9, 9, 9, 0.4)", "inherit", "", null, 3));
    const names = Object.keys(tokensOf("light")).filter((name) => /^colorNeutral(Back|Fore|Stroke)|^colorBrand/.test(name));
    const some = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 20 });
    const base = fc.constantFrom<Tokens>({}, tokensOf("light"), tokensOf("dark"));
    fc.assert(
      fc.property(base, some, (whole, changed) => {
        expect(unreadable(themeOf({ tokenTheme: { ...whole, ...changed } }, false))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
