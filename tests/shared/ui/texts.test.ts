import { fill, splitAtPlaces } from "../../../shared/ui/fill";
import { initialsOf, previewText } from "../../../shared/ui/texts";
import { createTimes } from "../../../shared/ui/times";
import { MINUTE, NOW } from "../../NotificationPanel/fixtures";

describe("previewText", () => {
  it.each(["\u200b", "\u200b\n\u200b", "\u2060 \u00ad", "\u3164", "\u0301\u0302", "\u2800", " \u00a0 "])(
    "takes a text of nothing that can be seen for none: %j",
    (text) => {
      expect(previewText(text)).toBe("");
    },
  );

  it("says that there is more behind a beginning of which nothing can be seen", () => {
    expect(previewText(`a${"\u200b".repeat(5_000)}b`)).not.toBe("");
    expect(previewText(`${"\u200b".repeat(5_000)}b`)).toBe("…");
  });

  it.each(["👍", "1️⃣", "नि", "é", "．"])("shows what can be seen: %j", (text) => {
    expect(previewText(text)).toBe(text);
  });

  it("never ends in half a character, wherever the text is cut", () => {
    for (let gap = 1590; gap <= 1604; gap++) expect(previewText(`Hi${"\n".repeat(gap)}😀 and more`)).not.toMatch(/\p{Surrogate}/u);
  });

  it("keeps line breaks and drops empty lines", () => {
    expect(previewText("one\r\n\n\n two \nthree")).toBe("one\ntwo\nthree");
  });

  it("leaves a text alone that fits", () => {
    expect(previewText("a".repeat(400))).toBe("a".repeat(400));
  });

  it("marks a text that was cut", () => {
    expect(previewText("a".repeat(401))).toBe(`${"a".repeat(400)}…`);
    expect(previewText("a".repeat(10_000))).toHaveLength(401);
  });

  it("reads no further than the beginning of a long text, and marks it as cut also where little of that can be shown", () => {
    const spread = (length: number) => `Hi${"\n".repeat(length - 4)}Jo`;
    expect(previewText(spread(1_600))).toBe("Hi\nJo");
    expect(previewText(spread(1_602))).toBe("Hi…");
    expect(previewText(spread(10_000))).toBe("Hi…");
  });
});

describe("initialsOf", () => {
  it.each([
    ["Jane Doe", "JD"],
    ["jane", "J"],
    ["Anna Maria van der Berg", "AB"],
    ["山田 太郎", "山"],
    ["محمد الشريف", "م"],
    ["+15550100", ""],
    ["👍 👍", ""],
    ["", ""],
  ])("of %j are %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe("fill", () => {
  it("fills places in any order, and once", () => {
    expect(fill("{1} of {0}", "{1}", "b")).toBe("b of {1}");
  });

  it("leaves a place without a value empty", () => {
    expect(fill("{0}-{1}", "a")).toBe("a-");
    expect(splitAtPlaces("none")).toEqual(["none"]);
  });
});

describe("createTimes", () => {
  const times = createTimes("en", () => 330);

  it.each([
    [0, "now"],
    [59_999, "now"],
    [MINUTE, "1 min. ago"],
    [59 * MINUTE, "59 min. ago"],
    [60 * MINUTE, "1 hr. ago"],
    [24 * 60 * MINUTE, "yesterday"],
    [40 * 24 * 60 * MINUTE, "last mo."],
    [-5 * MINUTE, "now"],
  ])("says of an age of %d ms: %s", (age, words) => {
    expect(times.relative(NOW - age, NOW)).toBe(words);
  });

  it("writes an instant in the user's time zone, not the browser's", () => {
    expect(times.absolute(NOW)).toBe("2026-11-22 23:30");
    // As some hosts give it.
    expect(createTimes("en", () => 330, null).absolute(NOW)).toBe("2026-11-22 23:30");
  });
});
