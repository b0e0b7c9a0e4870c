import { randomUUID } from "node:crypto";
import { GatewayError, SmsError, checkSms, createBusinessNumbers, deliver } from "../gateway/contract";
import { BadRequest, allow, answerJson, readJson } from "../sandbox";
import type { BusinessNumbers, FindCustomer } from "../gateway/contract";
import type { RouteHandler } from "../sandbox";
import { businessNumber } from "./businessNumber";
import { createCustomerFinder } from "../gateway/customers/customerFinder";
import { checkContactName, findOrCreateContact } from "./contacts";
import type { PhoneFile, PhoneMedia } from "./phone/phoneMedia";
import type { Phones } from "./phone/phones";
import { readMedia } from "./readMedia";

const example = { from: "+15550100", to: businessNumber, body: "Hi", name: "Jane Doe" };
const fields = new Set(["from", "to", "body", "name", "id", "receivedAt", "media"]);
/** For a text with all its files: ten of 5 MB in base64, and one that is too large. */
const limit = 96 * 1024 * 1024;

/**
 * Answers `/sandbox/sms`: a text from the phone, delivered the way a gateway does, through HTTP and with the rights of the role SMS
 * Gateway (docs/gateway.md).
 *
 * @throws BadRequest for a text that cannot be delivered as it is
 */
export function createSmsRoute(phones: Phones, media: PhoneMedia): RouteHandler {
  let findCustomer: FindCustomer | undefined;
  let numbers: BusinessNumbers | undefined;
  return async (exchange, { clock, connect }) => {
    allow(exchange, "POST");
    const { name, files, ...text } = readText(await readJson(exchange, example, limit), clock.now());
    try {
      // A text that cannot be delivered must leave neither a contact nor its files behind.
      const { from, to } = checkSms(text);
      if (name) checkContactName(name);
      // A text that is sent once more, because the first answer was lost, is one text on the phone, and has its files already.
      const known = phones.textsOf(from).find(({ id }) => id === text.id);
      const paths = known?.media ?? files.map(media.keep);
      const { origin } = new URL(connect("gateway").root);
      const sms = { ...text, media: files.map(({ type }, at) => ({ type, url: `${origin}${paths[at] ?? ""}` })) };
      const customer = name ? await findOrCreateContact(connect("root"), name) : undefined;
      // The phone speaks as the gateway does, and so looks for the customers of new numbers.
      findCustomer ??= createCustomerFinder({ connection: connect("gateway"), log: () => undefined, now: () => clock.now() });
      numbers ??= createBusinessNumbers(connect("gateway"), () => clock.now());
      const { isNew, ...ids } = await deliver(connect("gateway"), sms, customer ?? findCustomer, numbers);
      if (!phones.textsOf(from).some(({ id }) => id === sms.id))
        phones.add(from, { id: sms.id, isMine: true, businessNumber: to, body: sms.body, media: paths, at: sms.receivedAt.toISOString() });
      answerJson(exchange, isNew ? 201 : 200, ids);
    } catch (error) {
      if (error instanceof SmsError) throw new BadRequest(400, error.message, example);
      if (!(error instanceof GatewayError)) throw error;
      // The gateway could not deliver: as a provider sees it, the message is not taken and will be sent again.
      answerJson(exchange, 502, { error: { message: error.message } });
    }
  };
}

interface Text {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly receivedAt: Date;
  readonly name: string | undefined;
  readonly files: readonly PhoneFile[];
}

function readText(given: Readonly<Record<string, unknown>>, now: number): Text {
  const unknown = Object.keys(given).find((field) => !fields.has(field));
  if (unknown) throw new BadRequest(400, `Unknown field "${unknown}". Known: ${[...fields].join(", ")}.`, example);
  const text = (field: string): string | undefined => {
    const value = given[field] ?? undefined;
    if (value === undefined) return value;
    if (typeof value !== "string") throw new BadRequest(400, `"${field}" must be a text.`, example);
    if (storable(value)) return value;
    throw new BadRequest(400, `"${field}" has a character that cannot be stored: U+0000, or half an emoji.`, example);
  };
  const receivedAt = new Date(text("receivedAt") ?? now);
  // A gateway takes now for a time that it cannot read; a person has made a mistake.
  if (Number.isNaN(receivedAt.getTime()))
    throw new BadRequest(400, '"receivedAt" is not a date. Write it like 2026-01-31T09:30:00Z.', example);
  const from = text("from");
  const files = readMedia(given["media"] ?? undefined);
  // A picture may come without words.
  const body = text("body") ?? (files.length > 0 ? "" : undefined);
  if (from === undefined || body === undefined) throw new BadRequest(400, 'A text needs "from" and "body".', example);
  if (body.trim() === "" && files.length === 0)
    throw new BadRequest(400, '"body" is empty. Write the text there, or send a picture in "media".', example);
  return {
    id: text("id") ?? `phone-${randomUUID()}`,
    from,
    to: text("to") ?? businessNumber,
    body,
    receivedAt,
    name: text("name")?.trim(),
    files,
  };
}

/** Whether Dataverse can keep the text: no U+0000, and no half of a surrogate pair, which UTF-8 has no form for. */
function storable(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}
