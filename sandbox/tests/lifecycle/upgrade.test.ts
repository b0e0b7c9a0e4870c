import { SolutionRefused } from "../../server/lifecycle";
import { importSolution } from "../../server/solution";
import { unmanaged } from "../fixture/edited";
import { helpDesk } from "../fixture/helpDesk";
import { rowsOf } from "./dataOnDisk";
import { Data, fillWithTicket, put, withCampaign, withCampaignTable, withNumberAsText, zipOf } from "./solutions";

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
  fillWithTicket(dataverse);
  dataverse.close();
}

describe("a newer zip over an older one", () => {
  it("keeps every row, with its etag, and adds columns that can be written at once", () => {
    const older = zipOf("51.0.0.0");
    fill(older);
    const before = data.open(older);
    const [was] = rowsOf(before, "sample_notes");
    before.close();

    const dataverse = data.open(zipOf("51.1.0.0", withCampaign));
    expect(dataverse.imported[0]).toMatchObject({ kind: "upgraded", from: "51.0.0.0", version: "51.1.0.0", removed: [] });
    const [is] = rowsOf(dataverse, "sample_notes");
    expect(is).toEqual({ ...was, sample_campaign: null });
    put(dataverse, `sample_notes(${String(is?.["sample_noteid"])})`, { sample_campaign: "Spring" });
    expect(rowsOf(dataverse, "sample_notes?$filter=sample_campaign eq 'Spring'")).toHaveLength(1);
    expect(rowsOf(dataverse, "contacts")).toHaveLength(1);
    dataverse.close();
  });

  it("removes a column that the newer solution lacks, with its data, and nothing else", () => {
    fill(zipOf("51.1.0.0", withCampaign));
    const dataverse = data.open(zipOf("51.2.0.0"));
    expect(dataverse.imported[0]?.removed).toEqual(["sample_note.sample_campaign"]);
    expect(rowsOf(dataverse, "sample_notes")).toMatchObject([{ sample_text: "Hello, is it open today?" }]);
    dataverse.close();
    expect(data.everything()).not.toContain("campaign");
    // A column that is gone has no type any more: it may come back as another one.
    const returned = (text: string): string =>
      withCampaign(text).replace(/(PhysicalName="sample_campaign">[^]*?<Type>)nvarchar/, "$1ntext");
    expect(data.import(zipOf("51.3.0.0", returned)).kind).toBe("upgraded");
  });

  it("removes a table and a role that the newer solution lacks", () => {
    const { model } = importSolution(zipOf("51.1.0.0"));
    const role = { id: "d0000000-0000-4000-8000-000000000001", name: "Campaign Manager", privileges: [] };
    data.import(withCampaignTable({ ...model, roles: [...model.roles, role] }));
    expect(data.read("SELECT name FROM role WHERE name LIKE 'Campaign%'")).toHaveLength(1);
    expect(data.import({ ...model, version: "51.2.0.0" }).removed).toEqual(["sample_campaign"]);
    expect(data.everything().toLowerCase()).not.toContain("campaign");
  });

  it("counts versions as numbers: 51.10 is newer than 51.9", () => {
    data.import(zipOf("51.9.0.0"));
    expect(data.import(zipOf("51.10.0.0")).kind).toBe("upgraded");
  });
});

describe("the same version again", () => {
  it("is an update: it adds, and removes nothing", () => {
    fill(zipOf("51.1.0.0", withCampaign));
    expect(data.import(zipOf("51.1.0.0"))).toMatchObject({ kind: "updated", removed: [] });
    expect(data.read("SELECT sample_campaign FROM sample_note")).toHaveLength(1);
    // What an update left behind goes with the next upgrade.
    expect(data.import(zipOf("51.2.0.0")).removed).toEqual(["sample_note.sample_campaign"]);
  });
});

describe("a zip is refused, and the data stay as they were,", () => {
  it("when it is older, with Dataverse's message and code", () => {
    fill(zipOf("51.1.0.0", withCampaign));
    const before = data.everything();
    const older = zipOf("51.0.9.0");
    const error = refusal(() => data.import(older));
    expect(error.code).toBe("0x80048541");
    expect(error.platformMessage).toBe("The import solution must have a higher version than the existing solution it is upgrading.");
    expect(error.message).toMatch(/0x80048541.*HelpDesk 51\.1\.0\.0.*older.*51\.0\.9\.0.*--reset.*SANDBOX_DATA/);
    expect(data.everything()).toBe(before);
  });

  it("when a column changed its type, with Dataverse's message and code", () => {
    fill(zipOf("51.0.0.0"));
    const before = data.everything();
    const changed = zipOf("51.1.0.0", (text) => withCampaign(withNumberAsText(text)));
    const error = refusal(() => data.import(changed));
    expect(error.code).toBe("0x80041A06");
    expect(error.platformMessage).toBe("Attribute sample_text is a Memo, but a Integer type was specified.");
    expect(data.everything()).toBe(before);
    expect(data.import(zipOf("51.0.0.0")).kind).toBe("updated");
  });

  it("when one is managed and the other is not, with Dataverse's message and code", () => {
    data.import(helpDesk);
    expect(refusal(() => data.import(unmanaged(helpDesk)))).toMatchObject({
      code: "0x80048041",
      message: expect.stringMatching(
        /installed on this system as a managed solution and the package supplied .* in unmanaged mode/,
      ) as string,
    });
    const other = new Data();
    other.import(unmanaged(helpDesk));
    expect(refusal(() => other.import(helpDesk)).code).toBe("0x80048040");
    other.remove();
  });
});
