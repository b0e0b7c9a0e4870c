import { strToU8, unzipSync, Zip, ZipPassThrough, zipSync } from "fflate";
import { importSolution, SolutionImportError } from "../../server/solution";
import { edited } from "../fixture/edited";
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

it("a zip with everything in one folder, as when a folder was zipped as a whole, is read like its contents", () => {
  const parts = Object.entries(unzipSync(helpDesk));
  const inFolder = zipSync(Object.fromEntries(parts.map(([name, bytes]) => [`My Solution/${name}`, bytes])));
  expect(importSolution(inFolder).model).toEqual(importSolution(helpDesk).model);
});

it.each(["abc", "1", "1.0.0.0.0", "1.x"])("a version that is none is refused: %s", (version) => {
  const zip = edited(helpDesk, { "solution.xml": (text) => text.replace("<Version>1.0.0.0<", `<Version>${version}<`) });
  expect(() => importSolution(zip)).toThrow(/The version ".*" is none.*two to four numbers/);
});
