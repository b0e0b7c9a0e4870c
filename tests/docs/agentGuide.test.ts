import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { agentGuide } from "../../tools/docs/agentGuide";

const docs = join(__dirname, "..", "..", "docs");
const page = readFileSync(join(docs, "agent-guide.md"), "utf8").replaceAll("\r\n", "\n");

it("is what `npx tsx tools/docs/agentGuide.ts` writes", () => {
  expect(page).toBe(agentGuide(join(docs, "..")));
});

it("shows pictures that are there", () => {
  const pictures = [...page.matchAll(/\]\(([\w./-]+\.png)\)/g)].map(([, file = ""]) => file);
  expect(pictures.length).toBeGreaterThan(6);
  expect(pictures.filter((file) => !existsSync(join(docs, file)))).toEqual([]);
});
