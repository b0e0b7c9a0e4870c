/** Pictures and other files that come with a text, as the column `msgn_media` notes them. */
import { uuidV5 } from "./ids";

/** A file that a provider's webhook tells of. */
export interface InboundMedia {
  /** Where the provider keeps it. */
  readonly url: string;
  /** What the provider says that it is: `image/jpeg`. */
  readonly type: string;
}

/**
 * Why a file cannot be had. `tooLarge`, `tooMany`: beyond the limits; `notAllowed`: of a kind that is not kept; `notWhatItSays`: its content is of another kind than the
 * provider says; `refused`: its address is none of the provider's; `gone`: the provider does not have it; `unreachable`: the provider did not give it, again and again.
 */
export type MediaReason = "tooLarge" | "tooMany" | "notAllowed" | "notWhatItSays" | "refused" | "gone" | "unreachable";

/** What is known of one file of a message. */
export type MediaFile =
  | { readonly state: "waiting"; readonly type: string; readonly url: string; readonly tries: number }
  /** `note`: the row id of the note that holds it; `size` in bytes. */
  | { readonly state: "kept"; readonly type: string; readonly note: string; readonly name: string; readonly size: number }
  | { readonly state: "failed"; readonly type: string; readonly reason: MediaReason };

/** A message has at most so many. */
export const MAX_MEDIA = 10;
/** An address as a provider writes it. What is longer or has other characters is none; all of them have to fit into the column, which takes 10,000 characters. */
const addressPattern = /^[\x21\x23-\x5b\x5d-\x7e]{1,500}$/;
/** A type without its parameters. */
const typePattern = /^[a-z0-9.+-]{1,50}\/[a-z0-9.+-]{1,50}/;

/** The namespace of the notes' row ids. */
const noteNamespace = "2f5d1c0a-7f0b-4a53-9d0a-6b1e5f6c9a13";

/** The row id of the note for a file: being a function of the provider's id and the file's place, a file that is fetched twice is kept once. */
export function noteIdFor(providerMessageId: string, index: number): string {
  return uuidV5(noteNamespace, `${providerMessageId}/${index}`);
}

/** The files of a text that has just come: what is to be fetched, and what never will be. */
export function filesOf(media: readonly InboundMedia[]): readonly MediaFile[] {
  return media.slice(0, 2 * MAX_MEDIA).map(({ url, type: given }, index): MediaFile => {
    const type = typePattern.exec(given.trim().toLowerCase())?.[0] ?? "";
    if (index >= MAX_MEDIA) return { state: "failed", type, reason: "tooMany" };
    return addressPattern.test(url) ? { state: "waiting", type, url, tries: 0 } : { state: "failed", type, reason: "refused" };
  });
}

/** As the column holds it. */
export function writeMedia(files: readonly MediaFile[]): string {
  return JSON.stringify(files);
}

/** What the column says; what is not of this form is left out: people may write the column, too. */
export function readMedia(text: string): readonly MediaFile[] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return [];
  }
  return Array.isArray(given) ? given.filter(isFile).slice(0, 2 * MAX_MEDIA) : [];
}

function isFile(value: unknown): value is MediaFile {
  if (typeof value !== "object" || value === null) return false;
  const { state, type, url, tries, note, name, size, reason } = value as Readonly<Record<string, unknown>>;
  if (typeof type !== "string") return false;
  if (state === "waiting") return typeof url === "string" && Number.isInteger(tries) && Number(tries) >= 0;
  if (state === "kept") return typeof note === "string" && typeof name === "string" && typeof size === "number";
  return state === "failed" && typeof reason === "string";
}
