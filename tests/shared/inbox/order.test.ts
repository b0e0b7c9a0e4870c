/** In which order the notifications stand. */
import { NOON, session } from "../sessions";
import { setUp } from "./openTab";

const SECOND = 1_000;
const at = (id: string, newestUnreadAt: number) => session({ id, contactNumberId: `number of ${id}`, phoneNumber: id, newestUnreadAt });

it("puts the newest message first, whatever order the server gives", async () => {
  const { shown } = await setUp(at("b", NOON - 2 * SECOND), at("c", NOON - SECOND), at("a", NOON - 3 * SECOND));
  expect(shown()).toEqual(["c", "b", "a"]);
});

it.each([["a,b,c"], ["a,c,b"], ["b,a,c"], ["b,c,a"], ["c,a,b"], ["c,b,a"]])(
  "keeps messages of the same second in one order, so that the list does not jump: the server gives %s",
  async (given) => {
    const { shown } = await setUp(...given.split(",").map((id) => at(id, NOON)));
    expect(shown()).toEqual(["a", "b", "c"]);
  },
);
