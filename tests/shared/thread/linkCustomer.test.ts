/** Linking a number as one of several who may, over a connection that loses answers. In front of the sandbox's Dataverse. */
import { createClient } from "../../../shared/dataverse/client";
import type { Fetch } from "../../../shared/dataverse/client";
import { createLinkGateway } from "../../../shared/dataverse/linkGateway";
import { linkCustomer, unlinkAgain } from "../../../shared/thread/linkCustomer";
import type { MadeLink } from "../../../shared/thread/linkCustomer";
import type { LinkGateway, NewLink } from "../../../shared/thread/linkPorts";
import { startDataverse } from "../../dataverse";
import type { TestDataverse } from "../../dataverse";

let dataverse: TestDataverse;
let number = "";
let jane: NewLink;
let acme: NewLink;
const NOBODY: NewLink = { customer: null, customerName: "", isLeftWithout: false };

beforeEach(async () => {
  dataverse = await startDataverse();
  const session = dataverse.text("+15550100");
  number = String(dataverse.system("GET", `msgn_sessions(${session})`)["_msgn_contactnumberid_value"]);
  const contact = String(dataverse.system("POST", "contacts", { firstname: "Jane", lastname: "Doe" })["contactid"]);
  const account = String(dataverse.system("POST", "accounts", { name: "Acme" })["accountid"]);
  jane = { customer: { table: "contact", id: contact }, customerName: "Jane Doe", isLeftWithout: false };
  acme = { customer: { table: "account", id: account }, customerName: "Acme", isLeftWithout: false };
});
afterEach(() => dataverse.close());

/** @param wrap stands between browser and server */
const gatewayOf = (wrap: (fetch: Fetch) => Fetch = (fetch) => fetch): LinkGateway =>
  createLinkGateway(createClient(wrap(dataverse.fetchAs("ana"))));

const isWrite = (init: RequestInit | undefined) => (init?.method ?? "GET") !== "GET";
/** The first write does its work, and its answer is lost. */
function losesAnAnswer(fetch: Fetch): Fetch {
  let isLost = false;
  return async (url, init) => {
    const answer = await fetch(url, init);
    if (isLost || !isWrite(init)) return answer;
    isLost = true;
    throw new TypeError("cut");
  };
}
/** No write arrives. */
const writesNothing =
  (fetch: Fetch): Fetch =>
  (url, init) =>
    isWrite(init) ? Promise.reject(new TypeError("cut")) : fetch(url, init);

async function made(): Promise<MadeLink> {
  const result = await linkCustomer(gatewayOf(), number, null, jane);
  if (result.kind !== "made") throw new Error("A colleague was faster.");
  return result.made;
}
const linked = async () => (await gatewayOf().readLink(number)).customer;

describe("a link", () => {
  it("is made although the answer to it was lost", async () => {
    const result = await linkCustomer(gatewayOf(losesAnAnswer), number, null, jane);
    expect(result).toMatchObject({ kind: "made", made: { before: NOBODY, now: jane } });
    expect(await linked()).toEqual(jane.customer);
  });

  it("is said not to be made where it never arrived", async () => {
    await expect(linkCustomer(gatewayOf(writesNothing), number, null, jane)).rejects.toMatchObject({ mayBeDone: false });
    expect(await linked()).toBeNull();
  });

  it("is made although something else of the number has changed meanwhile", async () => {
    let isChanged = false;
    const gateway = gatewayOf((fetch) => (url, init) => {
      if (isWrite(init) && !isChanged) {
        isChanged = true;
        dataverse.system("PATCH", `msgn_contactnumbers(${number})`, { msgn_optedouton: "2026-01-01T00:00:00Z" });
      }
      return fetch(url, init);
    });
    expect(await linkCustomer(gateway, number, null, jane)).toMatchObject({ kind: "made" });
    expect(await linked()).toEqual(jane.customer);
  });

  it("gives up on a number that never stands still", async () => {
    let count = 0;
    const gateway = gatewayOf((fetch) => (url, init) => {
      count += 1;
      if (isWrite(init)) dataverse.system("PATCH", `msgn_contactnumbers(${number})`, { msgn_blockreason: `Change ${count}` });
      return fetch(url, init);
    });
    await expect(linkCustomer(gateway, number, null, jane)).rejects.toMatchObject({ kind: "stale" });
  });

  it("is a colleague's where they were faster", async () => {
    await made();
    expect(await linkCustomer(gatewayOf(), number, null, acme)).toMatchObject({ kind: "overtaken", found: { customer: jane.customer } });
  });

  it("is refused to who may not make it", async () => {
    const zoe = createLinkGateway(createClient(dataverse.fetchAs("zoe")));
    await expect(linkCustomer(zoe, number, null, jane)).rejects.toMatchObject({ kind: "denied" });
  });
});

describe("taking a link back", () => {
  it("works although the answer to it was lost", async () => {
    const link = await made();
    expect(await unlinkAgain(gatewayOf(losesAnAnswer), number, link)).toBeNull();
    expect(await linked()).toBeNull();
  });

  it("works although something else of the number has changed since", async () => {
    const link = await made();
    dataverse.system("PATCH", `msgn_contactnumbers(${number})`, { msgn_blockreason: "Another" });
    expect(await unlinkAgain(gatewayOf(), number, link)).toBeNull();
    expect(await linked()).toBeNull();
  });

  it("leaves what a colleague has made of it since, and says what that is", async () => {
    const link = await made();
    await linkCustomer(gatewayOf(), number, jane.customer, acme);
    expect(await unlinkAgain(gatewayOf(), number, link)).toMatchObject({ customer: acme.customer });
    expect(await linked()).toEqual(acme.customer);
  });

  it("is said not to be done where it never arrived, and where nothing can be read either", async () => {
    const link = await made();
    await expect(unlinkAgain(gatewayOf(writesNothing), number, link)).rejects.toMatchObject({ mayBeDone: false });
    const deaf = gatewayOf(() => () => Promise.reject(new TypeError("cut")));
    await expect(unlinkAgain(deaf, number, link)).rejects.toMatchObject({ name: "RequestFailed" });
    expect(await linked()).toEqual(jane.customer);
  });
});
