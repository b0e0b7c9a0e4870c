/** @jest-environment jsdom */
import { parameterValue } from "../../app/ribbon/ribbonFrame";
import type { RibbonFrame } from "../../app/ribbon/ribbonFrame";
import { GlobalCommands } from "../../app/ribbon/globalCommands";
import { evaluationsOn, isEnabled } from "../../app/ribbon/rules";
import { command } from "./fixtures";

function frameAnswering(answer: () => unknown): RibbonFrame & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    call: async (call) => {
      calls.push(call.functionName);
      return Promise.resolve(answer());
    },
  };
}

function inverted(): ReturnType<typeof command> {
  const [rule] = command().enableRules;
  if (rule === undefined) throw new Error("The fixture has no rule.");
  return command({ enableRules: [{ ...rule, invertResult: true }] });
}

describe("an enable rule", () => {
  it("enables its command by true or by a promise of true", async () => {
    expect(
      await isEnabled(
        command(),
        frameAnswering(() => true),
      ),
    ).toBe(true);
    expect(
      await isEnabled(
        command(),
        frameAnswering(() => Promise.resolve(true)),
      ),
    ).toBe(true);
    expect(
      await isEnabled(
        command(),
        frameAnswering(() => false),
      ),
    ).toBe(false);
  });

  it("is turned round by invertResult", async () => {
    expect(
      await isEnabled(
        inverted(),
        frameAnswering(() => false),
      ),
    ).toBe(true);
  });

  it("that does not answer in time is a no, inverted or not", async () => {
    const complaints: string[] = [];
    const listen = (event: ErrorEvent): void => {
      event.preventDefault();
      complaints.push(event.message);
    };
    window.addEventListener("error", listen);
    const never = frameAnswering(() => new Promise(() => undefined));
    expect(await isEnabled(command(), never, 10)).toBe(false);
    expect(await isEnabled(inverted(), never, 10)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 5));
    window.removeEventListener("error", listen);
    expect(complaints).toHaveLength(2);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("boom");
      },
      "boom",
    ],
    ["rejects", () => Promise.reject(new Error("boom")), "boom"],
    ["answers neither true nor false", () => undefined, "instead of true or false"],
  ])("that %s is a failure", async (_, answer, message) => {
    await expect(isEnabled(command(), frameAnswering(answer))).rejects.toThrow(message);
  });
});

describe("the global command bar", () => {
  it("shows the command whose rule says yes, and runs its action", async () => {
    const frame = frameAnswering(() => true);
    const commands = new GlobalCommands([command()], frame);
    await commands.pageOpened(1);
    expect(commands.enabled.map(({ labels }) => labels["1033"])).toEqual(["Messages"]);
    await commands.run(command());
    expect(frame.calls).toEqual(["Lib.rule", "Lib.act"]);
  });

  it("is broken as a whole by one rule that throws", async () => {
    const quiet = (event: ErrorEvent): void => event.preventDefault();
    window.addEventListener("error", quiet);
    const frame: RibbonFrame = {
      call: ({ functionName }) => (functionName === "Lib.rule" ? Promise.resolve(true) : Promise.reject(new Error("boom"))),
    };
    const [rule] = command().enableRules;
    const bad = command({ id: "bad", enableRules: rule === undefined ? [] : [{ ...rule, functionName: "Lib.bad" }] });
    const commands = new GlobalCommands([command(), bad], frame);
    await commands.pageOpened(1);
    expect(commands.enabled).toEqual([]);
    expect(commands.failure?.message).toContain("Lib.bad");
    await new Promise((resolve) => setTimeout(resolve, 5));
    window.removeEventListener("error", quiet);
  });

  it("asks the rules on the first page, and then as the platform does: mostly once, now and then twice or not at all", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(evaluationsOn)).toEqual([1, 2, 1, 0, 2, 1, 1, 2, 0]);
  });

  it("refuses a button at a place that the shell does not draw", () => {
    const elsewhere = command({ location: "Mscrm.Form.account.MainTab.Actions.Controls._children" });
    expect(
      () =>
        new GlobalCommands(
          [elsewhere],
          frameAnswering(() => true),
        ),
    ).toThrow("does not support the ribbon location");
  });
});

describe("a ribbon call's parameters", () => {
  it("are constants, or refused", () => {
    expect(parameterValue({ kind: "BoolParameter", value: "true" })).toBe(true);
    expect(parameterValue({ kind: "IntParameter", value: "3" })).toBe(3);
    expect(() => parameterValue({ kind: "CrmParameter", value: "PrimaryControl" })).toThrow("PrimaryControl");
  });
});
