import { createProgress, PackError } from "../Solutions/build";
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
      async make({ sandbox, flags }) {
        if (!hasProduct(sandbox.dataverse.model)) return undefined;
        await createConfiguration(sandbox);
        if (flags.has("empty")) return "empty";
        const progress = createProgress();
        progress.log("Creating the demonstration sessions …");
        await createDemoSessions(sandbox, (done, of) => progress.step(`  ${done} of ${of} conversations`));
        progress.log("They are there.");
        return "demonstration";
      },
      remark: (began, flags) =>
        began === "empty" && !flags.has("empty")
          ? `These data began with --empty: ${command} --reset brings the demonstration sessions.`
          : undefined,
    },
    welcome: (sandbox) =>
      hasProduct(sandbox.dataverse.model)
        ? [
            `  The whole story  ${sandbox.url}stage  two agents and a customer's phone side by side: press Start`,
            `  One agent        ${sandbox.appUrl("ana")}  press the bubble at the lower right, then Accept`,
            `  The customer     ${sandbox.url}phone  send a text, and watch the bubble`,
            `  Everybody        ${sandbox.url}  (Safari: use the second link of each card.) Ctrl+C ends; docs/sandbox.md says more.`,
          ]
        : [`  ${sandbox.appUrl("ana")} opens the app as Ana; the address above has everybody. Ctrl+C ends.`],
    plainErrors: [PackError],
  };
}
