import { strToU8, zipSync } from "fflate";
import { importSolution, SolutionImportError } from "../../../sandbox/server/solution";
import { edited, packedSolution } from "./packed";
import type { Edits } from "./packed";

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
      { "solution.xml": (text) => text.replace('schemaName="msgn_message"', 'schemaName="msgn_nope"') },
      /lists a table that is not in the zip: msgn_nope/,
    ],
    [
      "without the control's code",
      { "Controls/msgn_MessageNotification.MessageBubble/bundle.js": null },
      /file of the control .* not in the zip.*bundle\.js/,
    ],
    [
      "without the control's manifest",
      { "Controls/msgn_MessageNotification.MessageBubble/ControlManifest.xml": null },
      /manifest of the control/,
    ],
    [
      "with a site map link that asks for an unknown privilege",
      inCustomizations('Privilege="Write"', 'Privilege="Writ"'),
      /site map asks for an unknown privilege on msgn_configuration: Writ.*line \d+/,
    ],
    [
      "with a site map link that asks for a privilege on an unknown table",
      inCustomizations('<Privilege Entity="msgn_configuration"', '<Privilege Entity="msgn_nope"'),
      /names an unknown table: msgn_nope/,
    ],
    ["without a table's primary name", inCustomizations("PrimaryName|", ""), /no primary name column/],
    [
      "with an ownership that an import refuses",
      inCustomizations("<OwnershipTypeMask>OrgOwned<", "<OwnershipTypeMask>OrganizationOwned<"),
      /OrganizationOwned/,
    ],
    [
      "with a key on an unknown column",
      inCustomizations("<AttributeName>msgn_phonenumber<", "<AttributeName>msgn_nope<"),
      /key .* does not have: msgn_nope/,
    ],
    [
      "with a global choice that is missing",
      inCustomizations("<OptionSetName>msgn_direction<", "<OptionSetName>msgn_nope<"),
      /unknown global choice: msgn_nope/,
    ],
    [
      "with a relationship to an unknown table",
      inCustomizations("<ReferencedEntityName>msgn_contactnumber<", "<ReferencedEntityName>msgn_nope<"),
      /relationship .* unknown table: msgn_nope/,
    ],
    [
      "with a relationship on an unknown column",
      inCustomizations("<ReferencingAttributeName>msgn_contactnumberid<", "<ReferencingAttributeName>msgn_nope<"),
      /msgn_nope, which is no lookup column/,
    ],
    [
      "with a lookup that no relationship explains",
      {
        "customizations.xml": (text) =>
          text.replace(/<EntityRelationship Name="msgn_contactnumber_session_contactnumberid">[^]*?<\/EntityRelationship>/, ""),
      },
      /lookup msgn_contactnumberid .* has no relationship/,
    ],
    ["with an unknown cascade", inCustomizations("<CascadeDelete>Restrict<", "<CascadeDelete>Perhaps<"), /unknown CascadeDelete: Perhaps/],
    [
      "with an unknown column on a form",
      inCustomizations('datafieldname="msgn_panelopen"', 'datafieldname="msgn_nope"'),
      /form "[^"]+" .* does not have: msgn_nope/,
    ],
    ["with an unknown column bound to the control", inCustomizations("<page>msgn_page<", "<page>msgn_nope<"), /does not have: msgn_nope/],
    [
      "with an unknown control on a form",
      { "customizations.xml": (text) => text.replace(/name="msgn_MessageNotification\.MessageBubble"/g, 'name="msgn_Other.Bubble"') },
      /control that is not in the solution: msgn_Other\.Bubble/,
    ],
    [
      "with an unknown script on a form",
      inCustomizations('Library name="msgn_/launcher.js"', 'Library name="msgn_/nope.js"'),
      /script that is not in the solution: msgn_\/nope\.js/,
    ],
    [
      "with an unknown column in a view's list",
      inCustomizations('<cell name="msgn_sound"', '<cell name="msgn_nope"'),
      /view "[^"]+" .* does not have: msgn_nope/,
    ],
    [
      "with an unknown column in a view's query",
      inCustomizations('<attribute name="msgn_sound" />', '<attribute name="msgn_nope" />'),
      /query of the view .* does not have: msgn_nope/,
    ],
    [
      "with a role for an unknown table",
      inCustomizations('name="prvReadmsgn_message"', 'name="prvReadmsgn_nope"'),
      /role .* names an unknown table: prvReadmsgn_nope/,
    ],
    [
      "with a level that there is not",
      inCustomizations(/(name="prvReadmsgn_message") level="\w+"/, '$1 level="Everything"'),
      /unknown level: Everything/,
    ],
    [
      "with a level below Global for rows of the organization",
      inCustomizations(/(name="prvReadmsgn_contactnumber") level="\w+"/, '$1 level="Basic"'),
      /use Global/,
    ],
    [
      "with a privilege that such a table has not",
      inCustomizations(/name="prvReadmsgn_contactnumber"/, 'name="prvAssignmsgn_contactnumber"'),
      /privilege that does not exist: prvAssignmsgn_contactnumber/,
    ],
    [
      "with a ribbon rule that is not defined",
      inCustomizations('<EnableRule Id="msgn.ApplicationRibbon.Messages.EnableRule" />', '<EnableRule Id="msgn.nope" />'),
      /unknown enable rule: msgn\.nope/,
    ],
    [
      "with a ribbon script that is missing",
      {
        "customizations.xml": (text) =>
          text.replace(/Library="\$webresource:msgn_\/launcher\.js"/g, 'Library="$$webresource:msgn_/nope.js"'),
      },
      /ribbon button .* not in the solution: msgn_\/nope\.js/,
    ],
    [
      "with an unknown table in the site map",
      inCustomizations('Entity="msgn_message"', 'Entity="msgn_nope"'),
      /app .* unknown table: msgn_nope/,
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
  ])("%s", async (_what, edits, words) => {
    const error = refusal(edited(await packedSolution(), edits));
    expect(error.message).toMatch(words);
    expect(error.place).not.toBe("");
    expect(error.advice).not.toBe("");
  });

  it("without a web resource's file", async () => {
    const zip = await packedSolution();
    const launcher = importSolution(zip).model.webResources.find((one) => one.name === "msgn_/launcher.js");
    expect(refusal(edited(zip, { [launcher?.part ?? ""]: null })).message).toMatch(
      /file of the web resource msgn_\/launcher\.js is not in the zip/,
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

it("refuses every damaged customizations.xml with its own error, whatever is missing", async () => {
  const zip = await packedSolution();
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
