import { withPlainCharacters } from "../../../shared/domain/withPlainCharacters";
import { smsSegmentsOf } from "../../../shared/domain/smsSegments";

it("puts what people type in the place of what word processors write, so that the text keeps to the alphabet of SMS", () => {
  const text = "“It’s” – ‘fine’… «5\u00a0€»\u200b • ok";
  expect(withPlainCharacters(text)).toBe('"It\'s" - \'fine\'... "5 €" - ok');
  expect(smsSegmentsOf(withPlainCharacters(text)).encoding).toBe("GSM-7");
});

it("leaves letters and emoji of several parts alone", () => {
  expect(withPlainCharacters("Dzięki 👩‍👩‍👧 می‌خواهم")).toBe("Dzięki 👩‍👩‍👧 می‌خواهم");
});
