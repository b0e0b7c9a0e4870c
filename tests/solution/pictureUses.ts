/** What SMS Pictures is for, and SMS Administrator as well. */
import { createNoteGateway } from "../../shared/dataverse/noteGateway";
import { bind, check, conversation, idIn } from "./roleScene";
import type { Use } from "./roleScene";

/** What somebody does who may see the pictures of texts. */
export const PICTURE_USES: Readonly<Record<string, Use>> = {
  "sees the picture that came with a text": async (scene) => {
    const { message } = conversation(scene, scene.colleague);
    const note = idIn(
      scene.world.system("POST", "annotations", {
        ...{ filename: "picture-1.png", documentbody: btoa("\x89PNG\r\n\x1a\n") },
        "objectid_msgn_message@odata.bind": bind("msgn_message", message),
        "ownerid@odata.bind": bind("systemuser", scene.colleague),
      }),
      "annotation",
    );
    check("its content", (await createNoteGateway(scene.client).readContent(note)) !== "");
  },
};
