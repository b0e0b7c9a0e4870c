/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PANEL_CONTROL } from "../../../MessageBubble/manifest";
import { findLibrary, loadScript, offerLibrary } from "../../../shared/browser/libraries";

const ROOT = join(__dirname, "../../..");

describe("a library of the page", () => {
  it("is found by the name under which another bundle offers it", () => {
    const page = {};
    const library = { Panel: () => null };
    offerLibrary(page, "Panel", library);
    expect(findLibrary(page, "Panel")).toBe(library);
    expect(findLibrary(page, "Thread")).toBeUndefined();
  });

  it("of another version is not found: the page has been open since before an update", () => {
    const page: Record<string, unknown> = {};
    offerLibrary(page, "Panel", { Panel: () => null });
    const [key = ""] = Object.keys(page);
    expect(key).toContain(PRODUCT_VERSION);
    page[key.replace(PRODUCT_VERSION, "0.9.0")] = page[key];
    Reflect.deleteProperty(page, key);
    expect(findLibrary(page, "Panel")).toBeUndefined();
  });

  it("is the control that the bubble's manifest depends on, and that the panel's manifest makes", () => {
    const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
    expect(read("MessageBubble/ControlManifest.Input.xml")).toContain(
      `<dependency type="control" name="${PANEL_CONTROL}" load-type="onDemand" />`,
    );
    const own = /namespace="(\w+)" constructor="(\w+)"/.exec(read("NotificationPanel/ControlManifest.Input.xml")) ?? [];
    expect(PANEL_CONTROL).toBe(`msgn_${own[1] ?? ""}.${own[2] ?? ""}`);
  });
});

describe("a script of the environment", () => {
  const scripts = (): HTMLScriptElement[] => Array.from(document.head.querySelectorAll("script"));

  it("has run when it is said to be loaded, and leaves nothing behind", async () => {
    const loaded = loadScript(window, "/WebResources/panel.js");
    const [script] = scripts();
    expect(script?.getAttribute("src")).toBe("/WebResources/panel.js");
    script?.dispatchEvent(new Event("load"));
    await loaded;
    expect(scripts()).toEqual([]);
  });

  it("that cannot be loaded is named", async () => {
    const loaded = loadScript(window, "/WebResources/panel.js");
    scripts()[0]?.dispatchEvent(new Event("error"));
    await expect(loaded).rejects.toThrow("/WebResources/panel.js could not be loaded.");
    expect(scripts()).toEqual([]);
  });
});

declare const PRODUCT_VERSION: string;
