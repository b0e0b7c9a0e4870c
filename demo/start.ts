/** `npm start`: builds what is stale, imports the solution into the sandbox, and adds the demonstration. */
import path from "node:path";
import { buildIfStale, createProgress, packSolution } from "../Solutions/build";
import { runSandbox } from "../sandbox";
import { demoProgram } from "./demoProgram";

const root = path.join(__dirname, "..");

runSandbox(
  demoProgram("npm start --", {
    name: "the one just built",
    async make() {
      await buildIfStale(root, { progress: createProgress() });
      // Nobody keeps it: the parts of Solutions/bin, and no time for making them small.
      return packSolution({ root, managed: true, isCompressed: false });
    },
  }),
);
