import { firstWords } from "../../gateway/contract/firstWords";

describe("the first words of a text", () => {
  it("are the whole text where it fits, on one line", () => {
    expect(firstWords(" Hello\n\n there ", 100)).toBe("Hello there");
    expect(firstWords("", 100)).toBe("");
  });

  it("leave out what turns the reading direction", () => {
    expect(firstWords("\u202eevil\u202c \u2067name\u2069", 100)).toBe("evil name");
  });

  it("end after a word, with an ellipsis, within the limit", () => {
    expect(firstWords("one two three four", 12)).toBe("one two…");
  });

  it("never cut an emoji or an accented letter in two", () => {
    const family = "👨‍👩‍👧‍👦";
    const cut = firstWords(family.repeat(20), 100);
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(cut).toBe(`${family.repeat(9)}…`);
  });

  it("cut a text that is one long word", () => {
    expect(firstWords("a".repeat(300), 100)).toBe(`${"a".repeat(99)}…`);
  });
});
