/** What agents write to customers: the product's own store of answers, one for each conversation and tab, and others who try it over the Web API. */
import { createAnswerGateway } from "../../shared/dataverse/answerGateway";
import { createClient } from "../../shared/dataverse/client";
import type { Fetch } from "../../shared/dataverse/client";
import { createServerClock } from "../../shared/dataverse/serverClock";
import type { DeliveryState, ThreadMessage } from "../../shared/domain/message";
import type { Answers } from "../../shared/thread/answers";
import { createAnswers } from "../../shared/thread/answers";
import type { Login, Row, TestDataverse } from "../dataverse";
import type { Tab } from "../shared/inbox/laboratory";

/** The states, in the order of the choice's values. */
const STATES: readonly DeliveryState[] = ["queued", "sending", "sent", "delivered", "failed", "unconfirmed"];

/** Words that somebody puts into a colleague's answer. */
export const FORGED = "(forged)";

/** The answers of one tab. */
export interface AnswerDesk {
  /** Writes a text into the box of a conversation, and presses Send, so often. */
  send(session: string, text: string, presses: number): void;
  /** Send Again for a text that has failed, or of which nobody knows what became of it. */
  sendAgain(message: Row): void;
  check(message: Row): void;
  /** Shows what the server has, as the conversation does. */
  look(): void;
  /** Texts for which Send was pressed and that the box shows as not written. */
  notWritten(): readonly string[];
  /** Texts of which it is not known whether they are written. */
  underWay(): readonly string[];
  close(): void;
}

/** All that was written on purpose. */
export interface Written {
  /** Texts for which Send was pressed while there was a network: none may be lost in silence. One that somebody else has changed since is not among them. */
  readonly pressed: Set<string>;
  /** Ids of messages for which Send Again was pressed, and how often. */
  readonly again: Map<string, number>;
  /** Texts that were sent knowingly once more, as another message: nobody could say what had become of the first. */
  readonly anew: Set<string>;
}

/** A row as the conversation shows it. */
export function messageOf(row: Row): ThreadMessage {
  return {
    id: String(row["msgn_messageid"]),
    etag: String(row["@odata.etag"]),
    direction: "out",
    text: String(row["msgn_body"]),
    at: Date.parse(String(row["msgn_receivedon"])),
    sequence: String(row["msgn_sequence"]),
    isUnread: false,
    delivery: STATES[Number(row["msgn_deliverystatus"]) - 864500000] ?? null,
    error: typeof row["msgn_deliveryerror"] === "string" ? row["msgn_deliveryerror"] : "",
    authorName: "",
    segments: null,
    media: "",
  };
}

/** The outbound messages of a conversation, or of all. */
export function outboundRows(dataverse: TestDataverse, session?: string): readonly Row[] {
  const ofSession = session === undefined ? "" : ` and _msgn_sessionid_value eq ${session}`;
  return dataverse.rows(`msgn_messages?$filter=msgn_direction eq 864500001${ofSession}&$orderby=createdon,msgn_sequence`);
}

/** Makes the answers of a tab. */
export function createAnswerDesk(dataverse: TestDataverse, login: Login, tab: Tab, fetch: Fetch, written: Written): AnswerDesk {
  const gateway = createAnswerGateway(createServerClock(createClient(fetch), tab.now));
  const conversations = new Map<string, Answers>();

  function answersOf(session: string): Answers {
    const found =
      conversations.get(session) ?? createAnswers({ sessionId: session, gateway, browser: tab, channel: tab.channel, authorName: login });
    conversations.set(session, found);
    return found;
  }

  /** The answers of the message's conversation, which know the list as it is. */
  function about(message: Row): Answers {
    const session = String(message["_msgn_sessionid_value"]);
    const answers = answersOf(session);
    answers.follow(outboundRows(dataverse, session).map(messageOf));
    return answers;
  }

  const pendingOf = (isFailed: boolean) =>
    [...conversations.values()].flatMap((answers) =>
      answers.getSnapshot().pending.flatMap(({ text, delivery }) => ((delivery === "failed") === isFailed ? [text] : [])),
    );

  return {
    send(session, text, presses) {
      const answers = answersOf(session);
      answers.write(text);
      for (let press = 0; press < presses; press++) answers.send();
      if (answers.getSnapshot().draft === "") written.pressed.add(text);
      else answers.write("");
    },
    sendAgain(row) {
      const message = messageOf(row);
      about(row).sendAgain(message);
      if (message.delivery === "unconfirmed") written.anew.add(message.text);
      else written.again.set(message.id, (written.again.get(message.id) ?? 0) + 1);
    },
    check: (row) => about(row).check(messageOf(row)),
    look() {
      for (const [session, answers] of conversations) answers.follow(outboundRows(dataverse, session).map(messageOf));
    },
    notWritten: () => pendingOf(true),
    underWay: () => pendingOf(false),
    close() {
      for (const answers of conversations.values()) answers.destroy();
    },
  };
}
