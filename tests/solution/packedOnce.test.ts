/** Tests share what the sandbox reads from the zip: it must be what an import of the zip gives. */
import { importSolution } from "../../sandbox";
import { packedModel, packedSolution } from "../packed";

test("what tests share of the solution is what importing its zip gives", async () => {
  const { model } = importSolution(await packedSolution());

  expect(await packedModel()).toStrictEqual(model);
});

test("a test that changes its copy changes nobody else's", async () => {
  const mine = await packedModel();
  (mine as { version: string }).version = "changed";

  expect((await packedModel()).version).not.toBe("changed");
});
