import { inboxQuery, privilegesQuery } from "../../shared/dataverse/queries";
import { idOf, RoleBench } from "./roleBench";
import type { Row, Who } from "./roleBench";

let bench: RoleBench;

beforeEach(async () => {
  bench = await RoleBench.start();
});
afterEach(() => bench.close());

/** An unread message of a customer's number, in a session of the gateway's. */
function customerWrites(): string {
  const contact = bench.make("contact", { firstname: "Jane", lastname: "Doe" });
  const customer = { "msgn_customerid_contact@odata.bind": `/contacts(${contact})` };
  const number = bench.make("msgn_contactnumber", { msgn_phonenumber: bench.number(), ...customer });
  const session = bench.make("msgn_session", {
    msgn_name: "Jane Doe, +15550999",
    msgn_businessnumber: "+15550999",
    "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${number})`,
    "ownerid@odata.bind": `/systemusers(${idOf("SMS Gateway")})`,
  });
  bench.make("msgn_message", { ...bench.text(), "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` });
  return session;
}

it.each<Who>(["SMS Agent", "SMS Administrator", "agent who may not block"])("answers the inbox query of: %s", (who) => {
  const session = customerWrites();
  expect(bench.list(who, inboxQuery(idOf(who)))).toEqual([expect.objectContaining({ session, unread: 1 })]);
});

it("names the customer to an agent whose only role is SMS Agent, which reads no contacts and accounts, as Dataverse names every lookup", () => {
  customerWrites();
  const [row] = bench.list("SMS Agent", inboxQuery(idOf("SMS Agent")));
  expect(row?.["customer@OData.Community.Display.V1.FormattedValue"]).toBe("Jane Doe");
  for (const customers of ["contacts", "accounts"]) expect(bench.ask("SMS Agent", "GET", customers).status).toBe(403);
});

it("notifies an agent who reads own rows only of nothing, even of sessions that they own: the messages stay the gateway's until something assigns them", () => {
  const who = "agent of own rows";
  const toAgent = { "ownerid@odata.bind": `/systemusers(${idOf(who)})` };
  const inbox = (): readonly Row[] => bench.list(who, inboxQuery(idOf(who)));
  const gateway = { "ownerid@odata.bind": `/systemusers(${idOf("SMS Gateway")})` };
  const session = bench.make("msgn_session", { ...bench.body("msgn_session", "SMS Gateway") });
  const message = bench.make("msgn_message", { ...bench.text(), "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`, ...gateway });
  expect(inbox()).toEqual([]);
  const assign = (path: string): number => bench.ask("SMS Administrator", "PATCH", path, toAgent).status;
  expect(assign(`msgn_sessions(${session})`)).toBe(200);
  expect(bench.ask(who, "GET", `msgn_sessions(${session})`).status).toBe(200);
  expect(bench.ask(who, "GET", `msgn_messages(${message})`).status).toBe(403);
  expect(inbox()).toEqual([]);
  expect(assign(`msgn_messages(${message})`)).toBe(200);
  expect(inbox()).toEqual([expect.objectContaining({ session, unread: 1 })]);
});

it("tells the product which of its privileges a user has", () => {
  const names = (who: Who): string[] =>
    (bench.ask(who, "GET", privilegesQuery(idOf(who))).row["RolePrivileges"] as { PrivilegeName: string }[])
      .map((each) => each.PrivilegeName)
      .sort();
  const agent = ["prvCreatemsgn_agentsetting", "prvReadmsgn_message", "prvReadmsgn_session", "prvWritemsgn_contactnumber"];
  expect(names("SMS Agent")).toEqual(agent);
  expect(names("agent who may not block")).toEqual(agent.slice(0, 3));
  expect(names("SMS Administrator")).toEqual([...agent, "prvCreatemsgn_configuration"].sort());
});
