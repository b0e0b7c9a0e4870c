import { firstWords } from "../../../shared/domain/firstWords";

it.each([
  ["", ""],
  ["  one\n two\t", "one two"],
  ["one two three", "one two…"],
  ["Donaudampfschiff", "Donaudampf…"],
  ["a Donaudampfschiff", "a Donaudam…"],
  ["\u202eone\u2067 two\u2069", "one two"],
  ["123456789👋 and more", "123456789…"],
])("of %j in eleven units are %j", (text, words) => {
  expect(firstWords(text, 11)).toBe(words);
});
