import { badQuery, notSupported } from "./errors";

interface Range {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** 0 to 1; 0: not wanted. */
  readonly quality: number;
}

/** Reads `Accept`: what is wanted most comes first. */
function rangesOf(accept: string): readonly Range[] {
  const ranges = accept
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const [type = "", ...rest] = one.split(";").map((part) => part.trim().toLowerCase());
      const parameters = new Map(
        rest
          .map((part) => part.split("=").map((word) => word.trim().replace(/^"(.*)"$/, "$1")))
          .map(([name = "", value = ""]) => [name, value]),
      );
      const quality = Number(parameters.get("q") ?? 1);
      parameters.delete("q");
      return { type, parameters, quality: Number.isFinite(quality) ? quality : 1 };
    })
    .filter((range) => range.quality > 0);
  return [...ranges].sort((one, other) => other.quality - one.quality);
}

/** Parameters of application/json under which minimal metadata is still the right answer, with the values that leave it so. */
const HARMLESS: Readonly<Record<string, readonly string[]>> = {
  "odata.metadata": ["minimal"],
  "odata.streaming": ["true", "false"],
  charset: ["utf-8", "utf8"],
  ieee754compatible: ["false"],
};

function isMinimalJson({ type, parameters }: Range): boolean {
  if (type === "*/*" || type === "application/*") return true;
  return type === "application/json" && [...parameters].every(([name, value]) => HARMLESS[name]?.includes(value) ?? false);
}

/**
 * The Web API answers JSON alone, and the sandbox JSON with minimal metadata alone (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors).
 * What else is wanted most is refused, not answered with something that was not asked for. Without the header, any answer suits.
 *
 * @param others more types that suit: a count is plain text, a batch is multipart
 * @throws DataverseError 501
 */
export function checkAccept(headers: Readonly<Record<string, string>>, others: readonly string[] = []): void {
  const accept = headers["accept"];
  if (accept === undefined) return;
  const ranges = rangesOf(accept);
  const isOther = ({ type }: Range): boolean => others.includes(type) || others.some((other) => type === `${other.split("/")[0] ?? ""}/*`);
  // Between JSON in one form and in another, the client's order decides; beside types that nobody answers, JSON does.
  const wanted = ranges.find((range) => range.type === "application/json" || isMinimalJson(range) || isOther(range));
  if (ranges.length === 0 || (wanted && (isMinimalJson(wanted) || isOther(wanted)))) return;
  throw notSupported(`answers in '${accept}': it answers application/json with odata.metadata=minimal`);
}

/**
 * The Web API is OData 4.0.
 * @throws DataverseError 400 for a version that is none, 501 for another one
 */
export function checkODataVersion(headers: Readonly<Record<string, string>>): void {
  const supported: readonly (readonly [name: string, values: readonly string[]])[] = [
    ["odata-version", ["4.0"]],
    ["odata-maxversion", ["4.0", "4.01"]],
  ];
  for (const [name, values] of supported) {
    const value = headers[name]?.replace(/;$/, "").trim();
    if (value === undefined || values.includes(value)) continue;
    if (!/^\d+\.\d+$/.test(value)) throw badQuery(`The header ${name} has '${value}', which is no version of OData.`);
    throw notSupported(`the header '${name}: ${value}'; the Web API is OData 4.0`);
  }
}
