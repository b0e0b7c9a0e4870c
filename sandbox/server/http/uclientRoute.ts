import { readFileSync } from "node:fs";
import type { ImportedSolutions } from "../solution";
import type { Dataverse } from "../dataverse";
import { BadRequest } from "./badRequest";
import type { Bundle } from "./bundle";
import { defaultApp } from "./defaultApp";
import type { Directory } from "./directory";
import { allow, answerJson } from "./exchange";
import type { Exchange } from "./exchange";
import { identify } from "./identity";
import { answerFile, contentTypeOf, webResourceContentType } from "./staticFiles";
import type { Imports } from "./imports";
import type { TemperSwitch } from "./temperSwitch";

/** What the app shell is served from. */
export interface AppFiles {
  readonly solution: ImportedSolutions;
  readonly dataverse: Dataverse;
  readonly directory: Directory;
  readonly temper: TemperSwitch;
  /** What the link from the app to the first page says. */
  readonly firstPageLink: string;
  /** Where pages are to load themselves anew after an import: tells them of it. */
  readonly imports?: Imports;
  /** The built shell. */
  readonly shell: () => Promise<Bundle>;
}

/**
 * The platform's own builds of React and Fluent, from Microsoft's control harness. React's file defines globals of its version
 * alone; Fluent's and the shell look for the plain names.
 */
const platformFiles: Readonly<Record<string, () => Uint8Array>> = {
  "react.js": once(() =>
    Buffer.concat([
      readFileSync(require.resolve("pcf-start/lib/react_16_14_0.js")),
      Buffer.from("\n;self.React = self.Reactv16; self.ReactDOM = self.ReactDOMv16;\n"),
    ]),
  ),
  // Fluent's default theme would load fonts from Microsoft's network at once; the app's own page has them, this one does without.
  // Its source map is not in the package; the line that names it would make the browser ask for it.
  "fluent.js": once(() => {
    const code = readFileSync(require.resolve("pcf-start/lib/fluent_8_121_1.js"), "utf8").replace(/\/\/# sourceMappingURL=\S+\s*$/, "");
    return Buffer.from(`self.FabricConfig = { ...self.FabricConfig, fontBaseUrl: "" };\n${code}`);
  }),
};

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Answers `/uclient/…` but the shell's Web API. */
export async function uclientRoute(files: AppFiles, exchange: Exchange): Promise<void> {
  allow(exchange, "GET");
  if (exchange.path === "/uclient/model") {
    answerModel(files, exchange);
    return;
  }
  if (exchange.path === "/uclient/imports" && files.imports) {
    files.imports.tell(exchange);
    return;
  }
  const [, , area = "", ...rest] = exchange.path.split("/").map(decode);
  const file = await findFile(files, area, rest);
  if (!file) throw new BadRequest(404, `The imported solution has no ${exchange.path}.`);
  answerFile(exchange, file, contentTypeOf(rest.at(-1) ?? ""));
}

async function findFile(files: AppFiles, area: string, path: readonly string[]): Promise<Uint8Array | undefined> {
  const name = path.join("/");
  switch (area) {
    case "platform":
      return Object.hasOwn(platformFiles, name) ? platformFiles[name]?.() : undefined;
    case "shell":
      return (await files.shell()).get(name);
    case "controls":
      return files.solution.controlFile(path[0] ?? "", path.slice(1).join("/"));
    default:
      return undefined;
  }
}

/**
 * The platform's script beside the web resources, which an HTML web resource loads by a relative address for `GetGlobalContext`
 * (learn.microsoft.com/power-apps/developer/model-driven-apps/clientapi/reference/getglobalcontext-clientglobalcontext.js.aspx).
 */
const globalContextScript = Buffer.from("function GetGlobalContext() { return parent.Xrm.Utility.getGlobalContext(); }\n");

/** Answers `/WebResources/<name>` from the solution, also for the files of code components. */
export function webResourceRoute(files: AppFiles, exchange: Exchange): void {
  allow(exchange, "GET");
  const name = exchange.path.split("/").slice(2).map(decode).join("/");
  if (name.endsWith("ClientGlobalContext.js.aspx")) {
    answerFile(exchange, globalContextScript, contentTypeOf("script.js"));
    return;
  }
  // The platform keeps the files of a code component among the web resources, in a folder `cc_` and its name
  // (learn.microsoft.com/power-apps/developer/component-framework/debugging-custom-controls, the rule for Fiddler).
  const [, component = "", path = ""] = /^cc_([^/]+)\/(.+)$/.exec(name) ?? [];
  const part = component && files.solution.controlFile(component, path);
  if (part) {
    answerFile(exchange, part, contentTypeOf(path));
    return;
  }
  const resource = files.solution.model.webResources.find((one) => one.name === name);
  const file = resource && files.solution.webResource(name);
  if (!file) throw new BadRequest(404, `The imported solution has no web resource "${name}".`);
  answerFile(exchange, file, webResourceContentType(resource.type));
}

function answerModel(files: AppFiles, exchange: Exchange): void {
  const { directory } = files;
  const user = identify(directory, exchange);
  if (!user) {
    const message = `Nobody is signed in. Open the app as a user: http://localhost/?user=${directory.example} (one of ${directory.logins}).`;
    answerJson(exchange, 401, { error: { code: "0x80040204", message } });
    return;
  }
  const { model } = files.dataverse;
  answerJson(exchange, 200, {
    ...model,
    user: { id: user.id, name: user.login, fullName: user.fullName, roles: user.roles.map((role) => ({ name: role })) },
    app: model.apps[0] ?? defaultApp(model),
    sandbox: {
      users: directory.people.filter(({ human }) => human).map(({ login, fullName }) => ({ name: login, fullName })),
      firstPageLink: files.firstPageLink,
      temper: files.temper.now,
      ...(files.imports ? { importId: files.imports.current } : {}),
    },
  });
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new BadRequest(400, `The address has a "%" that encodes nothing: ${segment}`);
  }
}
