/** @jest-environment jsdom */
import { parameterValue } from "../../app/ribbon/ribbonFrame";
import type { RibbonFrame } from "../../app/ribbon/ribbonFrame";
import { commandsByPlace } from "../../app/ribbon/commandsByPlace";
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
    expect(await isEnabled(command(), never, { timeout: 10 })).toBe(false);
    expect(await isEnabled(inverted(), never, { timeout: 10 })).toBe(false);
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

  it("is never asked, and shows nothing, with globalRule never", async () => {
    const frame = frameAnswering(() => true);
    const commands = new GlobalCommands([command()], frame, "never");
    await commands.pageOpened(1);
    expect([frame.calls, commands.enabled]).toEqual([[], []]);
  });

  it("is asked in two frames at the same time on every page with globalRule twice", async () => {
    const waiting: ((answer: boolean) => void)[] = [];
    const ask = () => new Promise((resolve) => waiting.push(resolve));
    const [first, second] = [frameAnswering(ask), frameAnswering(ask)];
    const commands = new GlobalCommands([command()], first, "twice", second);
    for (const visit of [1, 4]) {
      const asked = commands.pageOpened(visit);
      await Promise.resolve();
      expect(waiting).toHaveLength(2);
      waiting.splice(0).forEach((answer) => answer(true));
      await asked;
      expect(commands.enabled).toHaveLength(1);
    }
    expect([first.calls, second.calls]).toEqual([
      ["Lib.rule", "Lib.rule"],
      ["Lib.rule", "Lib.rule"],
    ]);
  });

  it("with globalRule twice shows a command only where both frames say yes", async () => {
    const commands = new GlobalCommands(
      [command()],
      frameAnswering(() => true),
      "twice",
      frameAnswering(() => false),
    );
    await commands.pageOpened(1);
    expect(commands.enabled).toEqual([]);
  });
});

describe("the places of the application ribbon", () => {
  it("are the global bar, and the bars of every form and every list", () => {
    const form = command({ id: "form", location: "Mscrm.Form.{!EntityLogicalName}.MainTab.Save.Controls._children" });
    const list = command({ id: "list", location: "Mscrm.HomepageGrid.{!EntityLogicalName}.MainTab.Actions.Controls._children" });
    const global = command();
    expect(commandsByPlace([form, global, list])).toEqual({ global: [global], form: [form], list: [list] });
  });

  it("are refused where the shell does not draw them", () => {
    const elsewhere = command({ location: "Mscrm.Form.account.MainTab.Actions.Controls._children" });
    expect(() => commandsByPlace([elsewhere])).toThrow("does not support the ribbon location");
  });
});

describe("a ribbon call's parameters", () => {
  it("are constants, or refused", () => {
    expect(parameterValue({ kind: "BoolParameter", value: "true" })).toBe(true);
    expect(parameterValue({ kind: "IntParameter", value: "3" })).toBe(3);
    expect(() => parameterValue({ kind: "CrmParameter", value: "PrimaryControl" })).toThrow("PrimaryControl");
  });

  it("are what the page has under that name, in a page's own command bar", () => {
    const page = { PrimaryControl: {}, PrimaryEntityTypeName: "case" };
    expect(parameterValue({ kind: "CrmParameter", value: "PrimaryControl" }, page)).toBe(page.PrimaryControl);
    expect(parameterValue({ kind: "CrmParameter", value: "PrimaryEntityTypeName" }, page)).toBe("case");
    expect(() => parameterValue({ kind: "CrmParameter", value: "FirstPrimaryItemId" }, page)).toThrow("FirstPrimaryItemId");
  });
});
