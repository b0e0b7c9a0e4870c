import type { CodeComponent, Temper } from "../../model";
import type { ScriptLoader } from "../form/scriptLoader";
import { partAddress } from "./partAddress";
import { registeredClass } from "./registry";
import type { ComponentClass } from "./registry";

/** Loads a library by its component's name. */
export type LoadDependency = (name: string) => Promise<ComponentClass>;

/**
 * Loads the bundles of code components and of the components that they depend on, each once into this page. All of them find the same
 * platform libraries: the globals React and Fluent.
 */
export class BundleLoader {
  private readonly loading = new Map<string, Promise<ComponentClass>>();

  constructor(
    private readonly controls: readonly CodeComponent[],
    private readonly scripts: ScriptLoader,
    private readonly temper: Pick<Temper, "loadDependency">,
  ) {}

  /**
   * Loads a component's bundle and style sheets, after the libraries that have to be there before it. What has failed is tried again by
   * the next call.
   * @returns the class that the bundle registers
   * @throws Error when a file cannot be loaded, a library is not there, or nothing is registered
   */
  load(definition: CodeComponent): Promise<ComponentClass> {
    let loading = this.loading.get(definition.name);
    if (loading === undefined) {
      loading = this.loadInOrder(definition);
      this.loading.set(definition.name, loading);
      loading.catch(() => this.loading.delete(definition.name));
    }
    return loading;
  }

  /**
   * `context.utils.loadDependency` of a component: resolves with the class of the library when its bundle has been evaluated. Undefined
   * where the shell's temper says that the platform has no such function.
   */
  dependencyLoaderOf(definition: CodeComponent): LoadDependency | undefined {
    if (this.temper.loadDependency === "missing") return undefined;
    return async (name) => {
      if (definition.libraries.some((library) => library.name === name)) return this.loadNamed(name, definition);
      throw new Error(`${definition.name} asks for the library "${name}", which its manifest does not name as a <dependency>.`);
    };
  }

  private async loadInOrder(definition: CodeComponent): Promise<ComponentClass> {
    for (const { name, onDemand } of definition.libraries) {
      if (!onDemand || this.temper.loadDependency === "eager") await this.loadNamed(name, definition);
    }
    await this.scripts.load(partAddress(definition, definition.code));
    definition.css.forEach((path) => addStyleSheet(partAddress(definition, path)));
    return registeredClass(definition);
  }

  private loadNamed(name: string, user: CodeComponent): Promise<ComponentClass> {
    const definition = this.controls.find((control) => control.name === name);
    if (definition !== undefined) return this.load(definition);
    return Promise.reject(new Error(`${user.name} depends on "${name}", which no imported solution brings.`));
  }
}

/** A style sheet stays when its component is loaded once more. */
function addStyleSheet(address: string): void {
  if (document.querySelector(`link[href="${address}"]`) !== null) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}
