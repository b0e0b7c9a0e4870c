/** The browser code of a page could not be built; the message has the compiler's. */
export class BundleError extends Error {
  override readonly name = "BundleError";
}
