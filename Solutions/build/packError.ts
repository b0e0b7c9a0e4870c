/** What is wrong with the input of the packer, and what to do about it: for people, without a stack. */
export class PackError extends Error {
  override readonly name = "PackError";
}
