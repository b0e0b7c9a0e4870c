/** What must hold of answers whatever happens, from rows and from what the provider was handed alone: no code of the gateway or of the product decides here. */
import type { OutboundSms } from "../../gateway/provider";
import type { Row, TestDataverse } from "../dataverse";
import { FORGED, outboundRows } from "./answering";
import type { AnswerDesk, Written } from "./answering";
import type { Carrier } from "./carrier";

const [QUEUED, SENDING, SENT, DELIVERED, FAILED, UNCONFIRMED] = [864500000, 864500001, 864500002, 864500003, 864500004, 864500005] as const;
/** What the gateway says where it has refused a text. */
const REFUSALS: readonly unknown[] = ["notOwner", "blocked", "optedOut", "closed", "noNumber", "tooLong", "empty"];

const status = (row: Row): unknown => row["msgn_deliverystatus"];
const isLater = (one: string, other: string): boolean => (one.length === other.length ? one > other : one.length > other.length);

/** What is wrong with handing this text over now. */
export function wrongHandOver(dataverse: TestDataverse, sms: OutboundSms, written: Written): readonly string[] {
  const message = dataverse.system("GET", `msgn_messages(${sms.id})`);
  const session = dataverse.system("GET", `msgn_sessions(${String(message["_msgn_sessionid_value"])})`);
  const number = dataverse.system("GET", `msgn_contactnumbers(${String(session["_msgn_contactnumberid_value"])})`);
  const until = Date.parse(String(number["msgn_blockeduntil"]));
  const waiting = outboundRows(dataverse, String(session["msgn_sessionid"])).filter(
    (row) =>
      [QUEUED, SENDING].includes(Number(status(row)) as typeof QUEUED) &&
      isLater(String(message["msgn_sequence"]), String(row["msgn_sequence"])) &&
      !written.again.has(String(row["msgn_messageid"])),
  );
  return [
    message["_createdby_value"] === session["_ownerid_value"] ? "" : "it is not its owner's",
    session["statecode"] === 0 ? "" : "its conversation is closed",
    number["statecode"] === 0 || until <= dataverse.now ? "" : "its number is blocked",
    number["msgn_optedouton"] === null ? "" : "its customer has opted out",
    sms.to === number["msgn_phonenumber"] && sms.from === session["msgn_businessnumber"] ? "" : "it goes to somebody else",
    sms.body === message["msgn_body"] && !sms.body.includes(FORGED) ? "" : "somebody else has changed its words",
    status(message) === SENDING ? "" : "nobody has claimed it",
    waiting.length === 0 ? "" : "one before it waits",
  ].flatMap((what) => (what === "" ? [] : [`${sms.body} is handed over although ${what}`]));
}

/** All that has to do with answers: what agents wrote, and what went out. */
interface AnswerOffice {
  readonly carrier: Carrier;
  readonly written: Written;
  readonly desks: readonly { readonly answers: AnswerDesk }[];
}

/** What is wrong when all is quiet. */
export function wrongAnswers(dataverse: TestDataverse, { carrier, written, desks }: AnswerOffice): readonly string[] {
  const rows = outboundRows(dataverse);
  const notWritten = new Set(desks.flatMap(({ answers }) => answers.notWritten()));
  const wrong = desks.flatMap(({ answers }) => answers.underWay()).map((text) => `${text} is still under way`);
  const takenOf = (row: Row) => carrier.taken.filter(({ sms }) => sms.id === row["msgn_messageid"]);
  for (const row of rows) {
    const text = String(row["msgn_body"]);
    const taken = takenOf(row);
    const tries = 1 + (written.again.get(String(row["msgn_messageid"])) ?? 0);
    if (taken.length > tries) wrong.push(`${text} went out ${taken.length} times, for ${tries} presses`);
    if (taken.filter(({ failed }) => !failed).length > 1) wrong.push(`${text} reached the customer twice`);
    const last = taken.at(-1);
    switch (status(row)) {
      case SENT:
      case DELIVERED:
        if (!last || last.providerId !== row["msgn_providermessageid"]) wrong.push(`${text} is said to be sent, and was not`);
        break;
      case FAILED:
        if (!row["msgn_deliveryerror"]) wrong.push(`${text} has failed without a reason`);
        if (tries === 1 && last && (!last.failed || REFUSALS.includes(row["msgn_deliveryerror"])))
          wrong.push(`${text} is said to have failed, and went out`);
        break;
      case UNCONFIRMED:
        break;
      default:
        wrong.push(`${text} waits for ever`);
    }
  }
  const texts = new Set<unknown>();
  for (const { msgn_body: text } of rows) {
    if (texts.has(text) && !written.anew.has(String(text))) wrong.push(`${String(text)} was written twice`);
    texts.add(text);
  }
  for (const text of written.pressed) if (!texts.has(text) && !notWritten.has(text)) wrong.push(`${text} is lost`);
  return wrong;
}
