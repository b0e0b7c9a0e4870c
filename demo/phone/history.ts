import { readMedia, textOf } from "../../gateway/contract";
import type { Row } from "../../gateway/contract";
import { DELIVERY_STATUS, OUTBOUND } from "../../gateway/outbox";
import type { RouteContext } from "../../sandbox";
import type { PhoneText } from "./phones";

/** Delivery states in which a text is on the customer's phone. */
const ARRIVED = [DELIVERY_STATUS.sent, DELIVERY_STATUS.delivered];
/** How many texts Dataverse is asked for. */
const LIMIT = 200;

/** What a phone had sent and got before this start, as Dataverse has it. Oldest first. @param number E.164 */
export function readHistory({ rows }: Pick<RouteContext, "rows">, number: string): readonly PhoneText[] {
  return rows(`msgn_messages?fetchXml=${encodeURIComponent(query(number))}`)
    .map(phoneText)
    .reverse();
}

/** @param number E.164: a plus and digits, nothing that XML has a meaning for */
function query(number: string): string {
  return (
    `<fetch top="${LIMIT}"><entity name="msgn_message"><attribute name="msgn_messageid"/><attribute name="msgn_providermessageid"/>` +
    '<attribute name="msgn_body"/><attribute name="msgn_media"/><attribute name="msgn_direction"/><attribute name="msgn_receivedon"/>' +
    '<order attribute="msgn_receivedon" descending="true"/><order attribute="createdon" descending="true"/>' +
    `<filter type="or"><condition attribute="msgn_direction" operator="ne" value="${OUTBOUND}"/>` +
    `<condition attribute="msgn_deliverystatus" operator="in">${ARRIVED.map((state) => `<value>${state}</value>`).join("")}</condition></filter>` +
    '<link-entity name="msgn_session" from="msgn_sessionid" to="msgn_sessionid" alias="session"><attribute name="msgn_businessnumber"/>' +
    '<link-entity name="msgn_contactnumber" from="msgn_contactnumberid" to="msgn_contactnumberid" alias="number">' +
    `<filter><condition attribute="msgn_phonenumber" operator="eq" value="${number}"/></filter>` +
    "</link-entity></link-entity></entity></fetch>"
  );
}

function phoneText(row: Row): PhoneText {
  const { msgn_providermessageid: id, msgn_body: body, msgn_media: media } = row;
  return {
    id: typeof id === "string" ? id : textOf(row, "msgn_messageid"),
    isMine: row.msgn_direction !== OUTBOUND,
    businessNumber: textOf(row, "session.msgn_businessnumber"),
    body: typeof body === "string" ? body : "",
    ...(typeof media === "string" ? { media: readMedia(media).map(() => "") } : {}),
    at: textOf(row, "msgn_receivedon"),
  };
}
