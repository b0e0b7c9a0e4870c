/** A text that this page has been told to send. */
export interface OutgoingText {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly name?: string;
  readonly media?: readonly OutgoingFile[];
}

/** A file that is sent with a text. */
export interface OutgoingFile {
  readonly type: string;
  readonly base64: string;
}

/** Reads a file that somebody has chosen. */
export async function readFile(file: File): Promise<OutgoingFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let content = "";
  for (const byte of bytes) content += String.fromCharCode(byte);
  return { type: file.type || "application/octet-stream", base64: btoa(content) };
}

/** How far it has come. A text that is delivered is the server's to tell of. */
export type Progress = "sending" | "delivered" | "failed" | "refused";

/**
 * Sends a text through `POST /sandbox/sms`.
 *
 * @returns refused: as it is, it would be refused again; failed: the same text may be sent again, and with its id it is not delivered twice. `why` says it in words.
 */
export async function sendText(text: OutgoingText): Promise<{ readonly progress: Progress; readonly why: string }> {
  try {
    const answer = await fetch("/sandbox/sms", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(text),
    });
    if (answer.ok) return { progress: "delivered", why: "" };
    return { progress: answer.status === 400 ? "refused" : "failed", why: await reasonOf(answer) };
  } catch (error) {
    return { progress: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

async function reasonOf(answer: Response): Promise<string> {
  const content = (await answer.json().catch(() => ({}))) as { error?: { message?: string } };
  return content.error?.message ?? `The server answered ${answer.status}.`;
}
