import { interleave } from "../../../tools/bench/interleave";
import { spreadOf } from "../../../tools/bench/spread";

/** Two sides that write down their turns, and take what they are told. */
function sides(product: readonly number[], baseline: readonly number[]) {
  const turns: string[] = [];
  const side = (name: string, times: readonly number[]) => {
    let at = 0;
    return () => {
      turns.push(name);
      return times[at++ % times.length] ?? Number.NaN;
    };
  };
  return { turns, product: side("A", product), baseline: side("B", baseline) };
}

it("runs the sides in turns, the other one first each time", async () => {
  const { turns, product, baseline } = sides([1], [1]);
  await interleave(product, baseline, { repeats: 4, warmUp: 0 });
  expect(turns.join("")).toBe("ABBAABBA");
});

it("compares each run with the one beside it, not with the whole", async () => {
  // The machine was ten times slower in the second half: the ratio stays.
  const { product, baseline } = sides([2, 2, 20, 20], [1, 1, 10, 10]);
  expect((await interleave(product, baseline, { repeats: 4, warmUp: 0 })).ratio).toEqual({ median: 2, lowest: 2, highest: 2 });
});

it("leaves out the runs that warm up", async () => {
  const { product, baseline } = sides([100, 100, 3, 3, 3], [1]);
  const { product: measured } = await interleave(product, baseline, { repeats: 3, warmUp: 2 });
  expect(measured).toEqual({ median: 3, lowest: 3, highest: 3 });
});

it("tells after each pair that counts how many there are", async () => {
  const { product, baseline } = sides([1], [1]);
  const heard: number[] = [];
  await interleave(product, baseline, { repeats: 3, warmUp: 2, afterPair: (done) => heard.push(done) });
  expect(heard).toEqual([1, 2, 3]);
});

it("refuses a baseline that took no time", async () => {
  const { product, baseline } = sides([1], [0]);
  await expect(interleave(product, baseline, { repeats: 1, warmUp: 0 })).rejects.toThrow("nothing to compare with");
});

describe("a spread", () => {
  it.each([
    [[5], { median: 5, lowest: 5, highest: 5 }],
    [[9, 1, 5], { median: 5, lowest: 1, highest: 9 }],
    [[10, 2, 1, 3], { median: 2.5, lowest: 1, highest: 10 }],
  ])("of %j has median, lowest and highest", (numbers, expected) => expect(spreadOf(numbers)).toEqual(expected));

  it.each([[[]], [[1, Number.NaN]]])("of %j is refused", (numbers) => expect(() => spreadOf(numbers)).toThrow("No spread"));
});
