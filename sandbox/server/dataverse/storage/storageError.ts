/** The engine cannot start on this storage: the message says what to do. */
export class StorageError extends Error {
  override readonly name = "StorageError";
}
