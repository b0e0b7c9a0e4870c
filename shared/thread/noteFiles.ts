/** The contents of files that came with texts. */
import { pictureType } from "../domain/pictureType";
import type { NoteGateway } from "./notePorts";

/** The files of a window. */
export interface NoteFiles {
  /**
   * A file: a picture with its type, anything else without one, so that no browser opens it. The last ones are kept for who comes back to them.
   * @throws RequestFailed
   */
  read(noteId: string): Promise<Blob>;
}

/** So many files are kept: some screens of them, at 5 MB each at most. */
const MOST_KEPT = 20;

/** Makes them; none is known yet. */
export function createNoteFiles(gateway: NoteGateway): NoteFiles {
  const kept = new Map<string, Promise<Blob>>();
  return {
    read(noteId) {
      const known = kept.get(noteId);
      const file = known ?? gateway.readContent(noteId).then(blobOf);
      // The one that was asked for last is forgotten last.
      kept.delete(noteId);
      kept.set(noteId, file);
      for (const id of Array.from(kept.keys()).slice(0, -MOST_KEPT)) kept.delete(id);
      if (!known) file.catch(() => kept.get(noteId) === file && kept.delete(noteId));
      return file;
    },
  };
}

function blobOf(base64: string): Blob {
  const content = atob(base64);
  const bytes = new Uint8Array(content.length);
  for (let at = 0; at < content.length; at++) bytes[at] = content.charCodeAt(at);
  return new Blob([bytes], { type: pictureType(content) ?? "application/octet-stream" });
}
