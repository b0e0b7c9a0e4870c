// Lint: typescript-eslint strict, Microsoft's solution-checker rules on what ships, and who may import whom (docs/architecture.md).
import powerApps from "@microsoft/eslint-plugin-power-apps";
import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

const MESSAGE = "docs/architecture.md says who may import whom";

/** Refuses imports from these places, given as regular expressions on the path as it is written. */
const refuse = (files, ...regexes) => ({
  files: [`${files}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": ["error", { patterns: regexes.map((regex) => ({ regex, message: MESSAGE })) }],
  },
});

const PACKAGES = "^[^.]";
const REACT = "^(react|react-dom|@fluentui/.*|use-sync-external-store.*)$";
const SANDBOX = "(^|/)(sandbox|examples)(/|$)";
const PRODUCT = "/(shared|launcher|MessageBubble|NotificationPanel)(/|$)";

/** Names of the platform that only their own room may say. */
const platformNames = (...names) => ({
  "no-restricted-syntax": [
    "error",
    ...names.map((name) => ({
      selector: `TSQualifiedName[left.name='${name}'], MemberExpression[object.name='${name}']`,
      message: `${name} is not known here: ${MESSAGE}.`,
    })),
  ],
});

export default tseslint.config(
  { ignores: ["out/", "obj/", "coverage/", "**/generated/", "Solutions/bin/", "Solutions/src/", "node_modules/", ".sandbox/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.check.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A listener that does nothing is a value like any other.
      "@typescript-eslint/no-empty-function": ["error", { allow: ["arrowFunctions"] }],
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "no-console": "error",
      "max-lines": ["error", 250],
    },
  },
  {
    files: ["{MessageBubble,NotificationPanel,shared,launcher}/**/*.{ts,tsx}"],
    ignores: ["launcher/build.ts"],
    plugins: { "@microsoft/power-apps": powerApps },
    settings: powerApps.configs.paCheckerHosted.settings,
    rules: {
      ...powerApps.configs.paCheckerHosted.rules,
      "no-restricted-globals": ["error", "localStorage", "sessionStorage", "parent", "top", "alert", "confirm", "eval"],
    },
  },
  // Fixtures are taken apart by name; none of them uses `this`.
  { files: ["tests/**/*.{ts,tsx}"], rules: { "@typescript-eslint/unbound-method": "off" } },
  refuse("shared/domain", PACKAGES, "^\\.\\./"),
  refuse("shared/state", PACKAGES, "^\\.\\./(?!domain/)"),
  refuse("shared/dataverse", PACKAGES, "^\\.\\./(?!(state|domain)/)"),
  refuse("NotificationPanel", "^\\.\\./(?!shared/(state|domain)/)", SANDBOX),
  refuse("MessageBubble", "^\\.\\./(?!(NotificationPanel|shared)/)", SANDBOX),
  refuse("launcher", "^(?!\\.|node:|esbuild$)", REACT, "^(\\.\\./)+(?!\\.\\./|(apps|platform)$|shared/(dataverse|state/ports))"),
  refuse("sandbox", PRODUCT),
  refuse("Solutions/build", PRODUCT, SANDBOX),
  refuse("examples", PRODUCT, "(^|/)sandbox(/|$)"),
  { files: ["shared/**/*.ts", "NotificationPanel/**/*.{ts,tsx}"], rules: platformNames("ComponentFramework", "Xrm") },
  { files: ["launcher/**/*.ts"], rules: platformNames("ComponentFramework") },
  { files: ["MessageBubble/**/*.{ts,tsx}"], ignores: ["MessageBubble/index.ts"], rules: platformNames("Xrm") },
  prettier,
);
