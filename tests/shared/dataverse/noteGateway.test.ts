import { createClient } from "../../../shared/dataverse/client";
import { createNoteGateway } from "../../../shared/dataverse/noteGateway";
import { RequestFailed } from "../../../shared/domain/failure";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

let dataverse: TestDataverse;
beforeEach(async () => {
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

const PICTURE = "iVBORw0KGgo=";

it("reads the content of a message's file", async () => {
  dataverse.text("+15550100");
  const [message] = dataverse.rows("msgn_messages?$select=msgn_messageid");
  const note = dataverse.system("POST", "annotations", {
    subject: "Picture",
    filename: "picture.png",
    mimetype: "image/png",
    documentbody: PICTURE,
    "objectid_msgn_message@odata.bind": `/msgn_messages(${String(message?.["msgn_messageid"])})`,
  });
  const gateway = createNoteGateway(createClient(dataverse.fetchAs("ana")));
  expect(await gateway.readContent(String(note["annotationid"]))).toBe(PICTURE);
});

it("fails where the file is gone, and asks nothing for what is no id", async () => {
  const gateway = createNoteGateway(createClient(dataverse.fetchAs("ana")));
  await expect(gateway.readContent("50000000-0000-0000-0000-000000000001")).rejects.toThrow(RequestFailed);
  await expect(gateway.readContent("1) or (1")).rejects.toThrow("Not an id");
});

it("is refused as denied to who may read no notes: no agent without SMS Pictures sees the picture of a text", async () => {
  dataverse.text("+15550100");
  const [message] = dataverse.rows("msgn_messages?$select=msgn_messageid");
  const note = dataverse.system("POST", "annotations", {
    filename: "picture.png",
    documentbody: PICTURE,
    "objectid_msgn_message@odata.bind": `/msgn_messages(${String(message?.["msgn_messageid"])})`,
  });
  const gateway = createNoteGateway(createClient(dataverse.fetchAs("zoe")));
  await expect(gateway.readContent(String(note["annotationid"]))).rejects.toMatchObject({ kind: "denied" });
});
