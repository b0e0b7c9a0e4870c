import type { CodeComponent } from "../../model";
import type { ComponentStrings } from "./resx";

/** What a code component's class promises the platform. */
export interface ComponentInstance {
  init(context: object, notifyOutputChanged: () => void, state: object, container: HTMLDivElement | undefined): void;
  /** A virtual control returns what to draw; a standard one draws into its container. */
  updateView(context: object): unknown;
  /** Asked for where the manifest has a `<platform-action>`. */
  getActions?(): { readonly afterPageLoad?: () => Promise<unknown> };
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

/**
 * The class that a component's bundle has registered.
 * @throws Error when there is none
 */
export function registeredClass({ name, namespace, constructorName }: CodeComponent): ComponentClass {
  const fullName = `${namespace}.${constructorName}`;
  const create = registered.get(fullName);
  if (create === undefined) throw new Error(`The bundle of ${name} did not register "${fullName}".`);
  return create;
}
