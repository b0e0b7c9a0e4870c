/**
 * What the sandbox reads from a solution zip: the one shape that the importer writes, the Web API enforces
 * and the app shell draws. Plain data (it goes to the browser as JSON).
 */

/** Texts by language code (1033 = English). */
export type Labels = Readonly<Record<string, string>>;

export type ColumnType =
  | "primarykey"
  | "string"
  | "memo"
  | "integer"
  | "boolean"
  | "datetime"
  | "picklist"
  | "state"
  | "status"
  | "lookup"
  | "customer"
  | "owner"
  /** Decimal, money and floating point numbers. */
  | "decimal"
  /** versionnumber. */
  | "bigint"
  /** A kind of column that the sandbox does not store: naming it is known, using it is refused. */
  | "unsupported";

export interface Option {
  readonly value: number;
  readonly labels: Labels;
  /** Status options: the state they belong to. State options: their default status is `defaultStatus`. */
  readonly state?: number;
  readonly defaultStatus?: number;
}

export interface Column {
  /** Lower case. */
  readonly logicalName: string;
  readonly type: ColumnType;
  readonly labels: Labels;
  readonly descriptions: Labels;
  readonly required: "none" | "recommended" | "required" | "systemrequired";
  /** The platform writes it, nobody else (createdon, versionnumber …). */
  readonly readOnly: boolean;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly format?: string;
  readonly options?: readonly Option[];
  readonly defaultValue?: number | boolean;
  /** Lookups: the tables that they may point to. */
  readonly targets?: readonly string[];
}

export interface Relationship {
  readonly name: string;
  /** The "one" side. */
  readonly referencedTable: string;
  /** The "many" side, which has the lookup. */
  readonly referencingTable: string;
  readonly column: string;
  /** For `@odata.bind`: the lookup's name; with the target's name appended where there are several (customer). */
  readonly navigationProperty: string;
  readonly onDelete: "cascade" | "removelink" | "restrict" | "none";
}

export interface AlternateKey {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Table {
  readonly logicalName: string;
  /** As in privilege names: prvRead + schemaName. */
  readonly schemaName: string;
  readonly entitySetName: string;
  readonly primaryId: string;
  readonly primaryName: string;
  readonly ownership: "user" | "organization";
  readonly labels: Labels;
  readonly pluralLabels: Labels;
  readonly columns: readonly Column[];
  readonly keys: readonly AlternateKey[];
  /** Web resource name of its icon. */
  readonly icon?: string;
  /** Not from the zip: one of the platform's own tables that the sandbox brings (systemuser, contact …). */
  readonly platform: boolean;
}

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

export interface FormCell {
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly visible: boolean;
  readonly control?: FormControl;
}

export interface FormSection {
  readonly name: string;
  readonly labels: Labels;
  readonly showLabel: boolean;
  readonly columns: number;
  readonly rows: readonly (readonly FormCell[])[];
}

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
    readonly columns: readonly { readonly width: string; readonly sections: readonly FormSection[] }[];
  }[];
  readonly header: readonly FormCell[];
  /** Web resource names. */
  readonly libraries: readonly string[];
  readonly handlers: readonly {
    readonly event: "onload" | "onsave" | "onchange";
    /** onchange: whose. */
    readonly column?: string;
    readonly library: string;
    readonly functionName: string;
    readonly passExecutionContext: boolean;
  }[];
}

export interface View {
  readonly id: string;
  readonly table: string;
  readonly labels: Labels;
  readonly isDefault: boolean;
  /** The platform's query type: 0 public view, 2 associated, 4 quick find, 64 lookup, 1 advanced find. */
  readonly queryType: number;
  readonly fetchXml: string;
  readonly columns: readonly { readonly name: string; readonly width: number }[];
}

export interface Privilege {
  /** prvReadmsgn_session … */
  readonly name: string;
  readonly level: "Basic" | "Local" | "Deep" | "Global";
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly privileges: readonly Privilege[];
}

export interface WebResource {
  readonly id: string;
  readonly name: string;
  /** 1 HTML, 2 CSS, 3 script, 5 PNG, 11 SVG, 12 RESX. */
  readonly type: number;
  /** Name of the part in the zip. */
  readonly part: string;
}

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

export interface RibbonCommand {
  readonly id: string;
  /** Button: where it stands, e.g. Mscrm.GlobalTab.New.Controls._children */
  readonly location: string;
  readonly sequence: number;
  readonly label: string;
  readonly alt: string;
  readonly toolTip: string;
  /** $webresource name without the prefix. */
  readonly modernImage: string;
  readonly enableRules: readonly RibbonRule[];
  readonly actions: readonly RibbonCall[];
}

export interface RibbonCall {
  readonly library: string;
  readonly functionName: string;
  readonly parameters: readonly { readonly kind: string; readonly value: string }[];
}

export interface RibbonRule extends RibbonCall {
  readonly id: string;
  readonly default: boolean;
  readonly invertResult: boolean;
}

export interface SiteMapSubArea {
  readonly id: string;
  readonly labels: Labels;
  /** A table's list, or a page address. */
  readonly table?: string;
  readonly url?: string;
  readonly icon?: string;
}

export interface App {
  readonly uniqueName: string;
  readonly id?: string;
  readonly labels: Labels;
  readonly icon?: string;
  readonly tables: readonly string[];
  readonly forms: readonly string[];
  readonly views: readonly string[];
  readonly roles: readonly string[];
  readonly areas: readonly {
    readonly id: string;
    readonly labels: Labels;
    readonly groups: readonly { readonly id: string; readonly labels: Labels; readonly subAreas: readonly SiteMapSubArea[] }[];
  }[];
}

/** A solution, read and checked. */
export interface SolutionModel {
  readonly uniqueName: string;
  readonly version: string;
  readonly managed: boolean;
  readonly languages: readonly string[];
  readonly tables: readonly Table[];
  readonly relationships: readonly Relationship[];
  readonly forms: readonly Form[];
  readonly views: readonly View[];
  readonly roles: readonly Role[];
  readonly webResources: readonly WebResource[];
  readonly controls: readonly CodeComponent[];
  readonly commands: readonly RibbonCommand[];
  readonly apps: readonly App[];
}
