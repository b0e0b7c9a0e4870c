import { MAX_MEDIA } from "../gateway/contract";
import { BadRequest } from "../sandbox";
import type { PhoneFile } from "./phone/phoneMedia";

/** What one file looks like in a request. */
export const mediaExample = { from: "+15550100", body: "Look", media: [{ type: "image/png", base64: "iVBORw0KGgo…" }] };

/** The files of a text: `media: [{type, base64}]`. @throws BadRequest 400 */
export function readMedia(given: unknown): readonly PhoneFile[] {
  if (given === undefined) return [];
  if (!Array.isArray(given) || given.length > 2 * MAX_MEDIA) {
    throw new BadRequest(400, `"media" must be a list of at most ${2 * MAX_MEDIA} files.`, mediaExample);
  }
  return given.map((one: unknown) => {
    const { type, base64 } = (one ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof type !== "string" || typeof base64 !== "string") {
      throw new BadRequest(400, 'Each file of "media" needs a "type" and its content as "base64".', mediaExample);
    }
    const bytes = Buffer.from(base64, "base64");
    if (bytes.toString("base64").replace(/=+$/, "") !== base64.replace(/=+$/, "")) {
      throw new BadRequest(400, '"base64" of a file is no base64.', mediaExample);
    }
    return { type, bytes };
  });
}
