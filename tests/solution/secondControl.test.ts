/** A control is found by its manifest: whoever adds a folder with one changes no build step, no packer, no size table and no lint rule. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packSolution } from "../../Solutions/build";
import { mapXml } from "../../Solutions/build/mapping";
import { bundlesOf, controlsOf } from "../../Solutions/build/parts";
import { stageForMicrosoft } from "../../Solutions/build/staging";
import { budgetsOf, measureSizes, surprises, weightOf } from "../../tools/sizes";
import { BUILD_TIMEOUT, ensureBuilt, onCopy, packedParts, ROOT } from "./builtSolution";

/** The one that is loaded at the start of the app. */
const FIRST = controlsOf(ROOT).find(({ name }) => name.endsWith(".MessageBubble"));
const NAME = "msgn_MessageNotification.SmallThread";

beforeAll(ensureBuilt, BUILD_TIMEOUT);

/** Adds a small control in a folder of its own, built, and tells the solution of it. */
function addControl(root: string, isInSolution = true): void {
  if (!FIRST) throw new Error("The repository has no control to make another one of.");
  const renamed = (text: string): string => text.replaceAll(/constructor="\w+"/g, 'constructor="SmallThread"').replaceAll(FIRST.name, NAME);
  const copy = (from: string, to: string): void => {
    mkdirSync(join(root, to, ".."), { recursive: true });
    writeFileSync(join(root, to), renamed(readFileSync(join(root, from), "utf8")));
  };
  copy(`${FIRST.folder}/ControlManifest.Input.xml`, "Thread/ControlManifest.Input.xml");
  copy(`out/controls/${FIRST.folder}/ControlManifest.xml`, "out/controls/Thread/ControlManifest.xml");
  writeFileSync(join(root, "out/controls/Thread/bundle.js"), "var thread;");
  if (!isInSolution) return;
  const data = "ControlManifest.xml.data.xml";
  copy(`Solutions/src/Controls/${FIRST.name}/${data}`, `Solutions/src/Controls/${NAME}/${data}`);
  const manifest = join(root, "Solutions/src/Other/Solution.xml");
  const root66 = `<RootComponent type="66" schemaName="${FIRST.name}" behavior="0" />`;
  const text = readFileSync(manifest, "utf8");
  expect(text).toContain(root66);
  writeFileSync(manifest, text.replace(root66, `${root66}${root66.replace(FIRST.name, NAME)}`));
}

describe("a second control", () => {
  it("is built, and its bundle is looked for", () => {
    onCopy((root) => {
      addControl(root);
      expect(controlsOf(root)).toContainEqual({ folder: "Thread", name: NAME });
      expect(bundlesOf(root)).toContainEqual({ part: "Thread", path: "out/controls/Thread/bundle.js" });
    });
  });

  it("is packed, and is in the map and in its place for Microsoft's packager", () => {
    onCopy((root) => {
      addControl(root);
      const parts = packedParts(true, root);
      expect(new TextDecoder().decode(parts[`Controls/${NAME}/bundle.js`])).toBe("var thread;");
      expect(Object.keys(parts)).toContain(`Controls/${FIRST?.name ?? ""}/bundle.js`);
      expect(mapXml(root)).toContain(`<FileToPath map="Controls/${NAME}/**/*.*" to="../../out/controls/Thread/**" />`);
      stageForMicrosoft(root);
      expect(readFileSync(join(root, `Solutions/src/Controls/${NAME}/bundle.js`), "utf8")).toBe("var thread;");
    });
  });

  it("is missed by the packer where the solution does not describe it", () => {
    onCopy((root) => {
      addControl(root, false);
      expect(() => packSolution({ root, managed: true })).toThrow(`Controls/${NAME}/ControlManifest.xml.data.xml is missing`);
    });
  });

  it("has a row in the size table and a budget of its own, beside the start of the app", () => {
    onCopy((root) => {
      addControl(root);
      const sizes = measureSizes(root);
      expect(sizes).toContainEqual({ part: "Thread", bytes: 11, gzip: 31 });
      const budgets = budgetsOf(root);
      expect(budgets).toContainEqual({ name: "Thread", parts: ["Thread"], limit: 30 * 1024 });
      expect(budgets[0]).toEqual({ name: "start of the app", parts: ["launcher", FIRST?.folder], limit: 30 * 1024 });
      expect(budgets.map((budget) => weightOf(budget, sizes))).toContain(31);
      expect(
        surprises(sizes, Object.fromEntries(sizes.filter(({ part }) => part !== "Thread").map(({ part, gzip }) => [part, gzip]))),
      ).toEqual([expect.stringMatching(/^Thread is new, 31 bytes\..*npm run size -- --update/)]);
    });
  });

  it("has a room of its own in the import rules", () => {
    onCopy((root) => {
      addControl(root);
      for (const file of [".dependency-cruiser.cjs", "tools/controls.cjs"]) cpSync(join(ROOT, file), join(root, file), { recursive: true });
      const { forbidden } = jest.requireActual<{ forbidden: readonly { name: string }[] }>(join(root, ".dependency-cruiser.cjs"));
      expect(forbidden.map(({ name }) => name)).toContain("Thread imports only what its room may");
    });
  });
});

it("says what is wrong with a manifest that does not say what its control is called", () => {
  onCopy((root) => {
    addControl(root);
    writeFileSync(join(root, "Thread/ControlManifest.Input.xml"), '<manifest><control namespace="MessageNotification" /></manifest>');
    expect(() => controlsOf(root)).toThrow("Thread/ControlManifest.Input.xml: <control> needs the attributes namespace and constructor.");
  });
});
