/** What the files of texts need from outside. */

/** The server of files. */
export interface NoteGateway {
  /** A file in base64. @throws RequestFailed */
  readContent(noteId: string): Promise<string>;
}
