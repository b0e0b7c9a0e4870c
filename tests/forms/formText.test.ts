import { join } from "node:path";
import { formText } from "../../forms/formText";
import { languagesOf } from "../../tools/words/languages";

const LANGUAGES = languagesOf(join(__dirname, "..", ".."));

it.each(["hasNoEffect", "noneActive", "unknownApp", "notANumber"] as const)("says %s in each language in words of its own", (text) => {
  expect(new Set(LANGUAGES.map((language) => formText(language, text, "A", "B"))).size).toBe(LANGUAGES.length);
});

it("puts values in their places, whatever they are, once", () => {
  for (const language of LANGUAGES) {
    expect(formText(language, "hasNoEffect", "$& {0}")).toContain("$& {0}");
    expect(formText(language, "unknownApp", "x y", "{0}, b")).toMatch(/x y.*\{0\}, b/);
  }
});

it("speaks English where there are no texts", () => {
  expect(formText(1043, "noneActive")).toBe(formText(1033, "noneActive"));
});
