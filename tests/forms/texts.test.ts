import { say } from "../../forms/texts";

const LANGUAGES = [1033, 1031, 1036, 3082, 1025, 1041];

it.each(["hasNoEffect", "noneActive", "unknownApp", "notANumber"] as const)("says %s in each language in words of its own", (text) => {
  expect(new Set(LANGUAGES.map((language) => say(language, text, "A", "B"))).size).toBe(LANGUAGES.length);
});

it("puts values in their places, whatever they are, once", () => {
  for (const language of LANGUAGES) {
    expect(say(language, "hasNoEffect", "$& {0}")).toContain("$& {0}");
    expect(say(language, "unknownApp", "x y", "{0}, b")).toMatch(/x y.*\{0\}, b/);
  }
});

it("speaks English where there are no texts", () => {
  expect(say(1043, "noneActive")).toBe(say(1033, "noneActive"));
});
