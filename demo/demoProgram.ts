import { PackError } from "../Solutions/build";
import type { Program } from "../sandbox";
import { demoConfigurationFor, hasProduct } from "./demoConfiguration";
import { createConfiguration, createDemoSessions } from "./firstRows";

/**
 * The sandbox with the demonstration, as a program.
 *
 * @param command what people type before the options @param builtSolution where the zip comes from when `--solution` is not given
 */
export function demoProgram(command: string, builtSolution: Program["builtSolution"] & object): Program {
  return {
    command,
    builtSolution,
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
          ? `These data began with --empty: ${command} --reset brings the demonstration sessions.`
          : undefined,
    },
    plainErrors: [PackError],
  };
}
