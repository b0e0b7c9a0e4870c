import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packSolution, PackError, solutionVersion } from "../../Solutions/build";
import { filesBelow } from "../../Solutions/build/files";
import { mapXml } from "../../Solutions/build/mapping";
import { stageForMicrosoft } from "../../Solutions/build/staging";
import { textAt } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, ensureBuilt, onCopy, packedParts, ROOT, xmlPart } from "./builtSolution";

const SRC = "Solutions/src";
const CONTROL = "msgn_MessageNotification.MessageBubble";

/** Packs a copy after `breakIt` changed it; the packer's complaint, or "" where it has none. */
function complaint(breakIt: (root: string) => void): string {
  return onCopy((root) => {
    breakIt(root);
    try {
      packSolution({ root, managed: true });
      return "";
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      return error.message;
    }
  });
}

function edit(root: string, path: string, from: string | RegExp, to: string): void {
  const file = join(root, path);
  const text = readFileSync(file, "utf8");
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}

beforeAll(ensureBuilt, BUILD_TIMEOUT);

describe("the zips", () => {
  it.each([true, false])("are the same byte for byte from run to run, wherever and whenever they are packed (managed: %s)", (managed) => {
    const first = packSolution({ root: ROOT, managed });
    const second = onCopy((root) => {
      for (const file of filesBelow(root)) utimesSync(file, new Date(2001, 1, 1), new Date(2001, 1, 1));
      return packSolution({ root, managed });
    });
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it("differ in the managed flag and in nothing else", () => {
    const [managed, unmanaged] = [packedParts(true), packedParts(false)];
    const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
    expect(Object.keys(managed)).toEqual(Object.keys(unmanaged));
    const different = Object.keys(managed).filter((name) => text(managed[name]) !== text(unmanaged[name]));
    expect(different).toEqual(["solution.xml"]);
    expect(text(managed["solution.xml"]).replace("<Managed>1<", "<Managed>0<")).toBe(text(unmanaged["solution.xml"]));
  });

  it("hold the parts in one order, with every control, the scripts, the pages and the icons", () => {
    const names = Object.keys(packedParts(true));
    const controls = ["CustomerLibrary", "MessageBubble", "MessageThread", "PanelLibrary", "ReplyLibrary"].map(
      (name) => `msgn_MessageNotification.${name}`,
    );
    const tables = ["agentsetting", "configuration", "contactnumber", "dismissal", "message", "session", "sessionevent", "template"];
    const icons = ["app", "message", ...tables.map((table) => `msgn_${table}`)];
    const guide = ["1025", "1031", "1033", "1036", "1041", "3082"].map((language) => `agentguide${language}html`);
    const resources = [
      "diagnosticshtml",
      "diagnosticsjs",
      "formsjs",
      "launcherjs",
      "licenceshtml",
      "overviewhtml",
      "overviewjs",
      ...guide,
      ...icons.map((icon) => `icons${icon}svg`),
    ];
    /** What lies in a folder, without what follows the name of each. */
    const below = (folder: string, rest: RegExp) =>
      names.filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length).replace(rest, ""));
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(["[Content_Types].xml", "customizations.xml", "solution.xml"]));
    for (const file of ["ControlManifest.xml", "bundle.js"])
      expect(names).toEqual(expect.arrayContaining(controls.map((control) => `Controls/${control}/${file}`)));
    expect([...new Set(below("Controls/", /\/.*/))].sort()).toEqual(controls);
    expect(below("WebResources/", /[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i).sort()).toEqual(
      resources.map((name) => `msgn_${name}`).sort(),
    );
  });

  it("carry what the builds made, not the copies that lie in the folder for Microsoft's packager", () => {
    onCopy((root) => {
      const copy = join(root, SRC, "Controls", CONTROL, "bundle.js");
      writeFileSync(copy, "an old copy");
      const built = readFileSync(join(root, "out/controls/MessageBubble/bundle.js"));
      expect(Buffer.from(packedParts(true, root)[`Controls/${CONTROL}/bundle.js`] ?? []).equals(built)).toBe(true);
    });
  });

  it("give every part a content type", () => {
    const parts = packedParts(true);
    const types = xmlPart(parts, "[Content_Types].xml").children;
    const extensions = types.flatMap(({ attributes }) => attributes["Extension"] ?? []);
    const overrides = types.flatMap(({ attributes }) => attributes["PartName"]?.slice(1) ?? []);
    const untyped = Object.keys(parts).filter((name) => !extensions.some((end) => name.endsWith(`.${end}`)) && !overrides.includes(name));
    expect(untyped).toEqual([]);
  });
});

describe("the version", () => {
  it("comes from package.json, with a fourth number, in both zips", () => {
    const manifest = xmlPart(packedParts(true), "solution.xml");
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(textAt(manifest, "SolutionManifest", "Version")).toBe(`${version}.0`);
    expect(solutionVersion(ROOT)).toBe(`${version}.0`);
  });

  it("is refused where Solution.xml has another", () => {
    const said = complaint((root) => edit(root, "package.json", /"version": "[^"]*"/, '"version": "7.8.9"'));
    expect(said).toMatch(/Solution\.xml has the version .*package\.json asks for 7\.8\.9\.0/);
  });

  it("is refused where the control has another", () => {
    const said = complaint((root) =>
      edit(root, "out/controls/MessageBubble/ControlManifest.xml", / version="\d+\.\d+\.\d+"/, ' version="0.0.9"'),
    );
    expect(said).toMatch(/the control has the version 0\.0\.9.*ControlManifest\.Input\.xml/);
  });
});

describe("what is wrong is said clearly", () => {
  it.each([
    ["out/webresources/launcher.js", "npm run pack"],
    ["out/controls/MessageBubble", "npm run pack"],
    ["out/webresources/licences.html", "npm run pack"],
    ["out/webresources/agentguide/1031.html", "npm run pack"],
  ])("a missing built file: %s", (path, advice) => {
    const said = complaint((root) => rmSync(join(root, path), { recursive: true }));
    expect(said.replace(/\\/g, "/")).toContain(path);
    expect(said).toContain(advice);
  });

  it("a built control without its manifest", () => {
    const said = complaint((root) => rmSync(join(root, "out/controls/MessageBubble/ControlManifest.xml")));
    expect(said).toContain(`Controls/${CONTROL}/ControlManifest.xml is missing`);
  });

  it("malformed XML, with file and line", () => {
    expect(complaint((root) => edit(root, `${SRC}/Roles/SMS Agent.xml`, "</Role>", "</Roll>"))).toMatch(
      /^Roles\/SMS Agent\.xml:\d+:\d+: not well-formed XML/,
    );
  });

  it("a DOCTYPE, which Dataverse refuses", () => {
    expect(complaint((root) => edit(root, `${SRC}/Roles/SMS Agent.xml`, "<Role ", "<!DOCTYPE Role><Role "))).toContain("DOCTYPE");
  });

  it("a file that no component has", () => {
    expect(complaint((root) => writeFileSync(join(root, SRC, "WebResources/msgn_/stray.js"), ""))).toContain("WebResources/msgn_/stray.js");
  });

  it("a web resource without its file", () => {
    expect(complaint((root) => rmSync(join(root, SRC, "WebResources/msgn_/icons/app.svg")))).toContain("icons/app.svg is missing");
  });

  it("a view whose file has another id than the view", () => {
    const said = complaint((root) => {
      const [view = ""] = filesBelow(join(root, SRC, "Entities/msgn_session/SavedQueries"));
      renameSync(view, join(dirname(view), "{00000000-0000-0000-0000-000000000001}.xml"));
    });
    expect(said).toMatch(/has the id \{.*\}: the file's name and the id inside it must be the same/);
  });

  it("a component without root component, and a root component without component", () => {
    const root = '<RootComponent type="9" schemaName="msgn_direction" behavior="0" />';
    expect(complaint((copy) => edit(copy, `${SRC}/Other/Solution.xml`, root, ""))).toContain(
      "no RootComponent (type, name) 9 msgn_direction",
    );
    expect(complaint((copy) => rmSync(join(copy, SRC, "OptionSets/msgn_direction.xml")))).toContain(
      "9 msgn_direction, which no file defines",
    );
  });

  it("a relationship that is not in the list, and one that is only there", () => {
    const name = "msgn_session_message_sessionid";
    const line = `<EntityRelationship Name="${name}" />`;
    expect(complaint((copy) => edit(copy, `${SRC}/Other/Relationships.xml`, line, ""))).toContain(`'${name}' is not in the list`);
    expect(complaint((copy) => edit(copy, `${SRC}/Other/Relationships.xml`, line, '<EntityRelationship Name="msgn_none" />'))).toContain(
      "msgn_",
    );
  });
});

describe("the map for Microsoft's packager", () => {
  it("is in git as `npm run pack` writes it", () => {
    expect(readFileSync(join(ROOT, "Solutions/map.xml"), "utf8").replace(/\r\n/g, "\n")).toBe(mapXml(ROOT));
  });

  it("is written anew where it is not what is built", () => {
    onCopy((root) => {
      edit(root, "Solutions/map.xml", /<FileToFile.*\n/, "");
      stageForMicrosoft(root);
      expect(readFileSync(join(root, "Solutions/map.xml"), "utf8")).toBe(mapXml(ROOT));
    });
  });
});

describe("the copies for Microsoft's packager", () => {
  it("are what the build made: changed ones are renewed, others removed, the description stays", () => {
    onCopy((root) => {
      const place = join(root, SRC, "Controls", CONTROL);
      mkdirSync(join(place, "strings"), { recursive: true });
      cpSync(join(place, "ControlManifest.xml.data.xml"), join(place, "strings", "gone.resx"));
      writeFileSync(join(place, "bundle.js"), "old");
      stageForMicrosoft(root);
      const built = join(root, "out/controls/MessageBubble");
      const names = (folder: string): string[] => filesBelow(folder).map((file) => file.slice(folder.length + 1));
      expect(names(place).filter((name) => !name.endsWith(".data.xml"))).toEqual(names(built));
      expect(readFileSync(join(place, "bundle.js")).equals(readFileSync(join(built, "bundle.js")))).toBe(true);
      expect(names(place)).toContain("ControlManifest.xml.data.xml");
    });
  });
});
