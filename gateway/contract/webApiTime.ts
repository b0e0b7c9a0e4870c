/** A time as the Web API writes it: UTC, in whole seconds, which is all that Dataverse keeps of a date and time. */
export function webApiTime(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
