/** Makes an agent do something about answers. */
import type { Row, TestDataverse } from "../dataverse";
import { FORGED, outboundRows } from "./answering";
import type { Happening } from "./days";
import type { Desk, Office, Post } from "./office";

const [QUEUED, FAILED, UNCONFIRMED] = [864500000, 864500004, 864500005] as const;

const idOf = (session: Row): string => String(session["msgn_sessionid"]);

/** What an agent does about answers. */
type AnswerHappening = Extract<
  Happening,
  { readonly kind: "answers" | "sendsAgain" | "checks" | "writesForAnother" | "changesAnothers" | "closes" }
>;

/**
 * Does it with one of the conversations or messages that it can be done with, counted off by place, if there is one. What an owner does, does the owner, at the first of
 * their desks from the one that was counted off; what somebody else does, the agent there.
 */
export async function answer(dataverse: TestDataverse, office: Office, post: Post, at: number, what: AnswerHappening): Promise<void> {
  const { desks } = office;
  const around = desks.map((_, step) => desks[(at + step) % desks.length] as Desk);
  const [stranger] = around;
  const owns = (row: Row) => (desk: Desk) => dataverse.idOf(desk.login) === row["_ownerid_value"];
  /** The owner's desk; or a desk that is not the owner's. */
  const deskOf = (row: Row, mine: boolean): Desk | undefined =>
    mine ? around.find(owns(row)) : stranger && owns(row)(stranger) ? undefined : stranger;
  const one = (rows: readonly Row[], mine: boolean): { readonly row: Row; readonly desk: Desk } | undefined => {
    const possible = rows.flatMap((row) => {
      const desk = deskOf(row, mine);
      return desk ? [{ row, desk }] : [];
    });
    return possible[what.place % Math.max(possible.length, 1)];
  };
  const session = (mine: boolean) =>
    one(dataverse.rows("msgn_sessions?$filter=msgn_sessionstatus eq 864500001 and statecode eq 0&$orderby=createdon"), mine);
  const message = (mine: boolean, ...statuses: readonly number[]) =>
    one(
      outboundRows(dataverse).filter((row) => statuses.includes(Number(row["msgn_deliverystatus"]))),
      mine,
    );
  const text = (): string => `Answer ${(post.answers += 1)}`;

  switch (what.kind) {
    case "answers": {
      const own = session(true);
      for (let texts = 0; own && texts < what.texts; texts++) own.desk.answers.send(idOf(own.row), text(), what.presses);
      return;
    }
    case "sendsAgain": {
      const own = message(true, FAILED, UNCONFIRMED);
      own?.desk.answers.sendAgain(own.row);
      return;
    }
    case "checks": {
      const own = message(true, UNCONFIRMED);
      own?.desk.answers.check(own.row);
      return;
    }
    case "writesForAnother": {
      // The box would not let them; what the box does can be done without it.
      const others = session(false);
      others?.desk.answers.send(idOf(others.row), text(), 1);
      return;
    }
    case "changesAnothers": {
      const others = message(false, QUEUED, FAILED);
      if (!others) return;
      const { row, desk } = others;
      office.written.pressed.delete(String(row["msgn_body"]));
      const body = { msgn_body: `${String(row["msgn_body"])} ${FORGED}`, msgn_deliverystatus: QUEUED };
      await dataverse.fetchAs(desk.login)(`/api/data/v9.2/msgn_messages(${String(row["msgn_messageid"])})`, {
        method: "PATCH",
        headers: { "If-Match": "*" },
        body: JSON.stringify(body),
      });
      return;
    }
    case "closes": {
      const own = session(true);
      void own?.desk.close(idOf(own.row));
    }
  }
}
