import { createProgress } from "../../Solutions/build";

let written = "";
let time = 0;
const output = (isTTY: boolean) => ({ isTTY, write: (text: string) => void (written += text) });
beforeEach(() => {
  [written, time] = ["", 0];
});

it("has one line that moves on a terminal, and goes before the next one that stays", () => {
  const { log, step } = createProgress(output(true), () => time);
  log("Building …");
  step("  1 s");
  step("  2 s");
  log("Built.");
  const clear = "\r\u001b[2K";
  expect(written).toBe(`Building …\n${clear}  1 s${clear}  2 s${clear}Built.\n`);
});

it("writes plain lines elsewhere, one every 15 seconds", () => {
  const { log, step } = createProgress(output(false), () => time);
  log("Building …");
  for (time = 1_000; time <= 31_000; time += 1_000) step(`  ${time / 1000} s`);
  log("Built.");
  expect(written).toBe("Building …\n  15 s\n  30 s\nBuilt.\n");
});
