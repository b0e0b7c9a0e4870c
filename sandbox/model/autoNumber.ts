/** The longest that Dataverse allows for a place of random characters. */
const MOST_RANDOM = 6;

/** A part of an autonumber pattern: `SEQNUM`, a number that is one higher for each row; `RANDSTRING`, random characters; null: a text as it stands. */
export interface AutoNumberPart {
  readonly kind: "SEQNUM" | "RANDSTRING" | null;
  /** The fewest digits, or the number of characters; 0 for a text. */
  readonly size: number;
  readonly text: string;
}

/**
 * The parts of an autonumber pattern, as `WID-{SEQNUM:5}`; undefined where it has a place that the sandbox does not fill (dates).
 * Source: https://learn.microsoft.com/power-apps/developer/data-platform/create-auto-number-attributes
 */
export function autoNumberParts(format: string): readonly AutoNumberPart[] | undefined {
  const parts: AutoNumberPart[] = [];
  for (const [index, text] of format.split(/\{([^}]*)\}/).entries()) {
    if (index % 2 === 0) {
      parts.push({ kind: null, size: 0, text });
      continue;
    }
    const [, kind, digits] = /^(SEQNUM|RANDSTRING):(\d+)$/.exec(text) ?? [];
    const size = Number(digits);
    if ((kind !== "SEQNUM" && kind !== "RANDSTRING") || size < 1 || (kind === "RANDSTRING" && size > MOST_RANDOM)) return undefined;
    parts.push({ kind, size, text });
  }
  return parts;
}

/** Whether the sandbox fills columns with this pattern; of no pattern, there is nothing that it could not fill. */
export function isAutoNumber(format: string): boolean {
  return autoNumberParts(format) !== undefined;
}
