/** The zip cannot be imported. The message says what is wrong, where, and what to do. */
export class SolutionImportError extends Error {
  override readonly name = "SolutionImportError";

  constructor(
    /** What is wrong: "The form "Ticket" shows a column that the table sample_ticket does not have: sample_x". */
    readonly problem: string,
    /** The part of the zip, with a line where one is known: `customizations.xml, line 812`. */
    readonly place: string,
    /** What to do about it. */
    readonly advice: string,
  ) {
    super(`The solution was not imported. ${problem} (${place}). ${advice}`);
  }
}
