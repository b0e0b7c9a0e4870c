/** What customers write and are called comes back from a Dataverse as it went in, and finds nothing but its own row. */
import * as fc from "fast-check";
import { createClient } from "../../../shared/dataverse/client";
import { createBothGateways } from "./createBothGateways";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";
import { hostileText, isWellFormed, tries } from "../../hostile";

// However slow the machine is: what is tested is not its speed.
jest.setTimeout(60_000);

let dataverse: TestDataverse;

beforeAll(async () => {
  dataverse = await startDataverse();
});

afterAll(() => dataverse.close());

/**
 * What a server keeps: it has no form for halves of characters, and none for U+0000. An empty text is none. The sandbox's SQLite takes a
 * U+FEFF at the beginning of a text for a mark of its encoding.
 */
const keepable = hostileText.filter((text) => isWellFormed(text) && !/^\ufeff|\0/.test(text) && text.trim() !== "");

/** Without the half of a character that a cut leaves. */
const whole = (text: string) => text.replace(/\p{Surrogate}/gu, "").trim();

it("shows the contact's name, both numbers and the newest text unchanged, and dismisses by them", async () => {
  const gateway = createBothGateways(createClient(dataverse.fetchAs("ana")), dataverse.idOf("ana"), () => dataverse.now);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(keepable, keepable, keepable, async (body, name, number) => {
      // Numbered: two runs may have the same hostile number, and a number is a key.
      count += 1;
      const phoneNumber = whole(`${count} ${number.slice(0, 20)}`);
      const businessNumber = whole(number.slice(0, 20)) || "x";
      const lastName = whole(name.slice(0, 50)) || "x";
      const contact = dataverse.system("POST", "contacts", { lastname: lastName });
      const contactNumber = dataverse.system("POST", "msgn_contactnumbers", {
        msgn_phonenumber: phoneNumber,
        "msgn_customerid_contact@odata.bind": `/contacts(${String(contact["contactid"])})`,
      });
      const session = dataverse.system("POST", "msgn_sessions", {
        msgn_name: lastName,
        msgn_businessnumber: businessNumber,
        "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${String(contactNumber["msgn_contactnumberid"])})`,
      });
      const message = dataverse.system("POST", "msgn_messages", {
        msgn_providermessageid: `SM${count}`,
        msgn_body: body,
        msgn_receivedon: new Date(dataverse.now).toISOString(),
        "msgn_sessionid@odata.bind": `/msgn_sessions(${String(session["msgn_sessionid"])})`,
      });
      try {
        const { sessions, isLowerBound } = await gateway.readInbox();
        expect([sessions.length, isLowerBound]).toEqual([1, false]);
        const [shown] = sessions;
        if (!shown) return;
        expect(shown).toMatchObject({
          id: session["msgn_sessionid"],
          contactName: lastName,
          phoneNumber,
          businessNumber,
        });
        expect([...(await gateway.readPreviews(sessions))]).toEqual([[shown.id, body]]);
        await gateway.writeDismissal(shown.id, { upTo: shown.newestUnreadAt, count: 1 }, shown.contactName ?? "");
        const [dismissed] = (await gateway.readInbox()).sessions;
        expect(dismissed?.dismissal).toEqual({ upTo: shown.newestUnreadAt, count: 1 });
      } finally {
        // The next run has the inbox for itself.
        dataverse.system("PATCH", `msgn_messages(${String(message["msgn_messageid"])})`, {
          msgn_readon: new Date(dataverse.now).toISOString(),
        });
      }
    }),
    tries(80),
  );
});
