import { itemsBeyond, mapAnew, share, shareById } from "../../../shared/domain/sharing";

describe("what is equal", () => {
  it("stays the same object, however deep", () => {
    const known = {
      list: [
        { id: 1, owner: { name: "Ana" } },
        { id: 2, owner: null },
      ],
      count: 2,
      none: undefined,
    };
    expect(share(known, JSON.parse(JSON.stringify(known)) as object)).not.toBe(known);
    expect(share(known, { ...known, list: known.list.map((item) => ({ ...item })) })).toBe(known);
  });

  it("stays the same object beside what changed", () => {
    const known = { one: { a: 1 }, two: { b: 2 } };
    const next = share(known, { one: { a: 1 }, two: { b: 3 } });
    expect(next).toEqual({ one: { a: 1 }, two: { b: 3 } });
    expect(next.one).toBe(known.one);
    expect(next).not.toBe(known);
  });
});

it.each([
  ["a value that changed", { a: 1 }, { a: 2 }],
  ["a field that is gone", { a: 1, b: 2 }, { a: 1 }],
  ["a new field", { a: 1 }, { a: 1, b: 2 }],
  ["another field without a value", { a: undefined }, { b: undefined }],
  ["a longer list", [1], [1, 2]],
  ["a shorter list", [1, 2], [1]],
  ["a list in another order", [1, 2], [2, 1]],
  ["null in an object's place", { a: {} }, { a: null }],
  ["an object in null's place", { a: null }, { a: {} }],
  ["a list in an object's place", { a: {} }, { a: [] }],
  ["nothing before", undefined, { a: 1 }],
])("%s is not taken over", (_, known, next) => {
  expect(share(known, next)).toStrictEqual(next);
});

it("does not look into what is no plain data", () => {
  const [known, next] = [{ map: new Map([[1, 2]]) }, { map: new Map([[1, 2]]) }];
  expect(share(known, next).map).toBe(next.map);
});

describe("a list whose items have ids", () => {
  const idOf = ({ id }: { readonly id: string }) => id;
  const known = [
    { id: "a", n: 1 },
    { id: "b", n: 2 },
  ];

  it("is the same list when nothing changed", () => {
    expect(
      shareById(
        known,
        [
          { id: "a", n: 1 },
          { id: "b", n: 2 },
        ],
        idOf,
      ),
    ).toBe(known);
  });

  it("keeps the items that moved", () => {
    const next = shareById(
      known,
      [
        { id: "c", n: 3 },
        { id: "b", n: 2 },
        { id: "a", n: 1 },
      ],
      idOf,
    );
    expect(next.map(idOf)).toEqual(["c", "b", "a"]);
    expect([next[1], next[2]]).toEqual([known[1], known[0]]);
    expect(next[1]).toBe(known[1]);
    expect(next[2]).toBe(known[0]);
  });

  it("has a new item where one changed", () => {
    const next = shareById(
      known,
      [
        { id: "a", n: 1 },
        { id: "b", n: 7 },
      ],
      idOf,
    );
    expect(next[0]).toBe(known[0]);
    expect(next[1]).toEqual({ id: "b", n: 7 });
  });
});

describe("what a list is made into", () => {
  const [one, two, three] = [{ id: "1" }, { id: "2" }, { id: "3" }];
  const known = { from: [one, two], to: ["1 made", "2 made"] };

  it("is made anew only of what is another object, wherever the others stand", () => {
    const made: string[] = [];
    const make = ({ id }: { readonly id: string }) => {
      made.push(id);
      return `${id} anew`;
    };
    expect(mapAnew(known, [three, two, { ...one }], make)).toEqual({
      from: [three, two, one],
      to: ["3 anew", "2 made", "1 anew"],
    });
    expect(made).toEqual(["3", "1"]);
  });

  it("is made anew as well where it does not fit any more", () => {
    const { to } = mapAnew(
      known,
      [one, two],
      () => "anew",
      (_, { id }) => id === "1",
    );
    expect(to).toEqual(["1 made", "anew"]);
  });
});

it("tells the objects that a list has and another has not, in whatever order", () => {
  const [one, two, changed] = [{ id: "1" }, { id: "2" }, { id: "2" }];
  expect(itemsBeyond([one, two], [changed, one])).toEqual([changed]);
  expect(itemsBeyond([one, two], [one, changed])[0]).toBe(changed);
  expect(itemsBeyond([one, two], [two, one])).toEqual([]);
  expect(itemsBeyond([], [one])).toEqual([one]);
});
