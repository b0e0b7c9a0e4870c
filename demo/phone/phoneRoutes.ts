import { PhoneNumberError, toE164 } from "../../gateway/contract";
import { BadRequest, allow, answerJson } from "../../sandbox";
import type { Exchange, RouteContext, RouteHandler } from "../../sandbox";
import { readHistory } from "./history";
import type { PhoneText, Phones } from "./phones";

/** What `GET /sandbox/phone` answers of a text. */
interface ReceivedText {
  readonly id: string;
  /** The business number that it came from. */
  readonly from: string;
  readonly body: string;
  readonly at: string;
}

/** Answers `GET /sandbox/phone?number=…`: the texts that this phone got, oldest first. */
export function createPhoneRoute(phones: Phones): RouteHandler {
  return (exchange) => {
    allow(exchange, "GET");
    const got = phones.textsOf(numberIn(exchange)).filter(({ isMine }) => !isMine);
    answerJson(
      exchange,
      200,
      got.map(({ id, businessNumber, body, at }): ReceivedText => ({ id, from: businessNumber, body, at })),
    );
  };
}

/**
 * Answers `GET /sandbox/phone/texts?number=…`: what the phone's page shows, all texts of both directions, oldest first. What Dataverse has of
 * the time before the start, and the phone does not, is read once for each number: the rows that a demonstration begins with.
 */
export function createPhoneTextsRoute(phones: Phones): RouteHandler {
  const histories = new Map<string, readonly PhoneText[]>();

  function historyOf(number: string, context: RouteContext): readonly PhoneText[] {
    const known = histories.get(number);
    if (known) return known;
    const read = readHistory(context, number);
    histories.set(number, read);
    return read;
  }

  return (exchange, context) => {
    allow(exchange, "GET");
    const number = numberIn(exchange);
    const before = historyOf(number, context);
    const remembered = phones.textsOf(number);
    const ids = new Set(remembered.map(({ id }) => id));
    const all = [...before.filter(({ id }) => !ids.has(id)), ...remembered];
    answerJson(
      exchange,
      200,
      all.sort((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    );
  };
}

/** @throws BadRequest 400 */
function numberIn({ query, path }: Exchange): string {
  try {
    // A plus that nobody has encoded is a space in a query.
    return toE164((query.get("number") ?? "").replace(/^ /, "+"));
  } catch (error) {
    if (!(error instanceof PhoneNumberError)) throw error;
    throw new BadRequest(400, `"number": ${error.message}`, `${path}?number=+15550100`);
  }
}
