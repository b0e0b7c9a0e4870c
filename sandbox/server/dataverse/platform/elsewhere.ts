/**
 * Entity sets of the platform's tables that the sandbox does not bring. To ask for one is no mistake: it is answered with 501, while a name
 * that nobody knows is 404.
 */
const SETS: ReadonlySet<string> = new Set(
  (
    "activitymimeattachments activityparties activitypointers appointments asyncoperations attributemaps audits bulkdeletefailures " +
    "bulkdeleteoperations businessprocesses businessunitnewsarticles calendars canvasapps columnmappings competitors connectionreferences " +
    "connectionroles connections customapis customeraddresses customcontrols duplicaterecords duplicaterules emails entitlements " +
    "environmentvariabledefinitions environmentvariablevalues faxes feedback fieldpermissions fieldsecurityprofiles fileattachments goals " +
    "importfiles importjobs imports incidents invoices knowledgearticles kbarticles languagelocale leads letters lists mailboxes " +
    "mailmergetemplates marketinglists metrics mobileofflineprofiles msdyn_solutioncomponentsummaries opportunities orders phonecalls " +
    "pluginassemblies plugintracelogs plugintypes positions pricelevels principalobjectaccessset privileges processsessions processstages products " +
    "publishers queueitems queues quotes recurringappointmentmasters reports ribboncustomizations roleprivilegescollection salesorders " +
    "savedqueries savedqueryvisualizations sdkmessageprocessingsteps sdkmessages serviceappointments sharepointdocumentlocations " +
    "sharepointsites sitemaps slaitems slas socialactivities socialprofiles solutioncomponents stringmaps subjects subscriptions " +
    "syncerrors systemforms tasks teamprofilescollection teamtemplates templates territories " +
    "themes timezonedefinitions timezonelocalizednames timezonerules transactioncurrencies uoms uomschedules userentityuisettingscollection " +
    "userforms userqueries userqueryvisualizations usersettingscollection webresourceset workflowlogs workflows"
  ).split(" "),
);

/** Whether the platform has an entity set of this name that the sandbox leaves out. */
export function isSetElsewhere(name: string): boolean {
  return SETS.has(name);
}
