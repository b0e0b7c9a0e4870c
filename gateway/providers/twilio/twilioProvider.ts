/** Twilio as a provider, by its SDK. */
import { RestException, Twilio } from "twilio";
import type { HandedOver, OutboundSms, Provider, SendOutcome } from "../../provider";
import { neverConnected } from "../neverConnected";
import { OPTED_OUT_CODE, errorWords, reportedState } from "./statusCallback";
import { createTwilioMediaHosts } from "./twilioMediaHosts";
import { TwilioBusy, TwilioRequests } from "./twilioRequests";
import { statusCallbackUrl } from "./twilioWebhooks";

/** What Twilio needs to send. */
export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** The address of the webhook of incoming texts; status callbacks go below it. */
  readonly publicUrl: string;
  /** For a test double: instead of `https://api.twilio.com`. */
  readonly apiUrl?: string | undefined;
}

const timeoutMs = 15_000;
/** How many texts between two numbers are looked through at most, the newest first. */
const maxLookedThrough = 400;
/** Codes of an account that cannot be used: authentication, suspended, closed, not found. The text is not to blame. */
const accountCodes: readonly (number | undefined)[] = [20003, 20005, 20006, 20404];

/** Makes the provider; nothing is asked yet. */
export function createTwilioProvider({ accountSid, authToken, publicUrl, apiUrl }: TwilioAccount): Provider {
  const client = new Twilio(accountSid, authToken, { httpClient: new TwilioRequests(timeoutMs, apiUrl) });

  async function send({ id, claimedAt, from, to, body }: OutboundSms): Promise<SendOutcome> {
    try {
      const statusCallback = statusCallbackUrl(publicUrl, id, claimedAt);
      const { sid, numSegments } = (await client.messages.create({ from, to, body, statusCallback })) as Partial<Accepted>;
      if (typeof sid !== "string") return { kind: "unknown", reason: "Its answer has no id." };
      const segments = Number(numSegments);
      return { kind: "accepted", providerId: sid, ...(segments > 0 ? { segments } : {}) };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async function find({ from, to, body }: OutboundSms, since: number): Promise<readonly HandedOver[]> {
    const texts = await client.messages.list({ from, to, limit: maxLookedThrough, pageSize: 100 });
    return texts
      .filter((text) => text.dateCreated.getTime() >= since && isSameText(text.body, body))
      .map((text) => {
        const state = reportedState(text.status);
        const error = state === "failed" ? errorWords(String(text.errorCode || ""), text.errorMessage || "") : "";
        const segments = Number(text.numSegments);
        return { providerId: text.sid, state, ...(error === "" ? {} : { error }), ...(segments > 0 ? { segments } : {}) };
      });
  }

  return { name: "twilio", media: createTwilioMediaHosts({ accountSid, authToken, apiUrl }), send, find };
}

/** What is used of Twilio's answer. A body that is no JSON leaves the properties out. */
interface Accepted {
  readonly sid: string;
  readonly numSegments: string;
}

/** A trial account writes a sentence of its own before each text; white space at the ends is not kept. */
function isSameText(theirs: string, ours: string): boolean {
  return theirs.trim() === ours.trim() || (/twilio trial account/i.test(theirs) && theirs.trim().endsWith(ours.trim()));
}

function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof TwilioBusy) {
    return { kind: "busy", reason: "429", ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }) };
  }
  if (!(error instanceof RestException)) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    return neverConnected(code) ? { kind: "busy", reason: code } : { kind: "unknown", reason: code };
  }
  const { status, code, message } = error;
  if (status === 401 || status === 403 || accountCodes.includes(code)) {
    return {
      kind: "busy",
      reason: `${status}, code ${code ?? "none"}: are TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN right, and is the account active?`,
    };
  }
  // After a 5xx, and after a request that took too long, it may have the text.
  if (status >= 500 || status === 408) return { kind: "unknown", reason: String(status) };
  return { kind: "refused", reason: errorWords(String(code ?? status), message), optedOut: code === OPTED_OUT_CODE };
}
