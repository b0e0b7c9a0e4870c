/** The server of files: notes of Dataverse, through its Web API. */
import type { NoteGateway } from "../thread/notePorts";
import type { ApiClient } from "./client";
import { rowOf, textOf } from "./rows";
import { guid } from "./values";

/** Makes it. */
export function createNoteGateway(client: ApiClient): NoteGateway {
  return {
    async readContent(noteId) {
      const { body } = await client({ method: "GET", path: `annotations(${guid(noteId)})?$select=documentbody` });
      return textOf(rowOf(body, "annotationid", guid(noteId)), "documentbody");
    },
  };
}
