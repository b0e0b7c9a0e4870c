import { DataverseError } from "../dataverse";

const texts: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ["0x80040204", "Unauthorized."],
  403: ["0x80040220", "Principal user is missing a privilege (a fault that was asked for)."],
  404: ["0x80040217", "The row does not exist (a fault that was asked for)."],
  412: ["0x80060882", "The version of the existing record doesn't match the RowVersion property provided."],
  429: ["0x80072322", "Number of requests exceeded the limit of 6000, measured over the time window of 300 seconds."],
};

/** What Dataverse says with this HTTP status, for a fault. */
export function faultError(status: number): DataverseError {
  const [code, message] = texts[status] ?? ["0x80040216", "An unexpected error occurred (a fault that was asked for)."];
  return new DataverseError(status, code, message);
}
