/** Twenty numbers, ten teams, five hundred agents: the server's query and the product's rule say the same of every agent and every conversation. */
import { createCompany } from "../bench/company";
import { packedModel } from "../packed";

jest.setTimeout(300_000);

it.each([1, 2, 3])("offers nobody what is another team's, and nobody misses what is theirs (seed %s)", async (seed) => {
  const company = createCompany(await packedModel(), { numbers: 20, teams: 10, agents: 500, conversations: 300 }, seed);
  try {
    let some = 0;
    for (const agent of company.agents) {
      const expected = company.expected(agent);
      // Compared as one text each: 500 agents by 300 conversations.
      expect([...company.ask(agent).sessions].sort().join()).toBe([...expected].sort().join());
      if (expected.size > 0 && expected.size < 300) some += 1;
    }
    // Nearly everyone sees a part: neither all nor nothing, or the test could not fail.
    expect(some).toBeGreaterThan(450);
  } finally {
    company.close();
  }
});
