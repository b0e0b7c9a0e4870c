/** A web resource; its file stays in the zip. */
export interface WebResource {
  readonly id: string;
  readonly name: string;
  /** 1 HTML, 2 CSS, 3 script, 5 PNG, 11 SVG, 12 RESX. */
  readonly type: number;
  /** Name of the part in the zip. */
  readonly part: string;
}

/** Another component whose bundle a component needs. */
export interface LibraryReference {
  /** Name of the other component in its solution. */
  readonly name: string;
  /** Whether it waits for `context.utils.loadDependency`; else it is there before the component. */
  readonly onDemand: boolean;
}

/** A code component (PCF) as its manifest describes it. */
export interface CodeComponent {
  /** publisher prefix + "_" + namespace.constructor */
  readonly name: string;
  readonly namespace: string;
  readonly constructorName: string;
  readonly version: string;
  /** "virtual" or "standard" */
  readonly controlType: string;
  readonly properties: readonly {
    readonly name: string;
    readonly type: string;
    readonly usage: "bound" | "input" | "output";
    readonly required: boolean;
    readonly defaultValue?: string;
  }[];
  readonly platformLibraries: readonly { readonly name: string; readonly version: string }[];
  /** In the order in which they load. */
  readonly libraries: readonly LibraryReference[];
  /** Whether it has something to do once its page has loaded: `getActions().afterPageLoad`. */
  readonly afterPageLoad: boolean;
  readonly code: string;
  readonly css: readonly string[];
  readonly resx: readonly string[];
  /** Folder of its parts in the zip. */
  readonly folder: string;
}
