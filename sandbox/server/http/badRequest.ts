/** What the caller sent cannot be used: answered with `status` and a message that says what to send instead. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
  constructor(
    readonly status: 400 | 404 | 405 | 413,
    message: string,
    /** A body, or address, that would have worked. */
    readonly example?: unknown,
  ) {
    super(message);
  }
}
