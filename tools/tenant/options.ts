/** What `npm run tenant` is told on its command line. */
import { join, resolve } from "node:path";

const root = join(__dirname, "..", "..");

/** How the program runs. */
export interface Options {
  /** Where the environment is: `https://contoso.crm.dynamics.com`. */
  readonly origin: string;
  /** The unique name or the id of the model-driven app. */
  readonly app: string;
  /** The name of a custom page of that app; without one the custom page is not judged. */
  readonly customPage?: string;
  /** Where the windows of the two agents and of the administrator begin, each an address below the environment's. */
  readonly signInPaths: readonly string[];
  /** How long somebody may take to sign in (s). */
  readonly signInSeconds: number;
  readonly isHeadless: boolean;
  /** The folder of the browsers' profiles, and of the list of what has been made and not removed yet. */
  readonly profiles: string;
  readonly report: string;
}

/** What was written cannot be run. The message says what to write instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The product's own app. */
const PRODUCT_APP = "msgn_MessageNotification";

export const USAGE = `Usage: npm run tenant -- --url https://YOUR-ENVIRONMENT.crm.dynamics.com

Goes through docs/tenant-checklist.md as far as a program can, in an installed Edge or Chrome, and writes a report.
Use a test environment into which this version has been imported. Three people sign in, each in a window of their own:
two agents (Basic User and SMS Agent) and an administrator (Basic User and SMS Administrator), all three with English as
their language. Their sign-ins are kept in .tenant/, their passwords never pass through this program.

  --url URL            the environment
  --app NAME           the app: unique name or id (${PRODUCT_APP})
  --custom-page NAME   a custom page of that app, to be judged as well
  --headless           without windows: for a run whose people are signed in already
  --sign-in PATH       where a window begins (/); three times: first agent, second agent, administrator
  --sign-in-limit S    seconds that a person may take to sign in (300)
  --profiles FOLDER    the browsers' profiles (.tenant)
  --report FOLDER      where the report goes (tenant-report)
  --help               this text`;

const VALUES = ["--url", "--app", "--custom-page", "--sign-in", "--sign-in-limit", "--profiles", "--report"] as const;
type ValueName = (typeof VALUES)[number];

/**
 * Reads the command line; null where it asks for help.
 * @throws UsageError
 */
export function readOptions(args: readonly string[]): Options | null {
  if (args.includes("--help") || args.includes("-h")) return null;
  const given = new Map<ValueName, string[]>();
  let isHeadless = false;
  // `--url=…` is `--url …`.
  const words = args.flatMap((arg) => /^(--[a-z-]+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  for (let at = 0; at < words.length; at += 1) {
    const arg = words[at] ?? "";
    if (arg === "--headless") isHeadless = true;
    else {
      const name = VALUES.find((one) => one === arg);
      if (!name) throw new UsageError(`${arg} is not an option.`);
      at += 1;
      const value = words[at];
      if (value === undefined || value === "" || value.startsWith("--")) throw new UsageError(`${name} needs a value.`);
      given.set(name, [...(given.get(name) ?? []), value]);
    }
  }
  const one = (name: ValueName) => {
    const values = given.get(name) ?? [];
    if (values.length > 1) throw new UsageError(`${name} can be given once.`);
    return values[0];
  };
  const customPage = one("--custom-page");
  return {
    origin: originOf(one("--url")),
    app: one("--app") ?? PRODUCT_APP,
    ...(customPage === undefined ? {} : { customPage }),
    signInPaths: pathsOf(given.get("--sign-in") ?? ["/", "/", "/"]),
    signInSeconds: secondsOf(one("--sign-in-limit") ?? "300"),
    isHeadless,
    profiles: resolve(root, one("--profiles") ?? ".tenant"),
    report: resolve(root, one("--report") ?? "tenant-report"),
  };
}

function originOf(text: string | undefined): string {
  if (text === undefined) throw new UsageError("--url is missing: the address of the environment.");
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = url?.hostname === "localhost" || url?.hostname.endsWith(".localhost");
  if (!url || (url.protocol !== "https:" && !(url.protocol === "http:" && isHere))) {
    throw new UsageError(
      `--url ${text} is no address of an environment, such as https://contoso.crm.dynamics.com (http only for localhost)`,
    );
  }
  if (url.username || url.password)
    throw new UsageError("--url must not have a user name or a password in it: people sign in by themselves.");
  return url.origin;
}

function pathsOf(paths: readonly string[]): readonly string[] {
  if (paths.length !== 3) throw new UsageError("--sign-in is given three times: for the first agent, the second agent, the administrator.");
  const wrong = paths.find((path) => !/^\/(?!\/)/.test(path));
  if (wrong !== undefined) throw new UsageError(`--sign-in ${wrong} must begin with one slash: it is a path of the environment.`);
  return paths;
}

function secondsOf(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new UsageError(`--sign-in-limit ${text} is no number of seconds.`);
  return Number(text);
}
