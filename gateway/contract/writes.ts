/** Step 2 of the contract: what has to be written. */
import { randomUUID } from "node:crypto";
import type { BatchWrite } from "./batch";
import type { Conversation, RowOwner } from "./conversation";
import { firstWords } from "./firstWords";
import { contactNumberIdFor, fitsInKey, messageIdFor, sessionIdFor } from "./ids";
import { writeMedia } from "./media";
import { optOutChange } from "./optOut";
import { webApiTime } from "./webApiTime";
import type { CheckedSms } from "./sms";

/** An inbound text that the tables can hold, with the time that it counts as received. */
export interface TimedSms extends CheckedSms {
  readonly receivedAt: Date;
}

/** The customer to bind to a number that has none yet. */
export interface Customer {
  readonly table: "contact" | "account";
  readonly id: string;
  readonly name: string;
}

/** Whose new rows are: a team's id; undefined: the gateway's own user's. */
export type OwningTeam = string | undefined;

/** The change set of one text, and where it puts the message. Ids are row ids. */
export interface Plan {
  readonly contactNumberId: string;
  readonly sessionId: string;
  /** The message's is the last; those of contact number and session are left out where these rows are as they should be. */
  readonly writes: readonly BatchWrite[];
}

/** Text columns' limits. */
const maxSessionName = 200;
const maxMessageName = 100;

/** A conversation that somebody has closed is open again once its customer writes: the lists of active sessions show it. */
const reopened = { statecode: 0, statuscode: 1 };

/** For a row that is to be made: one that is there stays as it is, because its derived id may belong to another number by now. */
const createOnly = { "If-None-Match": "*" };

/**
 * What has to be written for a text.
 *
 * @param root the Web API's root
 * @param known what is there already
 * @param team owns the session, where it is to be made, and the message
 * @param follows where the session is there already, the message is its owner's instead of the team's: it is read by whoever reads the session
 * @param derive whether rows that are missing get the ids that follow from their numbers; false: those turned out to be taken, so random ones
 */
export function planWrites(
  root: string,
  sms: TimedSms,
  known: Conversation,
  customer: Customer | undefined,
  team: OwningTeam,
  { derive, follows }: { readonly derive: boolean; readonly follows: boolean },
): Plan {
  const ownerTeam: RowOwner | undefined = team === undefined ? undefined : { table: "team", id: team };
  const newId = (derived: string): string => (derive ? derived : randomUUID());
  const contactNumberId = known.contactNumber?.id ?? newId(contactNumberIdFor(sms.from));
  const sessionId = known.session?.id ?? newId(sessionIdFor(contactNumberId, sms.to));
  const bind = known.contactNumber?.customerName === undefined ? customer : undefined;
  // A record may have an empty name.
  const contact = [known.contactNumber?.customerName, bind?.name].find(Boolean) ?? sms.from;
  return {
    contactNumberId,
    sessionId,
    writes: [
      ...contactNumberWrites(`${root}msgn_contactnumbers(${contactNumberId})`, sms, known, bind),
      ...sessionWrites(`${root}msgn_sessions(${sessionId})`, sms, known, contactNumberId, sessionName(contact, sms.to), ownerTeam),
      messageWrite(root, sms, sessionId, newId(messageIdFor(sms.id)), (follows && known.session?.owner) || ownerTeam),
    ],
  };
}

/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Left-to-right mark: after it a number keeps its plus in front, also where the line runs from right to left (Unicode Standard Annex 9). */
const LEFT_TO_RIGHT = "\u200e";

/** The contact and the business number, as people tell sessions apart: `Jane Doe, +15550999`. */
export function sessionName(contact: string, businessNumber: string): string {
  const end = `, ${RIGHT_TO_LEFT.test(contact) ? LEFT_TO_RIGHT : ""}${businessNumber}`;
  return firstWords(contact, maxSessionName - end.length) + end;
}

function contactNumberWrites(url: string, sms: TimedSms, { contactNumber }: Conversation, bind: Customer | undefined): BatchWrite[] {
  const changes = {
    ...(bind ? { [`msgn_customerid_${bind.table}@odata.bind`]: `/${bind.table}s(${bind.id})` } : {}),
    ...optOutChange(sms.optOut, webApiTime(sms.receivedAt), contactNumber ?? {}),
  };
  if (!contactNumber) return [{ method: "PATCH", url, headers: createOnly, body: { msgn_phonenumber: sms.from, ...changes } }];
  // With the etag: an agent may be choosing the customer at this moment, or another text may opt out or in.
  return Object.keys(changes).length === 0 ? [] : [{ method: "PATCH", url, headers: { "If-Match": contactNumber.etag }, body: changes }];
}

function sessionWrites(
  url: string,
  sms: TimedSms,
  { session }: Conversation,
  contactNumberId: string,
  name: string,
  owner: RowOwner | undefined,
): BatchWrite[] {
  if (!session) {
    const body = {
      msgn_name: name,
      msgn_businessnumber: sms.to,
      "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${contactNumberId})`,
      ...ownedBy(owner),
    };
    return [{ method: "PATCH", url, headers: createOnly, body }];
  }
  // A write gives the session a new etag, and an agent who accepts it at this moment would have to try again: only what has changed.
  const changes = { ...(session.name === name ? {} : { msgn_name: name }), ...(session.isInactive ? reopened : {}) };
  return Object.keys(changes).length === 0 ? [] : [{ method: "PATCH", url, headers: { "If-Match": "*" }, body: changes }];
}

function messageWrite(root: string, sms: TimedSms, sessionId: string, newId: string, owner: RowOwner | undefined): BatchWrite {
  const key = fitsInKey(sms.id) ? `msgn_providermessageid='${sms.id}'` : newId;
  return {
    method: "PATCH",
    url: `${root}msgn_messages(${key})?$select=msgn_messageid`,
    headers: { ...createOnly, Prefer: "return=representation" },
    body: {
      ...(fitsInKey(sms.id) ? {} : { msgn_providermessageid: sms.id }),
      msgn_name: firstWords(sms.body, maxMessageName) || sms.from,
      msgn_body: sms.body,
      msgn_direction: 864500000,
      msgn_receivedon: webApiTime(sms.receivedAt),
      ...mediaColumns(sms),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})`,
      ...ownedBy(owner),
    },
  };
}

function ownedBy(owner: RowOwner | undefined): object {
  return owner === undefined ? {} : { "ownerid@odata.bind": `/${owner.table}s(${owner.id})` };
}

/** What is to be fetched stands on the message from the beginning: whoever dies meanwhile, it is not forgotten. */
function mediaColumns({ files, receivedAt }: TimedSms): object {
  if (files.length === 0) return {};
  const isDue = files.some(({ state }) => state === "waiting");
  return { msgn_media: writeMedia(files), ...(isDue ? { msgn_mediadue: webApiTime(receivedAt) } : {}) };
}
