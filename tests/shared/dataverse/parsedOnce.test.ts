import { createParsedOnce } from "../../../shared/dataverse/parsedOnce";

it("gives the same object for the text that was the last answer to the same question", () => {
  const parse = createParsedOnce();
  const first = parse('{"value":[1]}', "list");
  expect(first).toEqual({ value: [1] });
  expect(parse('{"value":[1]}', "list")).toBe(first);
});

it("parses another text, and the answer to another question, for itself; what is no JSON is null each time", () => {
  const parse = createParsedOnce();
  const first = parse('{"value":[1]}', "list");
  expect(parse('{"value":[1]}', "page")).not.toBe(first);
  expect(['{"value":[2]}', "<html>", "<html>"].map((text) => parse(text, "list"))).toEqual([{ value: [2] }, null, null]);
});

it("keeps the last answer alone: the one before it is parsed anew", () => {
  const parse = createParsedOnce();
  const first = parse('{"value":[1]}', "list");
  parse('{"value":[2]}', "list");
  expect(parse('{"value":[1]}', "list")).not.toBe(first);
});

it("keeps the answers to a few questions, and forgets them where there are more", () => {
  const parse = createParsedOnce();
  const pages = ["1", "2", "3", "4"];
  const first = pages.map((page) => parse(`{"page":${page}}`, page));
  expect(pages.map((page, at) => parse(`{"page":${page}}`, page) === first[at])).toEqual([true, true, true, true]);
  parse('{"page":5}', "5");
  expect(parse('{"page":4}', "4")).not.toBe(first[3]);
});
