/** `npm start`: builds what is stale, imports the solution into the sandbox, and adds the demonstration. */
import path from "node:path";
import { buildIfStale, createProgress, packOrReadKept } from "../Solutions/build";
import { runSandbox } from "../sandbox";
import { demoProgram } from "./demoProgram";

const root = path.join(__dirname, "..");

runSandbox(
  demoProgram("npm start --", {
    name: "the one just built",
    async make() {
      await buildIfStale(root, { progress: createProgress() });
      return packOrReadKept(root);
    },
  }),
);
