/**
 * Tables of Dataverse that the sandbox does not bring. A solution may relate to them: those relationships are left out. A relationship
 * to a table that nobody knows is an error.
 */
const ELSEWHERE: ReadonlySet<string> = new Set(
  (
    "activityparty activitypointer annotation appointment asyncoperation bulkdeletefailure calendar connection duplicaterecord email fax " +
    "fileattachment goal incident knowledgearticle lead letter mailbox mailboxtrackingfolder opportunity owner phonecall position " +
    "principalobjectattributeaccess process processstage processsession queue queueitem recurringappointmentmaster serviceappointment " +
    "sharepointdocumentlocation sla slakpiinstance socialactivity socialprofile subject syncerror systemuser_principal task template " +
    "transactioncurrency userentityinstancedata workflow"
  ).split(" "),
);

/** Whether the platform has a table of this name that the sandbox leaves out. */
export function isElsewhere(table: string): boolean {
  return ELSEWHERE.has(table.toLowerCase());
}
