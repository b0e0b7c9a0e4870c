import { BadRequest, allow, answerJson, readJson } from "../../sandbox";
import type { RouteHandler } from "../../sandbox";
import { OUTCOMES } from "./outcomes";
import type { Outcome, Outcomes } from "./outcomes";

const example = { outcome: "fail", times: 2 };
const fields = ["outcome", "times", "gateway"];
/** More would be a mistake of writing. */
const mostTimes = 10_000;

/**
 * Answers `/sandbox/provider`: `POST` says what becomes of the next texts, and whether the sandbox's own gateway sends or rests; `GET` shows it;
 * `DELETE` lets everything be sent and delivered again.
 */
export function createProviderRoute(outcomes: Outcomes): RouteHandler {
  return async (exchange) => {
    allow(exchange, "GET", "POST", "DELETE");
    if (exchange.method === "POST") apply(await readJson(exchange, example), outcomes);
    if (exchange.method === "DELETE") outcomes.clear();
    answerJson(exchange, 200, { next: outcomes.waiting, gateway: outcomes.isResting ? "rests" : "sends" });
  };
}

/** @throws BadRequest 400 that lists what is allowed; then nothing has changed */
function apply(given: Readonly<Record<string, unknown>>, outcomes: Outcomes): void {
  const unknown = Object.keys(given).find((field) => !fields.includes(field));
  if (unknown) throw new BadRequest(400, `Unknown field "${unknown}". Known: ${fields.join(", ")}.`, example);
  const { outcome, times = 1, gateway } = given;
  if (outcome === undefined && gateway === undefined) throw new BadRequest(400, 'Give "outcome" or "gateway".', example);
  if (outcome !== undefined && !isOutcome(outcome)) throw new BadRequest(400, `"outcome" must be one of ${OUTCOMES.join(", ")}.`, example);
  if (typeof times !== "number" || !Number.isInteger(times) || times < 1 || times > mostTimes)
    throw new BadRequest(400, `"times" must be a whole number from 1 to ${mostTimes}.`, example);
  if (gateway !== undefined && gateway !== "sends" && gateway !== "rests")
    throw new BadRequest(400, '"gateway" must be "sends" or "rests".', { gateway: "rests" });
  if (isOutcome(outcome)) outcomes.order({ outcome, times });
  if (gateway !== undefined) outcomes.isResting = gateway === "rests";
}

function isOutcome(value: unknown): value is Outcome {
  return OUTCOMES.some((one) => one === value);
}
