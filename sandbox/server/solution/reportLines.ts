import type { LeftOut, Missing, SolutionReport } from "../../model";

function byKind(items: readonly { readonly kind: string; readonly name: string }[]): readonly string[] {
  const names = new Map<string, Set<string>>();
  for (const { kind, name } of items) names.set(kind, (names.get(kind) ?? new Set()).add(name));
  return [...names].map(([kind, all]) => `${kind}: ${[...all].join(", ")}`);
}

/** What is left out in words, a line for each kind: `cloud flow: Notify, Remind`. */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  return byKind(leftOut);
}

/** What is missing in words, a line for each kind: `web resource: sparkle_/js/SparkleXrm.js (of SparkleXrm (0.1.3))`. */
export function missingLines(missing: readonly Missing[]): readonly string[] {
  return byKind(missing.map(({ kind, name, solution }) => ({ kind, name: solution === undefined ? name : `${name} (of ${solution})` })));
}

/** What a start says of a solution: nothing where all of it is played and nothing is missing. */
export function reportLines({ uniqueName, version, leftOut, missing }: SolutionReport): readonly string[] {
  const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);
  return [
    ...(leftOut.length === 0 ? [] : [`${uniqueName} ${version} has what the sandbox does not play:`, ...indented(leftOutLines(leftOut))]),
    ...(missing.length === 0
      ? []
      : [
          `${uniqueName} ${version} needs what is not here. Where another solution brings it, give that one's zip with --solution before this one:`,
          ...indented(missingLines(missing)),
        ]),
  ];
}
