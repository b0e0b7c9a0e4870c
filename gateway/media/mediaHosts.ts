/** Where a provider keeps the files of texts. */

/** From where files are fetched, and with what. Anything else is refused: who can write an address into a row must not make the gateway call it. */
export interface MediaHosts {
  /**
   * The headers of the request for a file, the account's credentials among them. Undefined: the address is not one at which the provider keeps files of this message.
   *
   * @param providerMessageId the provider's id of the message that the file came with
   */
  headersFor(url: URL, providerMessageId: string): Readonly<Record<string, string>> | undefined;
  /** Whether the provider may send the gateway there for the file. No credentials go along. */
  mayRedirectTo(url: URL): boolean;
}
