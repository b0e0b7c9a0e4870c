/** The solution checker's rules, as far as they run outside Microsoft's service, on the code that the zip contains. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ESLint } from "eslint";
import type { Linter } from "eslint";
import { bundlesOf } from "../../Solutions/build/parts";

export const ROOT = join(__dirname, "..", "..");

/** What a browser loads of the product, relative to the repository. */
export const BUILT = bundlesOf(ROOT).map(({ path }) => path);

/** What of the plug-in is used here; it brings no types. */
interface PowerApps extends ESLint.Plugin {
  readonly rules: NonNullable<ESLint.Plugin["rules"]>;
  readonly configs: { readonly paCheckerHosted: { readonly rules: Linter.RulesRecord; readonly settings: Record<string, unknown> } };
}

const powerApps = createRequire(__filename)("@microsoft/eslint-plugin-power-apps") as PowerApps;

/** Rules of Microsoft's service that its plug-in leaves to ESLint's own, by the service's names. */
const OWN_RULES: Readonly<Record<string, string>> = {
  eqeqeq: "use-strict-equality-operators",
  "no-eval": "avoid-eval",
  "no-implied-eval": "avoid-eval",
  "no-new-func": "avoid-eval",
  "no-with": "avoid-with",
  "no-debugger": "remove-debug-script",
  "no-console": "remove-console",
  "no-alert": "remove-alert",
  "no-restricted-globals": "web-unsupported-syntax",
  "no-restricted-properties": "web-sdl",
  "no-restricted-syntax": "web-sdl",
};

const configured: Linter.RulesRecord = {
  "no-restricted-globals": [
    "error",
    "globalThis",
    "BigInt",
    "WeakRef",
    "FinalizationRegistry",
    "AggregateError",
    "SharedArrayBuffer",
    "Atomics",
  ],
  "no-restricted-properties": [
    "error",
    ...["cookie", "domain", "write", "writeln"].map((property) => ({ object: "document", property })),
    { object: "MSApp", property: "execUnsafeLocalFunction" },
  ],
  "no-restricted-syntax": [
    "error",
    "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]",
    "Property[key.name='dangerouslySetInnerHTML']",
    "CallExpression[callee.property.name=/^(html|insertAdjacentHTML)$/]",
    "CallExpression[callee.property.name='postMessage'] > Literal[value='*']",
    "Literal[value=/^(http|ftp):/]",
  ],
};

/** The hosted configuration, every further rule of the plug-in, and ESLint's own that the service uses. */
const RULES: Linter.RulesRecord = {
  ...Object.fromEntries(Object.keys(powerApps.rules).map((name) => [`@microsoft/power-apps/${name}`, "error"])),
  ...powerApps.configs.paCheckerHosted.rules,
  ...Object.fromEntries(Object.keys(OWN_RULES).map((name) => [name, "error"])),
  ...configured,
};

function linter(ecmaVersion: Linter.EcmaVersion, rules: Linter.RulesRecord): ESLint {
  return new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    ignore: false,
    overrideConfig: [
      {
        plugins: { "@microsoft/power-apps": powerApps },
        settings: powerApps.configs.paCheckerHosted.settings,
        languageOptions: {
          sourceType: "script",
          ecmaVersion,
          globals: { window: "readonly", setTimeout: "readonly", setInterval: "readonly" },
        },
        rules,
      },
    ],
  });
}

/** The service's name for the rule of a message; code that does not parse is unsupported syntax. */
function ruleOf(id: string | null): string {
  if (id === null) return "web-unsupported-syntax";
  return OWN_RULES[id] ?? id.replace("@microsoft/power-apps/", "");
}

/** Names of the rules that find something in a script. Microsoft's service reads ECMAScript 2018, and reports what is newer. */
export async function findingsIn(code: string): Promise<readonly string[]> {
  const results = [
    ...(await linter(2018, {}).lintText(code, { filePath: "script.js" })),
    ...(await linter("latest", RULES).lintText(code, { filePath: "script.js" })),
  ];
  return [...new Set(results.flatMap((result) => result.messages.map((message) => ruleOf(message.ruleId))))].sort();
}

/** The text of a built file. @throws where it is not built */
export function builtText(file: (typeof BUILT)[number]): string {
  return readFileSync(join(ROOT, file), "utf8");
}
