// Who may import whom (docs/architecture.md says why), and no circles. Run by `npm run lint`.
const { findControls } = require("./tools/controls.cjs");

const CONTROLS = findControls(__dirname);
const anyOf = (names) => `(${names.join("|")})`;
const CONTROL = anyOf(CONTROLS);
const REACT = "node_modules/(@types/)?(react|react-dom|@fluentui/[^/]+)/";
const TYPES = "node_modules/(@types/(xrm|powerapps-component-framework|react)|csstype)/";

/** A room may import what it is given here, besides itself; the paths are regular expressions. */
const ROOMS = {
  "shared/domain": [],
  "shared/inbox": ["shared/domain/"],
  "shared/thread": ["shared/inbox/", "shared/domain/"],
  "shared/dataverse": ["shared/inbox/(ports|panelPorts)", "shared/thread/\\w+Ports", "shared/domain/"],
  "shared/browser": ["shared/inbox/(ports|hostPort)"],
  "shared/ui": ["shared/domain/", "shared/inbox/snapshot", REACT],
  launcher: ["shared/(dataverse|browser|domain)/"],
  // Both are scripts of forms, and make a form in a pane look like a part of the app.
  forms: ["shared/(dataverse|browser|domain)/", "launcher/(quietForm|platform)"],
  diagnostics: ["shared/(dataverse|browser|domain)/"],
  // Both are pages of web resources, and make their elements the same way.
  overview: ["shared/(dataverse|browser|domain)/", "diagnostics/element"],
  gateway: ["node_modules/"],
  sandbox: ["node_modules/"],
  demo: ["sandbox/index", "gateway/", "Solutions/build/", "node_modules/"],
  "Solutions/build": ["tools/controls", "tools/processLock", "node_modules/"],
  // What the browser tests and the program for a tenant share knows neither of them, and no sandbox.
  "tests/pageObjects": ["node_modules/"],
  "tools/tenant": ["tests/pageObjects/", "shared/dataverse/names", "tools/browser", "node_modules/"],
};
// What a control is made of knows neither Dataverse nor the browser: its entry puts these together, by a rule of its own below.
for (const control of CONTROLS) ROOMS[control] = [`${CONTROL}/`, "shared/", REACT];

const rooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `${room} imports only what its room may`,
  severity: "error",
  from: { path: `^${room}/` },
  to: { pathNot: [`^${room}/`, ...allowed.map((path) => `^${path}`), `^${TYPES}`], dependencyTypesNot: ["core"] },
}));

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: "a new room below shared/ is written down here first",
      severity: "error",
      from: { path: "^shared/", pathNot: Object.keys(ROOMS).map((room) => `^${room}/`) },
      to: {},
    },
    {
      name: "the gateway's contract is used through its index",
      comment: "What another room may rely on is listed there; the files behind it may change.",
      severity: "error",
      from: { pathNot: "^(gateway/contract|tests)/" },
      to: { path: "^gateway/contract/", pathNot: "^gateway/contract/index\\.ts$" },
    },
    { name: "no circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "what runs in a browser uses nothing of Node",
      severity: "error",
      from: { path: `^(shared|launcher|forms|diagnostics|overview|${CONTROL})/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "adapters are put together by the entries",
      comment: "Dataverse's client and the browser's adapters are made in index.ts; everything else is given them.",
      severity: "error",
      from: {
        path: `^(shared|launcher|forms|diagnostics|overview|${CONTROL})/`,
        pathNot: [`^(launcher|forms|diagnostics|overview|${CONTROL})/index\\.ts$`, "^shared/(dataverse|browser)/"],
      },
      to: { path: "^shared/(dataverse/(client|gateway)|browser/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "a control's components do not know Dataverse",
      severity: "error",
      from: { path: `^${CONTROL}/`, pathNot: `^${CONTROL}/index\\.ts$` },
      to: { path: "^shared/(dataverse|browser)/" },
    },
    {
      name: "a control knows another one by its types",
      comment: "Each is a bundle of its own, loaded when it is needed: code of one in the other would be loaded twice, and too early.",
      severity: "error",
      from: { path: `^${CONTROL}/` },
      to: { path: `^${CONTROL}/`, pathNot: "^$1/", dependencyTypesNot: ["type-only"] },
    },
    // Files at the root configure tools, whose ways of finding a package are their own.
    { name: "no import leads nowhere", severity: "error", from: { path: "/" }, to: { couldNotResolve: true, pathNot: "/generated/" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(out|generated|Solutions/bin|\\.tenant|tenant-report)/|^(sandbox|\\.\\.)/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.check.json" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs", ".json", ".css"] },
  },
};
