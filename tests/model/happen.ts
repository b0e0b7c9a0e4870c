/** Makes one thing happen at the office. */
import type { TestDataverse } from "../dataverse";
import { answer } from "./answer";
import { BUSINESS_NUMBERS, NUMBERS } from "./days";
import type { Happening } from "./days";
import type { Desk, Office, Post, Text } from "./office";

/** Somebody has accepted a conversation with one customer after the other, and read all of it, before the day begins. */
export async function acceptBefore(dataverse: TestDataverse, office: Office, post: Post, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    await office.receive(write(post, { number, business: 0, late: 0 }));
    const owner = office.desks[number % office.desks.length]?.login ?? "ana";
    const [message] = dataverse.rows("msgn_messages?$filter=msgn_readon eq null");
    dataverse.system("PATCH", `msgn_sessions(${String(message?.["_msgn_sessionid_value"])})`, {
      msgn_sessionstatus: 864500001,
      "ownerid@odata.bind": `/systemusers(${dataverse.idOf(owner)})`,
    });
    const readOn = new Date(dataverse.now).toISOString();
    dataverse.system("PATCH", `msgn_messages(${String(message?.["msgn_messageid"])})`, { msgn_readon: readOn });
  }
}

/** Resolves when it has begun; what it causes may still be under way. */
export async function happen(dataverse: TestDataverse, office: Office, post: Post, what: Happening): Promise<void> {
  const deskAt = (at: number): Desk => {
    const desk = office.desks[at % office.desks.length];
    if (!desk) throw new Error("An office has desks.");
    return desk;
  };
  switch (what.kind) {
    case "arrives":
      return office.receive(write(post, what));
    case "arrivesTwice": {
      // Two copies of one webhook at the same moment.
      const text = write(post, what);
      await Promise.all([office.receive(text), office.receive(text)]);
      return;
    }
    case "arrivesAgain": {
      const last = post.texts[post.texts.length - 1];
      return last && office.receive(last);
    }
    case "acts":
      office.act(deskAt(what.desk), what.act, what.place);
      return office.world.settle();
    case "hurries": {
      // Presses while the list is being read: the answer may know nothing of the press.
      const desk = deskAt(what.desk);
      const tabs = office.desks.filter(({ login }) => login === desk.login);
      const reader = what.reader === "self" ? desk : tabs[(tabs.indexOf(desk) + 1) % tabs.length];
      if (what.readsFirst) {
        reader?.inbox.retry();
        await office.pass(what.gap);
      }
      office.act(desk, what.act, what.place);
      if (!what.readsFirst) {
        await office.pass(what.gap);
        reader?.inbox.retry();
      }
      return office.world.settle();
    }
    case "race":
      office.act(deskAt(what.desk), what.act, what.place);
      office.act(deskAt(what.other), what.act, what.place);
      return office.world.settle();
    case "undo":
      office.undo(deskAt(what.desk));
      return office.world.settle();
    case "navigates":
      deskAt(what.desk).inbox.navigated("history");
      return office.world.settle();
    case "retries":
      deskAt(what.desk).inbox.retry();
      return office.world.settle();
    case "passes":
      return office.pass(what.ms);
    case "goesOffline": {
      deskAt(what.desk).tab.goOffline();
      return;
    }
    case "comesBack": {
      deskAt(what.desk).tab.goOnline();
      return;
    }
    case "hides": {
      deskAt(what.desk).tab.hide();
      return;
    }
    case "shows": {
      deskAt(what.desk).tab.show();
      return;
    }
    case "cut": {
      office.network.cutNext(deskAt(what.desk).login, what.cut);
      return;
    }
    case "unblocked":
    case "blockedElsewhere": {
      const state = what.kind === "unblocked" ? { statecode: 0, statuscode: 1 } : { statecode: 1, statuscode: 2 };
      for (const id of contactNumbers(dataverse, what.number)) dataverse.system("PATCH", `msgn_contactnumbers(${id})`, state);
      return;
    }
    case "answers":
    case "sendsAgain":
    case "checks":
    case "writesForAnother":
    case "changesAnothers":
    case "closes":
      await answer(dataverse, office, post, what.desk, what);
      return office.world.settle();
    case "optsOut":
    case "optsIn":
      return office.receive(write(post, what, what.kind === "optsOut" ? "STOP" : "START"));
    case "carrier":
      office.carrier.expect(what.outcome);
      return;
    case "gatewayDies":
      office.postRoom.crash();
      return;
    case "gatewayOpens":
      office.postRoom.open();
      return;
    case "gatewayCut":
      office.postRoom.cutNext(what.cut);
      return;
    case "teamOwned":
      for (const id of contactNumbers(dataverse, what.number)) giveToTeam(dataverse, id);
  }
}

function write({ texts }: Post, { number, business, late }: { number: number; business: number; late: number }, body?: string): Text {
  const text = {
    id: `SM${texts.length + 1}`,
    from: NUMBERS[number] ?? "",
    to: BUSINESS_NUMBERS[business] ?? "",
    secondsAgo: late,
    ...(body === undefined ? {} : { body }),
  };
  texts.push(text);
  return text;
}

function contactNumbers(dataverse: TestDataverse, at: number): readonly string[] {
  const filter = `msgn_phonenumber eq '${encodeURIComponent(NUMBERS[at] ?? "")}'`;
  return dataverse.rows(`msgn_contactnumbers?$filter=${filter}`).map((row) => String(row["msgn_contactnumberid"]));
}

function giveToTeam(dataverse: TestDataverse, contactNumberId: string): void {
  const [team] = dataverse.rows("teams?$filter=name eq 'Front Desk'");
  const owner = { "ownerid@odata.bind": `/teams(${String(team?.["teamid"])})` };
  for (const row of dataverse.rows(`msgn_sessions?$filter=_msgn_contactnumberid_value eq ${contactNumberId}`)) {
    if (row["msgn_sessionstatus"] === 864500001) dataverse.system("PATCH", `msgn_sessions(${String(row["msgn_sessionid"])})`, owner);
  }
}
