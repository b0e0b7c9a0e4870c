// Lint of the code itself: typescript-eslint strict, React's hooks, Microsoft's solution-checker rules on what ships, names of files, and
// which names of the platform a room may say. Who may import whom is in .dependency-cruiser.cjs; `npm run lint` runs both.
import powerApps from "@microsoft/eslint-plugin-power-apps";
import prettier from "eslint-config-prettier";
import checkFile from "eslint-plugin-check-file";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { findControls } from "./tools/controls.cjs";
import { PRODUCT_WORDS } from "./tools/productWords.cjs";

const CONTROLS = findControls(import.meta.dirname);
const inRooms = (...rooms) => rooms.map((room) => `${room}/**/*.{ts,tsx}`);
/** What ends in the solution's zip. */
const SHIPPED = inRooms("shared", "launcher", "forms", "diagnostics", "overview", ...CONTROLS);
/** The files of a control that know the platform. */
const KNOW_THE_PLATFORM = CONTROLS.flatMap((control) => [`${control}/index.ts`, `${control}/manifest.ts`]);

const refused = (selector, message) => ({ selector, message: `${message} (docs/architecture.md)` });
/** A name of the platform, as a namespace of types or as a global. */
const platformName = (name) =>
  refused(`TSQualifiedName[left.name='${name}'], MemberExpression[object.name='${name}']`, `${name} is not known here`);
const COLUMN_NAMES = [
  refused("Literal[value=/\\b_?msgn_[a-z]/]", "Names of tables and columns stand in shared/dataverse/names"),
  refused("TemplateElement[value.raw=/\\bmsgn_[a-z]/]", "Names of tables and columns stand in shared/dataverse/names"),
  refused("Identifier[name=/^_?msgn_/]", "Names of tables and columns stand in shared/dataverse/names"),
];
/** Without its list an effect runs after every render: what it waits for is to be written down. */
const ENDLESS_EFFECT = refused(
  "CallExpression[callee.property.name=/^use(Layout)?Effect$/][arguments.length=1]",
  "An effect has a list of what it depends on",
);
/** Types are imported and exported by lines of their own, so that a line says whether it is there when the code runs. */
const TYPES_APART = [
  refused("ImportSpecifier[importKind='type']", "Types have an `import type` line of their own"),
  refused("ExportSpecifier[exportKind='type']", "Types have an `export type` line of their own"),
];
/** The sandbox serves any solution; what is this product's is in demo/. */
const PRODUCT_NAMES = ["Literal[value", "TemplateElement[value.raw", "JSXText[value", "Identifier[name"].map((place) =>
  refused(`${place}=/${PRODUCT_WORDS}/i]`, "The sandbox knows nothing of the product"),
);
const syntax = (files, ignores, ...rules) => ({ files, ignores, rules: { "no-restricted-syntax": ["error", ...TYPES_APART, ...rules] } });

export default tseslint.config(
  {
    ignores: [
      "**/out/",
      "obj/",
      "coverage/",
      "reports/",
      "**/generated/",
      "**/dist/",
      "Solutions/bin/",
      "Solutions/src/",
      "**/node_modules/",
      ".sandbox/",
      ".tenant/",
      "tenant-report/",
      ".stryker-tmp/",
    ],
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { "check-file": checkFile, "react-hooks": reactHooks },
    languageOptions: { parserOptions: { project: "./tsconfig.check.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A listener that does nothing is a value like any other.
      "@typescript-eslint/no-empty-function": ["error", { allow: ["arrowFunctions"] }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      // A file is named after what it exports, or after what its exports are about; lint can tell the case of letters only, tests/tools/names.test.ts the rest.
      "check-file/filename-naming-convention": [
        "error",
        { "**/*.ts": "CAMEL_CASE", "**/*.tsx": "+([A-Za-z0-9])" },
        { ignoreMiddleExtensions: true },
      ],
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      eqeqeq: "error",
      "no-console": "error",
      "max-lines": ["error", 250],
    },
  },
  {
    files: SHIPPED,
    plugins: { "@microsoft/power-apps": powerApps },
    settings: powerApps.configs.paCheckerHosted.settings,
    rules: {
      ...powerApps.configs.paCheckerHosted.rules,
      "no-restricted-globals": ["error", "localStorage", "sessionStorage", "parent", "top", "alert", "confirm", "eval"],
    },
  },
  // Written by `npm run words`: as long as the languages are many.
  { files: ["**/*Translations.ts"], rules: { "max-lines": "off" } },
  // Fixtures are taken apart by name; none of them uses `this`.
  { files: ["**/tests/**/*.{ts,tsx}"], rules: { "@typescript-eslint/unbound-method": "off" } },
  syntax(["**/*.{ts,tsx}"], []),
  syntax(
    inRooms("shared"),
    ["shared/dataverse/names.ts", "shared/dataverse/names/*.ts"],
    platformName("ComponentFramework"),
    platformName("Xrm"),
    ENDLESS_EFFECT,
    ...COLUMN_NAMES,
  ),
  syntax(inRooms("launcher", "forms"), [], platformName("ComponentFramework"), ...COLUMN_NAMES),
  syntax(inRooms("diagnostics", "overview"), [], platformName("ComponentFramework"), platformName("Xrm"), ...COLUMN_NAMES),
  syntax(inRooms(...CONTROLS), KNOW_THE_PLATFORM, platformName("ComponentFramework"), platformName("Xrm"), ENDLESS_EFFECT, ...COLUMN_NAMES),
  syntax(KNOW_THE_PLATFORM, [], platformName("Xrm"), ENDLESS_EFFECT, ...COLUMN_NAMES),
  syntax(inRooms("sandbox"), [], ENDLESS_EFFECT, ...PRODUCT_NAMES),
  prettier,
);
