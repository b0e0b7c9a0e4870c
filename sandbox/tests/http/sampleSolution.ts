import { strToU8, zipSync } from "fflate";

/** What can differ between the sample's zips. */
export interface SampleOptions {
  /** Default `1.0.0.0`. */
  readonly version?: string;
  /** False: the solution brings no app. */
  readonly app?: boolean;
}

/** The privileges of the sample's roles: the agent writes tickets, the viewer reads them. */
const roles: readonly (readonly [id: string, name: string, rights: readonly string[]])[] = [
  ["5a000000-0000-4000-8000-000000000001", "Ticket Agent", ["Create", "Read", "Write", "Append", "AppendTo", "Assign"]],
  ["5a000000-0000-4000-8000-000000000002", "Ticket Viewer", ["Read"]],
];

const label = (kind: string, text: string): string => `<${kind}s><${kind} description="${text}" languagecode="1033"/></${kind}s>`;
const localized = (name: string, plural: string): string =>
  `<LocalizedNames><LocalizedName description="${name}" languagecode="1033"/></LocalizedNames>` +
  `<LocalizedCollectionNames><LocalizedCollectionName description="${plural}" languagecode="1033"/></LocalizedCollectionNames>`;

const column = (physicalName: string, type: string, text: string, more = ""): string =>
  `<attribute PhysicalName="${physicalName}"><Type>${type}</Type><Name>${physicalName.toLowerCase()}</Name>` +
  `<LogicalName>${physicalName.toLowerCase()}</LogicalName><IsCustomField>1</IsCustomField>${more}${label("displayname", text)}</attribute>`;

const table = `<Entity><Name>sample_Ticket</Name><EntityInfo><entity Name="sample_Ticket">${localized("Ticket", "Tickets")}<attributes>
${column("sample_TicketId", "primarykey", "Ticket")}
${column("sample_Name", "nvarchar", "Name", "<DisplayMask>PrimaryName|ValidForForm</DisplayMask><MaxLength>100</MaxLength>")}
${column("sample_Priority", "int", "Priority", "<MinValue>1</MinValue><MaxValue>5</MaxValue>")}
</attributes><EntitySetName>sample_tickets</EntitySetName><OwnershipTypeMask>UserOwned</OwnershipTypeMask></entity></EntityInfo></Entity>`;

const roleNodes = roles.map(([id, name, rights]) => {
  const privileges = rights.map((right) => `<RolePrivilege name="prv${right}sample_Ticket" level="Global"/>`);
  return `<Role id="{${id}}" name="${name}"><RolePrivileges>${privileges.join("")}</RolePrivileges></Role>`;
});

const webResource = (number: number, name: string, type: number): string =>
  `<WebResource><WebResourceId>{5a000000-0000-4000-8000-00000000001${number}}</WebResourceId><Name>${name}</Name>` +
  `<WebResourceType>${type}</WebResourceType><FileName>/WebResources/${name}</FileName></WebResource>`;

const app = `<AppModules><AppModule><UniqueName>sample_Desk</UniqueName>${localized("Ticket Desk", "")}<AppModuleComponents>
<AppModuleComponent type="1" schemaName="sample_ticket"/><AppModuleComponent type="62" schemaName="sample_Desk"/>
</AppModuleComponents></AppModule></AppModules>
<AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>sample_Desk</SiteMapUniqueName><SiteMap><Area Id="desk"><Group Id="work">
<SubArea Id="tickets" Entity="sample_ticket"/></Group></Area></SiteMap></AppModuleSiteMap></AppModuleSiteMaps>`;

const controlManifest = `<manifest><control namespace="Sample" constructor="Stars" version="1.0.0" control-type="virtual">
<property name="value" of-type="Whole.None" usage="bound" required="true"/><resources><code path="bundle.js" order="1"/></resources>
</control></manifest>`;

/** A managed solution that is nobody's: one table, two roles, an app, a script, a picture and a code component. */
export function sampleSolution({ version = "1.0.0.0", app: hasApp = true }: SampleOptions = {}): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "solution.xml": `<ImportExportXml><SolutionManifest><UniqueName>Sample</UniqueName><Version>${version}</Version><Managed>1</Managed>
<Publisher><UniqueName>sample</UniqueName><CustomizationPrefix>sample</CustomizationPrefix></Publisher>
<RootComponents><RootComponent type="1" schemaName="sample_ticket" behavior="0"/></RootComponents><MissingDependencies/>
</SolutionManifest></ImportExportXml>`,
    "customizations.xml": `<ImportExportXml><Entities>${table}</Entities><Roles>${roleNodes.join("")}</Roles>
<EntityRelationships/><WebResources>${webResource(1, "sample_/hello.js", 3)}${webResource(2, "sample_/star.svg", 11)}</WebResources>
<CustomControls><CustomControl><Name>sample_Sample.Stars</Name>
<FileName>/Controls/sample_Sample.Stars/ControlManifest.xml</FileName></CustomControl></CustomControls>
${hasApp ? app : ""}<Languages><Language>1033</Language></Languages></ImportExportXml>`,
    "WebResources/sample_/hello.js": "var Sample = {};",
    "WebResources/sample_/star.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "Controls/sample_Sample.Stars/ControlManifest.xml": controlManifest,
    "Controls/sample_Sample.Stars/bundle.js": "var Sample = {};",
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 0 });
}
