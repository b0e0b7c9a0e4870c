/**
 * Sends a text to the gateway as Twilio would, signature included:
 *
 *     npx tsx gateway/send.ts "Are you open on Saturday?" --from +15550100
 *
 * It takes PUBLIC_URL and TWILIO_AUTH_TOKEN from the environment, and tells what the gateway answered.
 */
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { twilioSignature } from "./providers/twilio/signature";

const usage = 'Usage: npx tsx gateway/send.ts "the text" [--from +15550100] [--to +15550999] [--id SM…]';

async function main(): Promise<void> {
  const { PUBLIC_URL: url, TWILIO_AUTH_TOKEN: authToken } = process.env;
  if (!url || !authToken) throw new Error("Set PUBLIC_URL and TWILIO_AUTH_TOKEN to the gateway's.");
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      from: { type: "string", default: "+15550100" },
      to: { type: "string", default: "+15550999" },
      id: { type: "string", default: `SM${randomBytes(16).toString("hex")}` },
    },
  });
  const [text] = positionals;
  if (text === undefined) throw new Error(usage);
  const form = new URLSearchParams({ MessageSid: values.id, From: values.from, To: values.to, Body: text, NumMedia: "0" });
  const response = await fetch(url, {
    method: "POST",
    headers: { "X-Twilio-Signature": twilioSignature(authToken, url, form) },
    body: form,
  });
  process.stdout.write(`${values.id}: ${response.status} ${await response.text()}\n`);
  if (!response.ok) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
