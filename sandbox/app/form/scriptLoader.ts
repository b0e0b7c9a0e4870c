/** Loads scripts into one window, each once. */
export class ScriptLoader {
  private readonly loaded = new Map<string, Promise<void>>();

  constructor(private readonly target: Document) {}

  /**
   * Loads a script by its address; the same address is loaded once.
   * @throws Error when it cannot be loaded
   */
  load(address: string): Promise<void> {
    let loading = this.loaded.get(address);
    if (loading === undefined) {
      loading = this.insert(address);
      this.loaded.set(address, loading);
      loading.catch(() => this.loaded.delete(address));
    }
    return loading;
  }

  /** Loads a web resource by its name. */
  loadWebResource(name: string): Promise<void> {
    return this.load(webResourceAddress(name));
  }

  private insert(address: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const script = this.target.createElement("script");
      script.src = address;
      script.async = false;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(`The script ${address} could not be loaded.`)));
      this.target.head.append(script);
    });
  }
}

/** Where a web resource is served. */
export function webResourceAddress(name: string): string {
  const plain = name.replace(/^\$webresource:/i, "");
  return `/WebResources/${plain.split("/").map(encodeURIComponent).join("/")}`;
}

/**
 * The function of a dotted name (`HelpDesk.CardForm.onLoad`) in a window.
 * @throws Error when there is none
 */
export function functionNamed(scope: object, name: string): (...args: unknown[]) => unknown {
  let owner: unknown = undefined;
  let found: unknown = scope;
  for (const part of name.split(".")) {
    owner = found;
    found = typeof found === "object" || typeof found === "function" ? (found as Record<string, unknown> | null)?.[part] : undefined;
  }
  if (typeof found !== "function") throw new Error(`There is no function "${name}": the library does not define it.`);
  return (found as (...args: unknown[]) => unknown).bind(owner);
}
