import path from "node:path";
import { UsageError, readCommandLine } from "../../../sandbox/server/http/commandLine";

const folder = path.resolve("somewhere");

describe("npm start", () => {
  it("takes port 3000 and the folder .sandbox when nothing else is said", () => {
    expect(readCommandLine([], {}, folder)).toEqual({
      reset: false,
      empty: false,
      uninstall: false,
      solution: undefined,
      port: 3000,
      data: path.join(folder, ".sandbox"),
    });
  });

  it("reads --reset, --empty, --solution, PORT and SANDBOX_DATA", () => {
    const options = readCommandLine(["--reset", "--empty", "--solution", "a.zip"], { PORT: "0", SANDBOX_DATA: ":memory:" }, folder);
    expect(options).toMatchObject({ reset: true, empty: true, solution: path.join(folder, "a.zip"), port: 0, data: ":memory:" });
  });

  it("reads --uninstall, which removes the solution from the data", () => {
    expect(readCommandLine(["--uninstall"], {}, folder)).toMatchObject({
      uninstall: true,
      reset: false,
      empty: false,
      solution: undefined,
    });
  });

  it.each([[["--reset"]], [["--empty"]], [["--solution", "a.zip"]]])("refuses --uninstall together with %j", (others) => {
    expect(() => readCommandLine(["--uninstall", ...others], {}, folder)).toThrow("--uninstall goes with no other option");
  });

  it("shows how to use it with --help", () => {
    expect(readCommandLine(["--help"], {}, folder)).toBeUndefined();
  });

  it.each([[["--rest"]], [["extra"]], [["--solution"]], [["--solution="]], [["--reset=yes"]]])("refuses %j", (args) => {
    expect(() => readCommandLine(args, {}, folder)).toThrow(UsageError);
  });

  it("shows the usage to an unknown option", () => {
    expect(() => readCommandLine(["--rest"], {}, folder)).toThrow(/--rest[^]*Usage: npm start/);
  });

  it.each(["http", "-1", "65536", "3000.5", "0x10", "1e3"])('refuses PORT "%s" and says what to set', (port) => {
    expect(() => readCommandLine([], { PORT: port }, folder)).toThrow(/PORT is ".*1 to 65535/);
  });

  it.each(["reset", "empty", "solution", "uninstall"])("tells who forgot the -- that npm needs before --%s", (option) => {
    expect(() => readCommandLine([], { [`npm_config_${option}`]: "true" }, folder)).toThrow(`npm start -- --${option}`);
  });
});
