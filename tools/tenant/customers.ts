/** Customers that do not exist: numbers of the range that is kept for fiction, with conversations that the program makes and removes. */
import { randomInt, randomUUID } from "node:crypto";
import { bound, INBOUND } from "../../shared/dataverse/names";
import * as CONTACT_NUMBER from "../../shared/dataverse/names/contactNumber";
import * as MESSAGE from "../../shared/dataverse/names/message";
import * as SESSION from "../../shared/dataverse/names/session";
import type { Customer } from "../../tests/pageObjects/mainFlow";
import type { MadeRows } from "./madeRows";
import type { WebApi } from "./webApi";

/** Makes customers, and their texts. */
export interface Customers {
  /** A customer with a number that the environment does not have yet. No contact is made: the customer is called by the number. */
  create(): Promise<Customer>;
  /** The row of the customer's contact number. */
  numberId(customer: Customer): Promise<string>;
  /** The row of the customer's conversation. */
  sessionId(customer: Customer): Promise<string>;
  /** A customer's text arrives, as if so many minutes ago. The first one begins the conversation. */
  text(customer: Customer, body: string, minutesAgo?: number): Promise<void>;
}

const BUSINESS_NUMBER = "+12025550199";

/** @param api the administrator's: the role SMS Administrator may make and remove all these rows */
export function createCustomers(api: WebApi, made: MadeRows): Customers {
  const numberIds = new Map<string, Promise<string>>();
  const sessions = new Map<string, Promise<string>>();

  const once = (ids: Map<string, Promise<string>>, number: string, make: () => Promise<string>): Promise<string> => {
    const id = ids.get(number) ?? make();
    ids.set(number, id);
    return id;
  };

  const numberId = ({ number }: Customer) =>
    once(numberIds, number, () =>
      made.make(CONTACT_NUMBER.set, CONTACT_NUMBER.id, { [CONTACT_NUMBER.phoneNumber]: number }, `contact number ${number}`),
    );

  const sessionId = (customer: Customer) =>
    once(sessions, customer.number, async () => {
      const row = {
        [SESSION.name]: `Tenant check, ${customer.number}`,
        [SESSION.businessNumber]: BUSINESS_NUMBER,
        [bound(SESSION.contactNumber)]: `/${CONTACT_NUMBER.set}(${await numberId(customer)})`,
      };
      return made.make(SESSION.set, SESSION.id, row, `session of ${customer.number}`);
    });

  return {
    async create() {
      for (;;) {
        const number = `+1${randomInt(201, 990)}55501${String(randomInt(0, 100)).padStart(2, "0")}`;
        const filter = `$filter=${CONTACT_NUMBER.phoneNumber} eq '${encodeURIComponent(number)}'`;
        const there = await api.list(`${CONTACT_NUMBER.set}?$select=${CONTACT_NUMBER.id}&$top=1&${filter}`);
        if (there.length === 0 && !numberIds.has(number)) return { name: number, number };
      }
    },
    numberId,
    sessionId,
    async text(customer, body, minutesAgo = 0) {
      const row = {
        [MESSAGE.name]: `Tenant check: ${body}`.slice(0, 100),
        [MESSAGE.body]: body,
        [MESSAGE.direction]: INBOUND,
        [MESSAGE.providerId]: `tenant-check-${randomUUID()}`,
        [MESSAGE.receivedOn]: new Date(api.now().getTime() - minutesAgo * 60_000).toISOString(),
        [bound(MESSAGE.session)]: `/${SESSION.set}(${await sessionId(customer)})`,
      };
      await made.make(MESSAGE.set, MESSAGE.id, row, `message “${body}” of ${customer.number}`);
    },
  };
}
