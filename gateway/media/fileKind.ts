/** What a file is, by what is said of it and by its content. */
import type { MediaReason } from "../contract";

/** What a file is kept as. */
export interface FileKind {
  readonly type: string;
  /** Without its dot. */
  readonly extension: string;
}

/** The first bytes of the kinds that are known by them. */
const signatures: readonly (readonly [type: string, pattern: RegExp])[] = [
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/png", /^\x89PNG\r\n\x1a\n/],
  ["image/gif", /^GIF8[79]a/],
  ["image/webp", /^RIFF[^]{4}WEBP/],
  ["application/pdf", /^%PDF-/],
  ["text/vcard", /^BEGIN:VCARD\r?\n/i],
  ["text/calendar", /^BEGIN:VCALENDAR\r?\n/i],
];

const extensions: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/gif": "gif",
  "image/webp": "webp",
  "application/pdf": "pdf",
  "text/vcard": "vcf",
  "text/calendar": "ics",
  "text/plain": "txt",
  "image/heic": "heic",
  "image/heif": "heif",
  "audio/amr": "amr",
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/ogg": "ogg",
  "audio/wav": "wav",
  "audio/3gpp": "3gp",
  "video/mp4": "mp4",
  "video/3gpp": "3gp",
  "video/quicktime": "mov",
  "video/webm": "webm",
};

/** Other names of the same kinds. */
const sameAs: Readonly<Record<string, string>> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "text/x-vcard": "text/vcard",
  "text/directory": "text/vcard",
  "audio/x-wav": "audio/wav",
  "audio/mp3": "audio/mpeg",
};

/** Known by their content: what says that it is one of these has to be one. */
const byContent: ReadonlySet<string> = new Set(signatures.map(([type]) => type));
/** How much of a file is looked at. */
const looked = 512;

/**
 * What a file is kept as: by its content where that says it, else by what the provider says. Markup (HTML, SVG, XML) and programs are never kept, whatever they are called.
 *
 * @param said the provider's word: `image/jpeg`, with or without parameters
 * @returns the reason where it is not kept
 */
export function fileKind(said: string, bytes: Uint8Array): FileKind | MediaReason {
  const start = Buffer.from(bytes.subarray(0, looked)).toString("latin1");
  const plain = said.split(";")[0]?.trim().toLowerCase() ?? "";
  const type = sameAs[plain] ?? plain;
  const extension = extensions[type];
  if (extension === undefined) return "notAllowed";
  const [seen] = signatures.find(([, pattern]) => pattern.test(start)) ?? [];
  // A picture is kept as the kind of picture that it is.
  const isOfItsFamily = seen !== undefined && (seen === type || (seen.startsWith("image/") && type.startsWith("image/")));
  if (isOfItsFamily) return { type: seen, extension: extensions[seen] ?? extension };
  if (seen !== undefined || byContent.has(type) || isActive(start)) return "notWhatItSays";
  return { type, extension };
}

/** Markup and programs, also behind a byte order mark. */
function isActive(start: string): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(start) || /^(?:MZ|\x7fELF|#!|PK\x03\x04)/.test(start);
}
