/** A web resource; its file stays in the zip. */
export interface WebResource {
  readonly id: string;
  readonly name: string;
  /** 1 HTML, 2 CSS, 3 script, 5 PNG, 11 SVG, 12 RESX. */
  readonly type: number;
  /** Name of the part in the zip. */
  readonly part: string;
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
  readonly code: string;
  readonly css: readonly string[];
  readonly resx: readonly string[];
  /** Folder of its parts in the zip. */
  readonly folder: string;
}
