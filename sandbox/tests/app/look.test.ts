import { chooseLanguage } from "../../app/language";
import { brandRamps } from "../../app/look/brandRamps";
import { chooseLook, makeLook } from "../../app/look/look";
import type { TabBrowser } from "../../app/tabChoice";

/** A browser tab with a storage of its own: pages of it, by what stands behind the address. */
function tab(): (query?: string) => TabBrowser {
  const kept = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
  return (query = "") => ({ sessionStorage, location: { href: `http://kim.localhost/main.aspx${query}` } as Location });
}

interface Design {
  readonly isDarkTheme: boolean;
  readonly tokenTheme: Readonly<Record<string, string>>;
  readonly brand: unknown;
}
const design = (name: Parameters<typeof makeLook>[0]): Design => makeLook(name).designLanguage as Design;

describe("the look of the app", () => {
  it("is the classic one, which has no design language, until the address says otherwise", () => {
    expect(chooseLook(tab()(), false)).toMatchObject({ name: "classic", designLanguage: undefined, fluentTheme: undefined });
  });

  it("stays chosen in its tab, and in no other one", () => {
    const page = tab();
    expect(chooseLook(page("?theme=dark"), false).name).toBe("dark");
    expect(chooseLook(page("?pagetype=dashboard"), false).name).toBe("dark");
    expect(chooseLook(page("?theme=light"), false).name).toBe("light");
    expect(chooseLook(page(), false).name).toBe("light");
    expect(chooseLook(tab()(), false).name).toBe("classic");
  });

  it("that nobody knows is refused with those that there are, and not kept", () => {
    const page = tab();
    expect(() => chooseLook(page("?theme=pink"), false)).toThrow('does not know the theme "pink". Known: classic, light, dark, plum.');
    expect(() => chooseLook(page("?theme=constructor"), false)).toThrow("does not know");
    expect(chooseLook(page(), false).name).toBe("classic");
  });

  it("is chosen beside the language, which stays as well and is refused as well", () => {
    const page = tab();
    expect(chooseLanguage(page("?lang=1031&theme=dark"))).toBe(1031);
    expect(() => chooseLanguage(page("?lang=9999"))).toThrow();
    expect(chooseLanguage(page())).toBe(1031);
  });
});

describe("what a code component reads of it", () => {
  it("are Fluent 9's tokens for light and dark, and whether it is dark", () => {
    expect(design("light")).toMatchObject({ isDarkTheme: false, brand: brandRamps.fluent });
    expect(design("dark")).toMatchObject({ isDarkTheme: true, brand: brandRamps.fluent });
    expect(design("light").tokenTheme["colorNeutralForeground1"]).toBe("#242424");
    expect(design("dark").tokenTheme["colorNeutralForeground1"]).toBe("#ffffff");
    expect(design("dark").tokenTheme["colorBrandBackground"]).toBe("#115ea3");
  });

  it("are an organisation's own brand colours in another theme, and no other change", () => {
    const [plum, light] = [design("plum").tokenTheme, design("light").tokenTheme];
    const changed = Object.keys({ ...plum }).filter((name) => plum[name] !== light[name]);
    expect(plum["colorBrandBackground"]).toBe("#742774");
    expect(changed.filter((name) => !name.includes("Brand"))).toEqual(["colorNeutralStrokeAccessibleSelected"]);
  });

  it("are colours, all of them", () => {
    for (const name of ["light", "dark", "plum"] as const) {
      const odd = Object.values({ ...design(name).tokenTheme }).filter((value) => !/^(#[0-9a-f]{6,8}|rgba\(.*\)|transparent)$/.test(value));
      expect(odd).toEqual([]);
    }
  });

  it("throws for a token that the sandbox lacks", () => {
    expect(() => design("dark").tokenTheme["fontSizeBase300"]).toThrow("does not support context.fluentDesignLanguage.tokenTheme.font");
  });
});

it("gives the shell's own Fluent 8 components the same colours", () => {
  const { fluentTheme } = makeLook("dark", true);
  expect([fluentTheme?.isInverted, fluentTheme?.rtl]).toEqual([true, true]);
  expect(fluentTheme?.semanticColors).toMatchObject({ bodyBackground: "#292929", bodyText: "#ffffff" });
});
