/** `npm start`: builds what is stale, imports the solution into the sandbox, and adds the demonstration. */
import path from "node:path";
import { PackError, buildIfStale, packSolution } from "../Solutions/build";
import { runSandbox } from "../sandbox";
import { demoConfigurationFor, hasProduct } from "./demoConfiguration";
import { createConfiguration, createDemoSessions } from "./firstRows";

const root = path.join(__dirname, "..");

runSandbox({
  command: "npm start --",
  builtSolution: {
    name: "the one just built",
    async make(say) {
      await buildIfStale(root, { log: say });
      return packSolution({ root, managed: true });
    },
  },
  flags: [{ name: "empty", help: "leave out the demonstration sessions" }],
  configuration: demoConfigurationFor,
  firstRows: {
    async make({ sandbox, flags, say }) {
      if (!hasProduct(sandbox.dataverse.model)) return undefined;
      await createConfiguration(sandbox);
      if (flags.has("empty")) return "empty";
      say("Creating the demonstration sessions …");
      await createDemoSessions(sandbox);
      return "demonstration";
    },
    remark: (began, flags) =>
      began === "empty" && !flags.has("empty")
        ? "These data began with --empty: npm start -- --reset brings the demonstration sessions."
        : undefined,
  },
  plainErrors: [PackError],
});
