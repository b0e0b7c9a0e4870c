import type { CodeComponent } from "../../model";
import type { ScriptLoader } from "../form/scriptLoader";
import { ComponentStrings, languageOfResx, parseResx } from "./resx";

/** What a code component's class promises the platform. */
export interface ComponentInstance {
  init(context: object, notifyOutputChanged: () => void, state: object, container: HTMLDivElement | undefined): void;
  /** A virtual control returns what to draw; a standard one draws into its container. */
  updateView(context: object): unknown;
  getOutputs?(): Readonly<Record<string, unknown>>;
  destroy(): void;
}

/** The class that a bundle registers. */
export type ComponentClass = new () => ComponentInstance;

/** A component that is ready to be made. */
export interface LoadedComponent {
  readonly definition: CodeComponent;
  readonly create: ComponentClass;
  readonly strings: ComponentStrings;
}

const registered = new Map<string, ComponentClass>();

/** Puts the global `ComponentFramework` into the main window, by which bundles register their classes. */
export function installRegistry(target: Window): void {
  Object.assign(target, {
    ComponentFramework: {
      registerControl: (name: string, component: ComponentClass): void => {
        registered.set(name, component);
      },
    },
  });
}

const loading = new Map<string, Promise<LoadedComponent>>();

/**
 * Loads a component's bundle, style sheets and texts, each once.
 * @throws Error when a part is missing or nothing is registered
 */
export function loadComponent(definition: CodeComponent, languageId: number, scripts: ScriptLoader): Promise<LoadedComponent> {
  const key = `${definition.name} ${languageId}`;
  let component = loading.get(key);
  if (component === undefined) {
    component = load(definition, languageId, scripts);
    loading.set(key, component);
    component.catch(() => loading.delete(key));
  }
  return component;
}

/** Where a part of a component is served. */
export function partAddress(definition: CodeComponent, path: string): string {
  return `/uclient/controls/${encodeURIComponent(definition.name)}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

async function load(definition: CodeComponent, languageId: number, scripts: ScriptLoader): Promise<LoadedComponent> {
  definition.css.forEach((path) => addStyleSheet(partAddress(definition, path)));
  const languages = languageId === 1033 ? [1033] : [languageId, 1033];
  const [tables] = await Promise.all([
    Promise.all(languages.map((language) => loadTexts(definition, language))),
    scripts.load(partAddress(definition, definition.code)),
  ]);
  const name = `${definition.namespace}.${definition.constructorName}`;
  const create = registered.get(name);
  if (create === undefined) throw new Error(`The bundle of ${definition.name} did not register "${name}".`);
  return {
    definition,
    create,
    strings: new ComponentStrings(
      definition.name,
      tables.filter((table) => table !== undefined),
    ),
  };
}

async function loadTexts(definition: CodeComponent, language: number): Promise<ReadonlyMap<string, string> | undefined> {
  const path = definition.resx.find((candidate) => languageOfResx(candidate) === language);
  if (path === undefined) return undefined;
  const answer = await fetch(partAddress(definition, path));
  if (!answer.ok) throw new Error(`The part ${path} of ${definition.name} answered ${answer.status}.`);
  return parseResx(await answer.text());
}

function addStyleSheet(address: string): void {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}
