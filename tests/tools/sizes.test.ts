import { join } from "node:path";
import { measureSizes } from "../../tools/sizes";

it.each(measureSizes().map((size) => [size.name, size] as const))("keeps the %s within its limit", (_, { gzip, limit }) => {
  expect(gzip).toBeLessThanOrEqual(limit);
});

it("says how to build what is not there", () => {
  expect(() => measureSizes(join(__dirname, "nothing"))).toThrow(/npm run pack/);
});
