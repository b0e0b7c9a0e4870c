import fc from "fast-check";
import { linkParts } from "../../../shared/domain/linkParts";
import { hostileText, tries } from "../../hostile";

const linksIn = (text: string) => linkParts(text).flatMap((part) => (part.address === null ? [] : [[part.text, part.address]]));

it.each([
  ["https://example.com/a?b=1#c", "https://example.com/a?b=1#c"],
  ["HTTP://EXAMPLE.COM", "http://example.com/"],
  ["www.example.com", "https://www.example.com/"],
  ["https://例え.jp/日本", "https://xn--r8jz45g.jp/%E6%97%A5%E6%9C%AC"],
])("finds %s, and says where it leads", (link, address) => {
  expect(linkParts(`See ${link} now`)).toEqual([
    { text: "See ", address: null },
    { text: link, address },
    { text: " now", address: null },
  ]);
});

it.each([
  ["Is it https://example.com?", "https://example.com"],
  ["(see www.example.com/a).", "www.example.com/a"],
  ["https://example.com/wiki/Name_(place).", "https://example.com/wiki/Name_(place)"],
  ['"https://example.com"', "https://example.com"],
])("leaves out what belongs to the sentence: %s", (text, link) => {
  expect(linksIn(text).map(([found]) => found)).toEqual([link]);
});

it.each([
  "javascript:alert(1)",
  "https://",
  "www.",
  "http://localhost",
  "ftp://example.com",
  "example.com",
  "data:text/html,x",
  "https://[",
  "1.2 www",
])("takes %s for no link", (text) => {
  expect(linksIn(text)).toEqual([]);
});

it("leaves every text as it is, and leads to the web only", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(hostileText, fc.webUrl(), fc.constantFrom("www.", "https://", "(", ")."))), (pieces) => {
      const text = pieces.join("");
      const parts = linkParts(text);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const { address } of parts) expect(address ?? "https:").toMatch(/^https?:/);
    }),
    tries(300),
  );
});
