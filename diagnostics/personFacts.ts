/** What is known of a person and of what they work with, before anybody judges it. */
import type { RequestFailed } from "../shared/domain/failure";
import type { InboxSession } from "../shared/domain/session";
import type { Row } from "../shared/dataverse/rows";
import type { BrowserFact } from "./ownBrowser";

/** A user of the environment. */
export interface Person {
  /** Lower case, without braces. */
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly isDisabled: boolean;
}

/** What the server said, or why it did not. */
export type Fact<Value> = { readonly value: Value } | { readonly failure: RequestFailed };

/** A security role that somebody has. */
export interface HeldRole {
  readonly name: string;
  /** The role's in the first business unit: copies in others have ids of their own. */
  readonly rootId: string;
  /** The team's name that it comes through; empty for a role of their own. */
  readonly through: string;
  readonly isSystemAdministrator: boolean;
}

/** An app. */
export interface AppFact {
  readonly name: string;
  readonly uniqueName: string;
  readonly isActive: boolean;
  /** The roles that may open it. */
  readonly roleIds: ReadonlySet<string>;
}

/** Rows of settings that have to do with a person. */
export interface SettingsFact {
  /** Theirs; the first one counts. */
  readonly own: readonly Row[];
  /** Who owns a row that stands in this person's place or bears their name. */
  readonly strangers: readonly string[];
}

/** The unread conversations, with this person's dismissals. */
export interface InboxFact {
  readonly sessions: readonly InboxSession[];
  /** The server's clock (ms). */
  readonly now: number;
}

/** All of it. */
export interface PersonFacts {
  readonly person: Person;
  readonly roles: Fact<readonly HeldRole[]>;
  /** Privilege → how far it reaches: Basic, Local, Deep, Global. */
  readonly privileges: Fact<ReadonlyMap<string, string>>;
  readonly apps: Fact<readonly AppFact[]>;
  /** The active ones; the first one applies. */
  readonly configurations: Fact<readonly Row[]>;
  readonly settings: Fact<SettingsFact>;
  readonly inbox: Fact<InboxFact>;
  /** Of the solution; empty where the environment lists none of its name. */
  readonly version: Fact<string>;
  /** How far this browser's clock is ahead of the server's (ms). */
  readonly clockOffset: Fact<number>;
  /** Null for everybody but the one who asks. */
  readonly browser: BrowserFact | null;
}

/** The value, or undefined where it is not known. */
export function known<Value>(fact: Fact<Value>): Value | undefined {
  return "value" in fact ? fact.value : undefined;
}
