import { StorageError } from "../dataverse/storage/storageError";

/** Dataverse's own messages and codes for a solution that cannot replace an installed one, each with the article that documents it. */
const REFUSALS = {
  /** https://learn.microsoft.com/troubleshoot/dynamics-365/sales/error-occurs-when-importing-a-solution (KB 4499878) */
  lowerVersion: {
    code: "0x80048541",
    message: "The import solution must have a higher version than the existing solution it is upgrading.",
  },
  /** KB 4346891, which gives the code with the example "… is a Boolean, but a Picklist type was specified." */
  changedType: { code: "0x80041A06", message: "Attribute {0} is a {1}, but a {2} type was specified." },
  /** KB 4456697 */
  managedOverUnmanaged: {
    code: "0x80048040",
    message:
      "The solution is already installed on this system as an unmanaged solution and the package supplied is attempting to install it in managed mode. " +
      "Import can only update solutions when the modes match. Uninstall the current solution and try again.",
  },
  /** KB 4456771 */
  unmanagedOverManaged: {
    code: "0x80048041",
    message:
      "The solution is already installed on this system as a managed solution and the package supplied is attempting to install it in unmanaged mode. " +
      "Import can only update solutions when the modes match. Uninstall the current solution and try again.",
  },
} as const;

/** Why Dataverse refuses a solution that would replace an installed one. */
export type Refusal = keyof typeof REFUSALS;

/** A solution cannot be imported over the data that are there. They stay as they were. */
export class SolutionRefused extends StorageError {
  /** Dataverse's error code, `0x80048541`. */
  readonly code: string;
  /** Dataverse's message. */
  readonly platformMessage: string;

  /**
   * @param values for the message's `{0}` …
   * @param details which solution, table or column it is about
   */
  constructor(refusal: Refusal, values: readonly string[], details: string) {
    const { code, message } = REFUSALS[refusal];
    const platformMessage = message.replace(/\{(\d)\}/g, (_all, index: string) => values[Number(index)] ?? "");
    super(
      `The solution was not imported. ${platformMessage} (${code}) ${details} ` +
        "Import another zip, or start with --reset to begin anew, or use SANDBOX_DATA.",
    );
    this.code = code;
    this.platformMessage = platformMessage;
  }
}

/** Names of column types as Dataverse's messages spell them (AttributeTypeCode). */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  primarykey: "Uniqueidentifier",
  datetime: "DateTime",
  bigint: "BigInt",
};

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

/** A column that would change its type. */
export function changedType(table: string, column: string, stored: string, wanted: string): SolutionRefused {
  const details = `The zip has ${table}.${column} as ${wanted}, the data have it as ${stored}.`;
  return new SolutionRefused("changedType", [column, typeName(stored), typeName(wanted)], details);
}
