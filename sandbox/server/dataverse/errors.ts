/** An answer that is not a success. `status` is the HTTP status, `code` is Dataverse's error code. */
export class DataverseError extends Error {
  override readonly name = "DataverseError";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A query or an address that cannot be understood. */
export function badQuery(message: string): DataverseError {
  return new DataverseError(400, "0x80060888", message);
}

/** A request body that cannot be understood. */
export function badBody(message: string): DataverseError {
  return new DataverseError(400, "0x80048d19", message);
}

/** Something that Dataverse may do and the sandbox does not. */
export function notSupported(what: string): DataverseError {
  return new DataverseError(501, "0x80040228", `The sandbox does not support ${what}.`);
}

/**
 * An address whose segment is no table, function or property. Status, code and words:
 * https://learn.microsoft.com/troubleshoot/power-platform/dataverse/dataverse-web-api-and-sdk/web-api-client-errors
 */
export function unknownSegment(segment: string): DataverseError {
  return new DataverseError(404, "0x8006088a", `Resource not found for the segment '${segment}'.`);
}

/** A function that was posted, or an action that was read: 404 with an empty code, by the same article. */
export function noHttpResource(address: string): DataverseError {
  return new DataverseError(404, "", `No HTTP resource was found that matches the request URI '${address}'.`);
}

/** A column that a table does not have, in a query. */
export function unknownProperty(property: string, table: string): DataverseError {
  return badQuery(`Could not find a property named '${property}' on type 'Microsoft.Dynamics.CRM.${table}'.`);
}

/** A column that a table does not have, in FetchXML (QueryBuilderNoAttribute). */
export function unknownFetchColumn(column: string, table: string): DataverseError {
  return new DataverseError(
    400,
    "0x80041103",
    `'${table}' entity doesn't contain attribute with Name = '${column}' and NameMapping = 'Logical'.`,
  );
}

/** A table that is not there, in FetchXML (QueryBuilderNoEntity). */
export function unknownFetchTable(table: string): DataverseError {
  return new DataverseError(
    400,
    "0x80041102",
    `The entity with a name = '${table}' with namemapping = 'Logical' was not found in the MetadataCache.`,
  );
}

/** FetchXML that is no XML (InvalidXml). */
export function badXml(problem: string): DataverseError {
  return new DataverseError(400, "0x80040201", `Invalid XML. The FetchXML ${problem}.`);
}

/** FetchXML's `top` beside one of the attributes that ask for pages or for a count (InvalidArgument). */
export function topWithPaging(attribute: string): DataverseError {
  return new DataverseError(400, "0x80040203", `The top attribute can't be specified with paging attribute ${attribute}`);
}

/** A paging cookie that is none of this query's, or still in its wrapping. */
export function wrongCookie(): DataverseError {
  return new DataverseError(400, "0x80041129", "Paging Cookie And Query Do Not Match.");
}

/** A row that is not there (ObjectDoesNotExist). */
export function noSuchRow(table: string, id: string): DataverseError {
  return new DataverseError(404, "0x80040217", `Entity '${table}' With Id = ${id} Does Not Exist`);
}

/** No row has these values of an alternate key (RecordNotFoundByEntityKey). */
export function noSuchKey(table: string): DataverseError {
  return new DataverseError(404, "0x80060891", `A record with the specified key values does not exist in ${table} entity`);
}

/** The etag of If-Match is not the row's (ConcurrencyVersionMismatch). */
export function versionMismatch(): DataverseError {
  return new DataverseError(412, "0x80060882", "The version of the existing record doesn't match the RowVersion property provided.");
}

/** A row with this id, or with these values while If-None-Match: * was sent (DuplicateRecord). */
export function alreadyThere(): DataverseError {
  return new DataverseError(412, "0x80040237", "A record with matching key values already exists.");
}

/** Another row has these values of an alternate key (DuplicateRecordEntityKey). */
export function duplicateKey(key: string, columnLabels: string): DataverseError {
  return new DataverseError(
    412,
    "0x80060892",
    `A record that has the attribute values ${columnLabels} already exists. The entity key ${key} requires that this set of attributes ` +
      "contains unique values. Select unique values and try again.",
  );
}

/** A value too long for its column. */
export function tooLong(column: string, table: string, maxLength: number): DataverseError {
  return new DataverseError(
    400,
    "0x80044331",
    `A validation error occurred.  The length of the '${column}' attribute of the '${table}' entity exceeded the maximum allowed length of '${maxLength}'.`,
  );
}

/** A number or a choice outside what its column takes. */
export function outOfRange(value: unknown, column: string, table: string, accepted: string): DataverseError {
  return new DataverseError(
    400,
    "0x80044330",
    `A validation error occurred.  The value ${String(value)} of '${column}' on record of type '${table}' is outside the valid range. Accepted Values: ${accepted}`,
  );
}

/** The caller's roles do not allow it (PrivilegeDenied). */
export function forbidden(message: string): DataverseError {
  return new DataverseError(403, "0x80040220", message);
}

/** The caller's roles allow it in general, but not on this row (the access check that follows the privilege check). */
export function forbiddenRow(message: string): DataverseError {
  return new DataverseError(403, "0x80048306", message);
}

/** The new owner of a row may not read rows of its table (PrincipalPrivilegeDenied). `who`: the user or the team, in Dataverse's words. */
export function ownerCannotRead(
  who: string,
  privilege: string,
  privilegeId: string,
  table: string,
  label: string,
  caller: string,
): DataverseError {
  return new DataverseError(
    403,
    "0x80040299",
    `Principal ${who}, is missing ${privilege} privilege (Id=${privilegeId}) for entity '${table}' (LocalizedName='${label}'). ` +
      `context.Caller=${caller}. Consider adding missed privilege to one of the principal (user/team) roles.`,
  );
}

/** The error body that Dataverse sends. */
export function errorBody(error: DataverseError): string {
  return JSON.stringify({ error: { code: error.code, message: error.message } });
}
