/** The sandbox's data for one test, with the demonstration's users, and one conversation to fill them with. */
import { frontDesk, people } from "../../demo/users";
import type { Dataverse } from "../../sandbox/server/dataverse";
import { DataOnDisk } from "../../sandbox/tests/lifecycle/dataOnDisk";

/** A folder for one test's data of the product. */
export class Data extends DataOnDisk {
  constructor() {
    super(people, [frontDesk]);
  }

  /** Imports a zip, and makes one conversation with its contact. */
  fill(zip: Uint8Array): void {
    const dataverse = this.open(zip);
    converse(dataverse);
    dataverse.close();
  }
}

function put(dataverse: Dataverse, path: string, body: object): void {
  const answer = dataverse.asSystem({ method: "PATCH", path, body });
  if (answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.body}`);
}

const id = (end: string): string => `c0000000-0000-4000-8000-0000000000${end}`;

/** One conversation, with its contact: rows of the product and of the platform that point at each other. */
function converse(dataverse: Dataverse): void {
  put(dataverse, `contacts(${id("01")})`, { firstname: "Jane", lastname: "Doe" });
  put(dataverse, `msgn_contactnumbers(${id("02")})`, {
    msgn_phonenumber: "+15550100",
    "msgn_customerid_contact@odata.bind": `/contacts(${id("01")})`,
  });
  put(dataverse, `msgn_sessions(${id("03")})`, {
    msgn_name: "Jane Doe",
    msgn_businessnumber: "+15550999",
    "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${id("02")})`,
  });
  put(dataverse, `msgn_messages(${id("04")})`, {
    msgn_name: "Hello",
    msgn_body: "Hello, is it open today?",
    msgn_providermessageid: "p-1",
    "msgn_sessionid@odata.bind": `/msgn_sessions(${id("03")})`,
  });
}
