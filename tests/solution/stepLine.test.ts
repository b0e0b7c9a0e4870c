import { stepLine } from "../../Solutions/build/stepLine";

it("says what is being built, what its tool does, and for how long", () => {
  const output = "[9:41:07 AM] [build]  Initializing...\n[9:41:20 AM] [build]  Compiling and bundling control...\n";
  expect(stepLine("controls", output, 121)).toBe("  the controls: Compiling and bundling control, 121 s so far");
});

it.each([
  ["nothing yet", ""],
  ["a long line of its own", `asset bundle.js ${"x".repeat(80)}\n`],
])("says what is being built also where its tool has said %s", (_, output) => {
  expect(stepLine("scripts", output, 15)).toBe("  the scripts: 15 s so far");
});
