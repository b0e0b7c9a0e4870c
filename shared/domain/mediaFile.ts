/** Pictures and other files of a message, as the gateway notes them. */

/** Why the gateway could not fetch a file (docs/gateway.md); what this version does not know is `unreachable`. */
export const MEDIA_REASONS = ["tooLarge", "tooMany", "notAllowed", "notWhatItSays", "refused", "gone", "unreachable"] as const;

/** One of them. */
export type MediaReason = (typeof MEDIA_REASONS)[number];

/** One file. `waiting`: the gateway is fetching it; `kept`: a note of the message holds it; `failed`: it cannot be had. */
export type MediaFile =
  | { readonly state: "waiting"; readonly isPicture: boolean }
  | {
      readonly state: "kept";
      readonly isPicture: boolean;
      /** Row id. */
      readonly noteId: string;
      readonly name: string;
      /** In bytes. */
      readonly size: number;
    }
  | { readonly state: "failed"; readonly isPicture: boolean; readonly reason: MediaReason };

/** What is shown as a picture. SVG is a document with scripts, and never is. */
const PICTURES: readonly unknown[] = ["image/jpeg", "image/png", "image/gif", "image/webp"];

/** The files that a message's column tells of. People can write it, too: what cannot be understood is left out. */
export function mediaFilesOf(media: string): readonly MediaFile[] {
  let given: unknown;
  try {
    given = JSON.parse(media);
  } catch {
    return [];
  }
  return Array.isArray(given) ? given.flatMap((one: unknown) => fileOf(one) ?? []) : [];
}

function fileOf(given: unknown): MediaFile | null {
  if (typeof given !== "object" || given === null) return null;
  const { state, type, note, name, size, reason } = given as Readonly<Record<string, unknown>>;
  const isPicture = PICTURES.indexOf(type) >= 0;
  if (state === "waiting") return { state, isPicture };
  if (state === "failed") return { state, isPicture, reason: MEDIA_REASONS.find((one) => one === reason) ?? "unreachable" };
  if (state !== "kept" || typeof note !== "string" || typeof name !== "string" || typeof size !== "number") return null;
  return { state, isPicture, noteId: note, name, size };
}
