import { createParsedOnce } from "../../../shared/dataverse/parsedOnce";

it("gives the same object for a text that has just been parsed", () => {
  const parse = createParsedOnce();
  const first = parse('{"value":[1]}');
  expect(first).toEqual({ value: [1] });
  expect(parse('{"value":[1]}')).toBe(first);
});

it("parses another text for itself, and what is no JSON is null each time", () => {
  const parse = createParsedOnce();
  expect(['{"value":[1]}', '{"value":[2]}', "<html>", "<html>"].map(parse)).toEqual([{ value: [1] }, { value: [2] }, null, null]);
});

it("keeps a few texts, and not all that ever came", () => {
  const parse = createParsedOnce();
  const pages = ['{"page":1}', '{"page":2}', '{"page":3}'];
  const first = pages.map(parse);
  expect(pages.map(parse).every((body, at) => body === first[at])).toBe(true);
  for (let text = 0; text < 10; text++) parse(`{"text":${text}}`);
  expect(parse('{"page":1}')).not.toBe(first[0]);
});
