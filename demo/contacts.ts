import { randomUUID } from "node:crypto";
import { expectSuccess, GatewayError, literal, retrieve, send, SmsError, textOf, uuidV5 } from "../gateway/contract";
import type { Connection, Customer, Row } from "../gateway/contract";

/** The platform's limits of a contact's first and last name. */
const maxNamePart = 50;

/** The namespace of the ids of contacts that are made from a name alone: creating one twice creates it once. */
const contactNamespace = "2f5d1c0a-7f0b-4a53-9d0a-6b1e5f6c9a11";

interface Name {
  readonly firstName: string;
  readonly lastName: string;
  readonly fullName: string;
}

/**
 * The contact of that name, made when there is none. No part of the gateway contract (a gateway may not create contacts): the phone
 * does this beforehand, as an administrator would have. The last word is the last name. For names that `checkContactName` lets pass.
 *
 * @throws GatewayError
 */
export async function findOrCreateContact(connection: Connection, givenName: string): Promise<Customer> {
  const name = splitName(givenName);
  // Create only, with an id that follows from the name: sent twice, or by two texts at once, it makes one contact. Where that id
  // belongs to somebody who has been renamed since, any other id will do.
  for (const id of [uuidV5(contactNamespace, name.fullName), randomUUID()]) {
    const contact = (await find(connection, name)) ?? (await create(connection, name, id));
    if (contact) return contact;
  }
  throw new GatewayError(412, `The contact "${name.fullName}" could not be created: its id is taken.`);
}

/**
 * Checks a name before anything is written: it must fit a contact's columns.
 *
 * @throws SmsError that says what to change
 */
export function checkContactName(given: string): void {
  const { firstName, lastName } = splitName(given);
  for (const part of [firstName, lastName]) {
    if (part.length <= maxNamePart) continue;
    throw new SmsError(
      "name",
      `"name": a contact's first and last name have at most ${maxNamePart} characters each; ${part.length} do not fit.`,
    );
  }
}

function splitName(given: string): Name {
  const words = given.trim().split(/\s+/u);
  const lastName = words.at(-1) ?? "";
  const firstName = words.slice(0, -1).join(" ");
  return { firstName, lastName, fullName: `${firstName} ${lastName}`.trim() };
}

async function find(connection: Connection, { fullName }: Name): Promise<Customer | undefined> {
  const found = await retrieve(
    connection,
    `contacts?$select=contactid,fullname&$filter=fullname eq ${literal(fullName)} and statecode eq 0&$orderby=createdon&$top=1`,
  );
  const [row] = (found?.value ?? []) as Row[];
  return row && { table: "contact", id: textOf(row, "contactid"), name: textOf(row, "fullname") };
}

async function create(connection: Connection, name: Name, id: string): Promise<Customer | undefined> {
  const answer = await send(connection, {
    method: "PATCH",
    path: `contacts(${id})`,
    headers: { "Content-Type": "application/json", "If-None-Match": "*" },
    body: JSON.stringify({ ...(name.firstName ? { firstname: name.firstName } : {}), lastname: name.lastName }),
  });
  if (answer.status === 412) return undefined;
  expectSuccess(answer, "contacts");
  return { table: "contact", id, name: name.fullName };
}
