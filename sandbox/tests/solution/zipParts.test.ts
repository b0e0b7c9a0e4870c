import { strToU8, unzipSync, Zip, ZipPassThrough } from "fflate";
import { importSolution, SolutionImportError } from "../../server/solution";
import { helpDesk } from "../fixture/helpDesk";

/** The help desk's zip with one more part, whatever its name. */
function withPart(name: string, content: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const add = (part: string, bytes: Uint8Array): void => {
    const entry = new ZipPassThrough(part);
    zip.add(entry);
    entry.push(bytes, true);
  };
  for (const [part, bytes] of Object.entries(unzipSync(helpDesk))) add(part, bytes);
  add(name, strToU8(content));
  zip.end();
  return Buffer.concat(chunks);
}

describe("a zip that has a part twice", () => {
  it.each(["customizations.xml", "Customizations.XML", "/customizations.xml", "WebResources\\sample_deskjs"])(
    "is refused, by the part's name: %s would go unheard, or the other one",
    (name) => {
      const read = (): unknown => importSolution(withPart(name, "<ImportExportXml/>"));
      expect(read).toThrow(SolutionImportError);
      expect(read).toThrow(new RegExp(`has a part twice.*${name.replace(/[\\.]/g, "\\$&")}.*Keep one of them`));
    },
  );

  it("is not one that has a folder twice", () => {
    expect(importSolution(withPart("WebResources/", "")).model.uniqueName).toBe("HelpDesk");
    expect(importSolution(withPart("WebResources/another.txt", "x")).model.uniqueName).toBe("HelpDesk");
  });
});
