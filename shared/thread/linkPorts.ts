/** What linking a number to a customer needs from the server. Types only. */
import type { CustomerRecord } from "./threadPorts";

/** Somebody who may be the customer of a number. */
export interface FoundCustomer extends CustomerRecord {
  readonly name: string;
  /** A contact's company; empty where there is none. */
  readonly company: string;
  readonly email: string;
  /** As they stand in the record. */
  readonly numbers: readonly string[];
}

/** Some of those that were looked for, contacts first, each by name. */
export interface FoundCustomers {
  readonly items: readonly FoundCustomer[];
  readonly hasMore: boolean;
}

/** Whose a number is, as a change must see it. */
export interface NumberLink {
  readonly etag: string;
  /** Null: nobody's. */
  readonly customer: CustomerRecord | null;
  /** Empty where there is none, or the server does not say. */
  readonly customerName: string;
  /** The gateway is not to link it by itself. */
  readonly isLeftWithout: boolean;
  /** The name of who changed the row last; empty where the server does not say. */
  readonly changedBy: string;
}

/** What a number is to be linked to; `name` goes into the names of its conversations. */
export type NewLink = Pick<NumberLink, "customer" | "customerName" | "isLeftWithout">;

/** The server, as linking knows it. Of every method: @throws RequestFailed (shared/domain/failure.ts) where the server or the network fails. */
export interface LinkGateway {
  readLink(contactNumberId: string): Promise<NumberLink>;
  /** Writes it, if the number's row is still what `etag` says (else `stale`), and gives the number's conversations their new name. Returns the new etag. */
  writeLink(contactNumberId: string, link: NewLink, etag: string): Promise<string>;
  /** The active contacts and accounts that hold a number, however it is written. @param number E.164 */
  findHolders(number: string): Promise<FoundCustomers>;
  /** The active contacts and accounts whose name, e-mail or phone numbers have these words. */
  findCustomers(words: string): Promise<FoundCustomers>;
  /** Where a new contact's number is kept: the first of the columns that the configuration names; the usual one where that is not there. */
  readNumberColumn(): Promise<string>;
}
