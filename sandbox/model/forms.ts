import type { Labels } from "./labels";

/** What a form's cell holds: a field, a subgrid or a code component. */
export interface FormControl {
  readonly id: string;
  /** Lower-case GUID without braces. */
  readonly classId: string;
  /** The bound column; absent for subgrids. */
  readonly column?: string;
  readonly disabled: boolean;
  readonly visible: boolean;
  /** Subgrid parameters and the like: TargetEntityType, ViewId, RelationshipName … */
  readonly parameters: Readonly<Record<string, string>>;
  /** A code component (PCF) drawn instead: its solution name and its properties. */
  readonly customControl?: {
    readonly name: string;
    /** `column`: bound; `value`: a constant. */
    readonly properties: Readonly<Record<string, { readonly column?: string; readonly value?: string }>>;
  };
}

/** One place of a form's section; empty without a control. */
export interface FormCell {
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly visible: boolean;
  readonly control?: FormControl;
}

/** A section of a form's tab: rows of cells. */
export interface FormSection {
  readonly name: string;
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly columns: number;
  readonly rows: readonly (readonly FormCell[])[];
}

/** A main form with its tabs, header, scripts and events. */
export interface Form {
  readonly id: string;
  readonly table: string;
  readonly labels: Labels;
  /** Order among the table's forms: the first active one is the default. */
  readonly order: number;
  readonly tabs: readonly {
    readonly name: string;
    readonly labels: Labels;
    readonly showLabel: boolean;
    /** The tab's first component fills the tab, and nothing else of the tab is shown. */
    readonly singleComponent?: true;
    readonly columns: readonly { readonly width: string; readonly sections: readonly FormSection[] }[];
  }[];
  readonly header: readonly FormCell[];
  /** Web resource names. */
  readonly libraries: readonly string[];
  readonly handlers: readonly {
    readonly event: "onload" | "onsave" | "onchange";
    /** The column, for an onchange handler. */
    readonly column?: string;
    readonly library: string;
    readonly functionName: string;
    readonly passExecutionContext: boolean;
  }[];
}
