/** The gateway's real outbox over a test's Dataverse, with a provider that keeps what it is given. */
import { createOutbox } from "../../gateway/outbox";
import type { OutboundSms, Provider, SendOutcome } from "../../gateway/provider";
import type { Login, TestDataverse } from "../dataverse";

/** What goes out, and what agents write. */
export interface OutboxScene {
  /** The texts that the provider was given, as `to: body`. */
  readonly sent: readonly string[];
  /** An answer as the conversation writes it, by the Web API; with these columns besides. Returns its path. @throws Error where it is refused */
  write(login: Login, session: string, columns?: object): Promise<string>;
  /** Status of the Web API's answer. */
  patch(login: Login, path: string, body: object): Promise<number>;
  /** The outbox begins, and is let go on until nothing waits any more. @throws Error where something waits for ever */
  settle(): Promise<void>;
}

/** @param answer what the provider says to each text */
export function createOutboxScene(dataverse: TestDataverse, answer: (sms: OutboundSms) => SendOutcome): OutboxScene {
  const sent: string[] = [];
  const provider: Provider = {
    name: "a test",
    send: (sms) => {
      sent.push(`${sms.to}: ${sms.body}`);
      return Promise.resolve(answer(sms));
    },
    find: () => Promise.resolve([]),
  };
  const fetch = ((url: string, init: RequestInit) =>
    dataverse.fetchAs("gateway")(url.replace("https://test.example", ""), init)) as typeof globalThis.fetch;
  const connection = { root: "https://test.example/api/data/v9.2/", token: "a token", fetch };
  const ask = (login: Login, method: string, path: string, headers: Record<string, string>, body: object) =>
    dataverse.fetchAs(login)(`/api/data/v9.2/${path}`, { method, headers, body: JSON.stringify(body) });

  return {
    sent,
    async write(login, session, columns = {}) {
      const path = `msgn_messages(${crypto.randomUUID()})`;
      const body = {
        msgn_direction: 864500001,
        msgn_deliverystatus: 864500000,
        msgn_body: "We are open.",
        msgn_name: "We are open.",
        msgn_receivedon: new Date(dataverse.now).toISOString(),
        "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
        ...columns,
      };
      const { status } = await ask(login, "PATCH", path, { "If-None-Match": "*" }, body);
      if (status !== 204) throw new Error(`${login}: ${status}`);
      return path;
    },
    patch: async (login, path, body) => (await ask(login, "PATCH", path, { "If-Match": "*" }, body)).status,
    async settle() {
      const outbox = createOutbox({ connection, provider, perSecond: Infinity });
      const waiting = () => dataverse.rows("msgn_messages?$filter=msgn_deliverystatus le 864500001").length;
      outbox.start();
      try {
        for (let tries = 0; waiting() > 0; tries++) {
          if (tries === 500) throw new Error("something waits for ever");
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      } finally {
        await outbox.stop(0);
      }
    },
  };
}
