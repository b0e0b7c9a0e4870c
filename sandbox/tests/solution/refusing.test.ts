import { strToU8, zipSync } from "fflate";
import { importSolution, SolutionImportError } from "../../server/solution";
import { edited } from "../fixture/edited";
import type { Edits } from "../fixture/edited";
import { helpDesk } from "../fixture/helpDesk";

function refusal(zip: Uint8Array): SolutionImportError {
  try {
    importSolution(zip);
  } catch (error) {
    if (error instanceof SolutionImportError) return error;
    throw error;
  }
  throw new Error("The zip was imported.");
}

const inCustomizations = (from: string | RegExp, to: string): Edits => ({ "customizations.xml": (text) => text.replace(from, to) });
const ONCE_MORE = (tag: string) => new RegExp(`(<${tag}[ >][^]*?</${tag}>)`);

describe("a zip that Dataverse would not import", () => {
  it.each<[string, Edits, RegExp]>([
    ["without solution.xml", { "solution.xml": null }, /has no solution\.xml/],
    ["without customizations.xml", { "customizations.xml": null }, /has no customizations\.xml/],
    ["without [Content_Types].xml", { "[Content_Types].xml": null }, /has no \[Content_Types\]\.xml/],
    [
      "with XML that is not well-formed",
      { "customizations.xml": (text) => text.replace("</Entities>", "") },
      /not well-formed XML.*customizations\.xml, line \d+/,
    ],
    [
      "with a document type",
      { "solution.xml": (text) => text.replace("<ImportExportXml", "<!DOCTYPE x><ImportExportXml") },
      /document type/,
    ],
    [
      "with an unknown root component",
      { "solution.xml": (text) => text.replace('schemaName="sample_note"', 'schemaName="sample_nope"') },
      /lists a table that is not in the zip: sample_nope/,
    ],
    [
      "without the control's code",
      { "Controls/sample_HelpDesk.TicketCard/bundle.js": null },
      /file of the control .* not in the zip.*bundle\.js/,
    ],
    ["without the control's manifest", { "Controls/sample_HelpDesk.TicketCard/ControlManifest.xml": null }, /manifest of the control/],
    [
      "with a site map link that asks for an unknown privilege",
      inCustomizations('Privilege="Write"', 'Privilege="Writ"'),
      /site map asks for an unknown privilege on sample_setting: Writ.*line \d+/,
    ],
    [
      "with a site map link that asks for a privilege on an unknown table",
      inCustomizations('<Privilege Entity="sample_setting"', '<Privilege Entity="sample_nope"'),
      /names an unknown table: sample_nope/,
    ],
    ["without a table's primary name", inCustomizations("PrimaryName|", ""), /no primary name column/],
    [
      "with an ownership that an import refuses",
      inCustomizations("<OwnershipTypeMask>OrgOwned<", "<OwnershipTypeMask>OrganizationOwned<"),
      /OrganizationOwned/,
    ],
    [
      "with a key on an unknown column",
      inCustomizations("<AttributeName>sample_phonenumber<", "<AttributeName>sample_nope<"),
      /key .* does not have: sample_nope/,
    ],
    [
      "with a global choice that is missing",
      inCustomizations("<OptionSetName>sample_kind<", "<OptionSetName>sample_nope<"),
      /unknown global choice: sample_nope/,
    ],
    [
      "with a relationship to an unknown table",
      inCustomizations("<ReferencedEntityName>sample_customernumber<", "<ReferencedEntityName>sample_nope<"),
      /relationship .* unknown table: sample_nope/,
    ],
    [
      "with a relationship on an unknown column",
      inCustomizations("<ReferencingAttributeName>sample_customernumberid<", "<ReferencingAttributeName>sample_nope<"),
      /sample_nope, which is no lookup column/,
    ],
    [
      "with a lookup that no relationship explains",
      {
        "customizations.xml": (text) =>
          text.replace(/<EntityRelationship Name="sample_customernumber_ticket_customernumberid">[^]*?<\/EntityRelationship>/, ""),
      },
      /lookup sample_customernumberid .* has no relationship/,
    ],
    ["with an unknown cascade", inCustomizations("<CascadeDelete>Restrict<", "<CascadeDelete>Perhaps<"), /unknown CascadeDelete: Perhaps/],
    [
      "with an unknown column on a form",
      inCustomizations('datafieldname="sample_cardopen"', 'datafieldname="sample_nope"'),
      /form "[^"]+" .* does not have: sample_nope/,
    ],
    [
      "with an unknown column bound to the control",
      inCustomizations("<page>sample_page<", "<page>sample_nope<"),
      /does not have: sample_nope/,
    ],
    [
      "with an unknown control on a form",
      { "customizations.xml": (text) => text.replace(/name="sample_HelpDesk\.TicketCard"/g, 'name="sample_Other.Bubble"') },
      /control that is not in the solution: sample_Other\.Bubble/,
    ],
    [
      "with an unknown script on a form",
      inCustomizations('Library name="sample_/desk.js"', 'Library name="sample_/nope.js"'),
      /script that is not in the solution: sample_\/nope\.js/,
    ],
    [
      "with an unknown script on a form whose name has no publisher's prefix",
      inCustomizations('Library name="sample_/desk.js"', 'Library name="nope.js"'),
      /script that is not in the solution: nope\.js/,
    ],
    [
      "with an unknown column in a view's list",
      inCustomizations('<cell name="sample_sound"', '<cell name="sample_nope"'),
      /view "[^"]+" .* does not have: sample_nope/,
    ],
    [
      "with an unknown column in a view's query",
      inCustomizations('<attribute name="sample_sound" />', '<attribute name="sample_nope" />'),
      /query of the view .* does not have: sample_nope/,
    ],
    [
      "with a role for an unknown table",
      inCustomizations('name="prvReadsample_note"', 'name="prvReadsample_nope"'),
      /role .* names an unknown table: prvReadsample_nope/,
    ],
    [
      "with a level that there is not",
      inCustomizations(/(name="prvReadsample_note") level="\w+"/, '$1 level="Everything"'),
      /unknown level: Everything/,
    ],
    [
      "with a level below Global for rows of the organization",
      inCustomizations(/(name="prvReadsample_customernumber") level="\w+"/, '$1 level="Basic"'),
      /use Global/,
    ],
    [
      "with a privilege that such a table has not",
      inCustomizations(/name="prvReadsample_customernumber"/, 'name="prvAssignsample_customernumber"'),
      /privilege that does not exist: prvAssignsample_customernumber/,
    ],
    [
      "with a ribbon rule that is not defined",
      inCustomizations('<EnableRule Id="sample.ApplicationRibbon.Tickets.EnableRule" />', '<EnableRule Id="sample.nope" />'),
      /unknown enable rule: sample\.nope/,
    ],
    [
      "with a ribbon script that is missing",
      {
        "customizations.xml": (text) =>
          text.replace(/Library="\$webresource:sample_\/desk\.js"/g, 'Library="$$webresource:sample_/nope.js"'),
      },
      /ribbon button .* not in the solution: sample_\/nope\.js/,
    ],
    [
      "with an unknown table in the site map",
      inCustomizations('Entity="sample_note"', 'Entity="sample_nope"'),
      /app .* unknown table: sample_nope/,
    ],
    [
      "without the app's site map",
      { "customizations.xml": (text) => text.replace(/<AppModuleSiteMaps>[^]*<\/AppModuleSiteMaps>/, "") },
      /site map of the app/,
    ],
    ["with the same form twice", inCustomizations(ONCE_MORE("systemform"), "$1$1"), /Two forms have the same id/],
    ["with the same view twice", inCustomizations(ONCE_MORE("savedquery"), "$1$1"), /Two views have the same id/],
    ["with the same role twice", inCustomizations(ONCE_MORE("Role"), "$1$1"), /Two roles have the same id/],
    ["with the same web resource twice", inCustomizations(ONCE_MORE("WebResource"), "$1$1"), /web resource .* there twice/],
    ["with the same column twice", inCustomizations(ONCE_MORE("attribute"), "$1$1"), /column .* twice/],
    ["with the same table twice", inCustomizations(ONCE_MORE("Entity"), "$1$1"), /table .* twice/],
  ])("%s", (_what, edits, words) => {
    const error = refusal(edited(helpDesk, edits));
    expect(error.message).toMatch(words);
    expect(error.place).not.toBe("");
    expect(error.advice).not.toBe("");
  });

  it("without a web resource's file", () => {
    const script = importSolution(helpDesk).model.webResources.find((one) => one.name === "sample_/desk.js");
    expect(refusal(edited(helpDesk, { [script?.part ?? ""]: null })).message).toMatch(
      /file of the web resource sample_\/desk\.js is not in the zip/,
    );
  });
});

describe("what is no solution at all", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["nothing", new Uint8Array(), /not a zip/],
    ["text", strToU8("hello"), /not a zip/],
    ["a zip that was cut off", zipSync({ "solution.xml": strToU8("<x/>") }).slice(0, 40), /not a zip/],
    ["another zip", zipSync({ "hello.txt": strToU8("hello") }), /has no solution\.xml/],
    ["an empty zip", zipSync({}), /empty|not a zip/],
    ["a zip that points outside", zipSync({ "../solution.xml": strToU8("<x/>") }), /outside the zip/],
    ["a solution.xml of something else", zipSync({ "solution.xml": strToU8("<x/>") }), /no <SolutionManifest>/],
    ["a part that is not UTF-8", zipSync({ "solution.xml": new Uint8Array([0xff, 0xfe, 0x3c]) }), /not UTF-8/],
  ])("%s", (_what, zip, words) => expect(refusal(zip).message).toMatch(words));

  it("a small zip that would unpack to more than a solution may hold", () => {
    const bomb = zipSync({ "solution.xml": strToU8("<x/>") });
    // The size after unpacking, in the zip's central directory.
    const directory = bomb.findIndex((_byte, at) => bomb[at] === 0x50 && bomb[at + 1] === 0x4b && bomb[at + 2] === 1 && bomb[at + 3] === 2);
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 0x40000000, true);
    expect(refusal(bomb).message).toMatch(/more than a solution may hold/);
  });

  it("elements nested without end", () => {
    const deep = "<a>".repeat(5000) + "</a>".repeat(5000);
    expect(refusal(zipSync({ "solution.xml": strToU8(deep) })).message).toMatch(/deeper/);
  });
});

it("refuses every damaged customizations.xml with its own error, whatever is missing", () => {
  const zip = helpDesk;
  const tags = [
    "LogicalName",
    "Type",
    "EntitySetName",
    "formid",
    "savedqueryid",
    "FileName",
    "WebResourceId",
    "UniqueName",
    "ReferencingEntityName",
    "CascadeDelete",
    "EntityRelationshipType",
    "fetchxml",
    "layoutxml",
    "columns",
    "EntityKeyAttributes",
    "LocalizedNames",
    "optionset",
  ];
  for (const tag of tags) {
    const without = edited(zip, { "customizations.xml": (text) => text.replace(new RegExp(`<${tag}[ >][^]*?</${tag}>`, "g"), "") });
    try {
      importSolution(without);
    } catch (error) {
      expect([tag, (error as Error).name]).toEqual([tag, "SolutionImportError"]);
    }
  }
});
