import { SolutionRefused } from "../../../sandbox/server/lifecycle";
import { importSolution } from "../../../sandbox/server/solution";
import { edited, packedSolution } from "../solution/packed";
import { converse, Data, put, rowsOf, withCampaign, withCampaignTable, withNumberAsBody, zipOf } from "./solutions";

let data: Data;
beforeEach(() => {
  data = new Data();
});
afterEach(() => data.remove());

function refusal(work: () => unknown): SolutionRefused {
  try {
    work();
  } catch (error) {
    if (error instanceof SolutionRefused) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

function fill(zip: Uint8Array): void {
  const dataverse = data.open(zip);
  converse(dataverse);
  dataverse.close();
}

describe("a newer zip over an older one", () => {
  it("keeps every row, with its etag, and adds columns that can be written at once", async () => {
    const older = await zipOf("51.0.0.0");
    fill(older);
    const before = data.open(older);
    const [was] = rowsOf(before, "msgn_messages");
    before.close();

    const dataverse = data.open(await zipOf("51.1.0.0", withCampaign));
    expect(dataverse.imported).toMatchObject({ kind: "upgraded", from: "51.0.0.0", version: "51.1.0.0", removed: [] });
    const [is] = rowsOf(dataverse, "msgn_messages");
    expect(is).toEqual({ ...was, msgn_campaign: null });
    put(dataverse, `msgn_messages(${String(is?.["msgn_messageid"])})`, { msgn_campaign: "Spring" });
    expect(rowsOf(dataverse, "msgn_messages?$filter=msgn_campaign eq 'Spring'")).toHaveLength(1);
    expect(rowsOf(dataverse, "contacts")).toHaveLength(1);
    dataverse.close();
  });

  it("removes a column that the newer solution lacks, with its data, and nothing else", async () => {
    fill(await zipOf("51.1.0.0", withCampaign));
    const dataverse = data.open(await zipOf("51.2.0.0"));
    expect(dataverse.imported.removed).toEqual(["msgn_message.msgn_campaign"]);
    expect(rowsOf(dataverse, "msgn_messages")).toMatchObject([{ msgn_body: "Hello, is it open today?" }]);
    dataverse.close();
    expect(data.everything()).not.toContain("campaign");
    // A column that is gone has no type any more: it may come back as another one.
    const returned = (text: string): string => withCampaign(text).replace(/(PhysicalName="msgn_campaign">[^]*?<Type>)nvarchar/, "$1ntext");
    expect(data.import(await zipOf("51.3.0.0", returned)).kind).toBe("upgraded");
  });

  it("removes a table and a role that the newer solution lacks", async () => {
    const { model } = importSolution(await zipOf("51.1.0.0"));
    const role = { id: "d0000000-0000-4000-8000-000000000001", name: "Campaign Manager", privileges: [] };
    data.import(withCampaignTable({ ...model, roles: [...model.roles, role] }));
    expect(data.read("SELECT name FROM role WHERE name LIKE 'Campaign%'")).toHaveLength(1);
    expect(data.import({ ...model, version: "51.2.0.0" }).removed).toEqual(["msgn_campaign"]);
    expect(data.everything().toLowerCase()).not.toContain("campaign");
  });

  it("counts versions as numbers: 51.10 is newer than 51.9", async () => {
    data.import(await zipOf("51.9.0.0"));
    expect(data.import(await zipOf("51.10.0.0")).kind).toBe("upgraded");
  });
});

describe("the same version again", () => {
  it("is an update: it adds, and removes nothing", async () => {
    fill(await zipOf("51.1.0.0", withCampaign));
    expect(data.import(await zipOf("51.1.0.0"))).toMatchObject({ kind: "updated", removed: [] });
    expect(data.read("SELECT msgn_campaign FROM msgn_message")).toHaveLength(1);
    // What an update left behind goes with the next upgrade.
    expect(data.import(await zipOf("51.2.0.0")).removed).toEqual(["msgn_message.msgn_campaign"]);
  });
});

describe("a zip is refused, and the data stay as they were,", () => {
  it("when it is older, with Dataverse's message and code", async () => {
    fill(await zipOf("51.1.0.0", withCampaign));
    const before = data.everything();
    const older = await zipOf("51.0.9.0");
    const error = refusal(() => data.import(older));
    expect(error.code).toBe("0x80048541");
    expect(error.platformMessage).toBe("The import solution must have a higher version than the existing solution it is upgrading.");
    expect(error.message).toMatch(/0x80048541.*MessageNotification 51\.1\.0\.0.*older.*51\.0\.9\.0.*--reset.*SANDBOX_DATA/);
    expect(data.everything()).toBe(before);
  });

  it("when a column changed its type, with Dataverse's message and code", async () => {
    fill(await zipOf("51.0.0.0"));
    const before = data.everything();
    const changed = await zipOf("51.1.0.0", (text) => withCampaign(withNumberAsBody(text)));
    const error = refusal(() => data.import(changed));
    expect(error.code).toBe("0x80041A06");
    expect(error.platformMessage).toBe("Attribute msgn_body is a Memo, but a Integer type was specified.");
    expect(data.everything()).toBe(before);
    expect(data.import(await zipOf("51.0.0.0")).kind).toBe("updated");
  });

  it("when one is managed and the other is not, with Dataverse's message and code", async () => {
    const managed = await packedSolution();
    const unmanaged = edited(managed, { "solution.xml": (text) => text.replace("<Managed>1<", "<Managed>0<") });
    data.import(managed);
    expect(refusal(() => data.import(unmanaged))).toMatchObject({
      code: "0x80048041",
      message: expect.stringMatching(
        /installed on this system as a managed solution and the package supplied .* in unmanaged mode/,
      ) as string,
    });
    const other = new Data();
    other.import(unmanaged);
    expect(refusal(() => other.import(managed)).code).toBe("0x80048040");
    other.remove();
  });
});
