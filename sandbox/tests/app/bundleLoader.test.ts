/** @jest-environment jsdom */
import { ScriptLoader } from "../../app/form/scriptLoader";
import { BundleLoader } from "../../app/pcf/bundleLoader";
import { installRegistry } from "../../app/pcf/registry";
import type { CodeComponent, Temper } from "../../model";

const component = (constructorName: string, more: Partial<CodeComponent> = {}): CodeComponent => ({
  ...{ name: `p_N.${constructorName}`, namespace: "N", constructorName, version: "1.0.0", controlType: "virtual", properties: [] },
  ...{ platformLibraries: [], libraries: [], afterPageLoad: false, code: "bundle.js", css: [], resx: [], folder: "" },
  ...more,
});
const library = component("Library", { css: ["library.css"] });
const card = component("Card", { libraries: [{ name: library.name, onDemand: true }] });
const eagerCard = component("EagerCard", { libraries: [{ name: library.name, onDemand: false }] });
const stranger = component("Stranger", { libraries: [{ name: "p_N.Nobody", onDemand: true }] });

/** Constructors of bundles that cannot be fetched, and of such that register nothing. */
const unreachable = new Set<string>();
const mute = new Set<string>();
const fetched: string[] = [];

/** Answers the scripts that are put into the page, as a server and the bundles in them would: jsdom itself loads none. */
const answerScripts = new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes])) {
    if (!(node instanceof HTMLScriptElement)) continue;
    const name = /p_N\.(\w+)/.exec(node.src)?.[1] ?? "";
    fetched.push(name);
    if (!unreachable.has(name) && !mute.has(name)) {
      const { registerControl } = (window as unknown as { ComponentFramework: { registerControl(name: string, made: unknown): void } })
        .ComponentFramework;
      registerControl(
        `N.${name}`,
        Object.defineProperty(() => undefined, "name", { value: name }),
      );
    }
    node.dispatchEvent(new Event(unreachable.has(name) ? "error" : "load"));
  }
});

const loader = (loadDependency: Temper["loadDependency"] = "friendly"): BundleLoader =>
  new BundleLoader([library, card, eagerCard, stranger], new ScriptLoader(document), { loadDependency });

beforeEach(() => {
  document.head.replaceChildren();
  [unreachable, mute].forEach((set) => set.clear());
  fetched.length = 0;
  installRegistry(window);
  answerScripts.observe(document.head, { childList: true });
});
afterEach(() => answerScripts.disconnect());

describe("a library on demand", () => {
  it("is fetched when the component asks, once, and resolves with the library's class", async () => {
    const bundles = loader();
    await bundles.load(card);
    expect(fetched).toEqual(["Card"]);
    const load = bundles.dependencyLoaderOf(card);
    const both = await Promise.all([load?.(library.name), load?.(library.name)]);
    expect(both.map((made) => made?.name)).toEqual(["Library", "Library"]);
    expect(await load?.(library.name)).toBe(both[0]);
    expect(fetched).toEqual(["Card", "Library"]);
    expect(document.head.querySelectorAll("link[rel=stylesheet]")).toHaveLength(1);
  });

  it("that cannot be fetched rejects, and the next call tries again", async () => {
    const load = loader().dependencyLoaderOf(card);
    unreachable.add("Library");
    await expect(load?.(library.name)).rejects.toThrow("could not be loaded");
    unreachable.clear();
    expect((await load?.(library.name))?.name).toBe("Library");
    expect(fetched).toEqual(["Library", "Library"]);
  });

  it("that the manifest does not name is not loaded", async () => {
    const load = loader().dependencyLoaderOf(library);
    await expect(load?.(card.name)).rejects.toThrow(`p_N.Library asks for the library "p_N.Card", which its manifest does not name`);
    expect(fetched).toEqual([]);
  });

  it("that comes with another solution is not there", async () => {
    await expect(loader().dependencyLoaderOf(stranger)?.("p_N.Nobody")).rejects.toThrow("which no imported solution brings");
  });

  it("cannot be asked for where the platform has no such function, and is never loaded", async () => {
    const bundles = loader("missing");
    await bundles.load(card);
    expect(bundles.dependencyLoaderOf(card)).toBeUndefined();
    expect(fetched).toEqual(["Card"]);
  });

  it("is there before the component where the platform does not heed the load type; asking for it is allowed all the same", async () => {
    const bundles = loader("eager");
    await bundles.load(card);
    expect(fetched).toEqual(["Library", "Card"]);
    expect((await bundles.dependencyLoaderOf(card)?.(library.name))?.name).toBe("Library");
    expect(fetched).toHaveLength(2);
  });
});

describe("a library that loads with its component", () => {
  it("is there before the component", async () => {
    await loader().load(eagerCard);
    expect(fetched).toEqual(["Library", "EagerCard"]);
  });

  it("keeps the component from loading when it cannot be fetched", async () => {
    unreachable.add("Library");
    await expect(loader().load(eagerCard)).rejects.toThrow("could not be loaded");
    expect(fetched).toEqual(["Library"]);
  });
});

it("a bundle that registers nothing is no component", async () => {
  mute.add("Unheard");
  const unheard = component("Unheard");
  await expect(new BundleLoader([unheard], new ScriptLoader(document), { loadDependency: "friendly" }).load(unheard)).rejects.toThrow(
    'did not register "N.Unheard"',
  );
});
