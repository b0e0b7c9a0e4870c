import { readStrings } from "../../../shared/ui/readStrings";

it("reads each text once, when it is first used", () => {
  const read: string[] = [];
  const strings = readStrings<{ readonly Title: string }>((key) => {
    read.push(key);
    return `the ${key}`;
  });
  expect(read).toEqual([]);
  expect([strings.Title, strings.Title, read]).toEqual(["the Title", "the Title", ["Title"]]);
});

it("asks the platform for nothing that is no key, as a developer's tools do that look into it", () => {
  const strings = readStrings<{ readonly Title: string }>(() => {
    throw new Error("asked");
  });
  expect(Reflect.get(strings, Symbol.toStringTag)).toBeUndefined();
});
