import path from "node:path";
import { UsageError, readCommandLine, usage } from "../../server/program/commandLine";
import type { Syntax } from "../../server/program/commandLine";

const folder = path.resolve("somewhere");
const own: Syntax = { command: "dataverse-sandbox", flags: [] };
const product: Syntax = { command: "npm start --", builtSolution: "the built one", flags: [{ name: "empty", help: "no rows" }] };
const read = (args: readonly string[], env: Readonly<Record<string, string>> = {}, syntax = product) =>
  readCommandLine(syntax, args, env, folder);

describe("the command line", () => {
  it("takes port 3000 and the folder .sandbox when nothing else is said", () => {
    expect(read([])).toEqual({
      reset: false,
      uninstall: false,
      yes: false,
      solutions: [],
      flags: new Set(),
      port: 3000,
      data: path.join(folder, ".sandbox"),
    });
  });

  it("reads --reset, --solution, the program's own options, PORT and SANDBOX_DATA", () => {
    const options = read(["--reset", "--empty", "--solution", "a.zip"], { PORT: "0", SANDBOX_DATA: ":memory:" });
    expect(options).toMatchObject({ reset: true, solutions: [path.join(folder, "a.zip")], port: 0, data: ":memory:" });
    expect(options?.flags).toEqual(new Set(["empty"]));
  });

  it("reads --solution several times, in the order given", () => {
    const options = read(["--solution", "b.zip", "--reset", "--solution", "a.zip"]);
    expect(options?.solutions).toEqual(["b.zip", "a.zip"].map((file) => path.join(folder, file)));
    expect(() => read(["--solution", "a.zip", "--solution="])).toThrow("--solution needs the path of a zip");
  });

  it("reads --uninstall, which removes the solution from the data", () => {
    for (const syntax of [own, product])
      expect(read(["--uninstall"], {}, syntax)).toMatchObject({ uninstall: true, reset: false, solutions: [] });
  });

  it("takes the answer to what --uninstall asks with --yes, and refuses it where nothing asks", () => {
    expect(read(["--uninstall", "--yes"])).toMatchObject({ uninstall: true, yes: true });
    expect(() => read(["--yes"])).toThrow("--yes goes with --uninstall");
  });

  it.each([[["--reset"]], [["--empty"]], [["--solution", "a.zip"]]])("refuses --uninstall together with %j", (others) => {
    expect(() => read(["--uninstall", ...others])).toThrow("--uninstall goes with no other option");
  });

  it("shows how to use it with --help", () => {
    expect(read(["--help"])).toBeUndefined();
    expect(usage(product)).toMatch(/^Usage: npm start -- \[options\]\n[^]*--empty +no rows\n[^]*instead of the built one;[^\n]*\n/);
    expect(usage(own)).toMatch(/^Usage: dataverse-sandbox --solution FILE\.zip \[options\]\n/);
  });

  it.each([[["--rest"]], [["--prot", "3000"]], [["extra"]], [["--solution"]], [["--solution="]], [["--reset=yes"]], [["-x"]], [[""]]])(
    "refuses %j",
    (args) => {
      expect(() => read(args)).toThrow(UsageError);
    },
  );

  it("shows the usage to an unknown option", () => {
    expect(() => read(["--rest"])).toThrow(/--rest[^]*Usage: npm start/);
    expect(() => read(["--empty", "--solution", "a.zip"], {}, own)).toThrow(/--empty[^]*Usage: dataverse-sandbox/);
  });

  it.each([["--reset"], ["--empty"], ["--help"], ["--uninstall"]])("refuses %s twice: one of them would go unheard", (option) => {
    const name = option.split("=")[0] ?? "";
    expect(() => read([option, option])).toThrow(`${name} is given twice`);
  });

  it.each([["--port", "3000"], ["--port=3000"], ["--data", "x"]])("tells who gives %s where port and folder are set", (...args) => {
    expect(() => read(args)).toThrow(/environment variable PORT.*SANDBOX_DATA[^]*Usage:/);
  });

  it("does not take the next option for the value of --solution", () => {
    expect(() => read(["--solution", "--reset"])).toThrow(UsageError);
  });

  it("asks for the zip where the program has none of its own", () => {
    expect(() => read([], {}, own)).toThrow(/Which solution\? Give its zip: dataverse-sandbox --solution FILE\.zip/);
  });

  it.each(["http", "-1", "65536", "3000.5", "0x10", "1e3"])('refuses PORT "%s" and says what to set', (port) => {
    expect(() => read([], { PORT: port })).toThrow(/PORT is ".*1 to 65535/);
  });

  it.each(["reset", "empty", "solution", "uninstall"])("tells who forgot the -- that npm needs before --%s", (option) => {
    expect(() => read([], { [`npm_config_${option}`]: "true" })).toThrow(`npm start -- --${option}`);
  });

  it("does not mistake npm's own settings for options where npm does not start the program", () => {
    expect(read(["--solution", "a.zip"], { npm_config_reset: "true" }, own)).toMatchObject({ reset: false });
  });
});
