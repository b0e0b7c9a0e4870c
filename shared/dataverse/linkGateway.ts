/** The server of linking a number to a customer: Dataverse, through its Web API. */
import { asFailure, RequestFailed } from "../domain/failure";
import { isSameNumber } from "../domain/numberDigits";
import { DEFAULT_PHONE_COLUMNS, phoneColumnsOf } from "../domain/phoneColumns";
import type { CustomerTable, PhoneColumns } from "../domain/phoneColumns";
import { sessionName } from "../domain/sessionName";
import type { FoundCustomer, FoundCustomers, LinkGateway, NewLink } from "../thread/linkPorts";
import { changeSetOf, firstBodyOf } from "./batch";
import type { ApiClient, ApiRequest } from "./client";
import {
  CUSTOMER_TABLES,
  customersByWordsQuery,
  EMAIL,
  holdersQuery,
  MOST_CUSTOMERS,
  numberLinkQuery,
  sessionNamesQuery,
} from "./customerQueries";
import { bound, lookupValue } from "./names";
import * as CONFIGURATION from "./names/configuration";
import * as CONTACT_NUMBER from "./names/contactNumber";
import * as SESSION from "./names/session";
import { CHANGED_BY, configurationQuery, contactNumberPath, sessionPath, WITH_NAMES_AND_TABLES } from "./queries";
import { displayName, etagOf, rowOf, rowsOf, textOf } from "./rows";
import type { Row } from "./rows";
import { customerOf } from "./threadRows";
import { guid } from "./values";

const TABLES: readonly CustomerTable[] = ["contact", "account"];
const CUSTOMER = lookupValue(CONTACT_NUMBER.customer);

/** Makes it. */
export function createLinkGateway(client: ApiClient): LinkGateway {
  const get = (path: string) => client({ method: "GET", path, headers: WITH_NAMES_AND_TABLES });

  async function readColumns(): Promise<PhoneColumns> {
    const [row] = rowsOf((await get(configurationQuery(CONFIGURATION.phoneColumns))).body);
    return phoneColumnsOf(row ? textOf(row, CONFIGURATION.phoneColumns) : "");
  }

  /** Asks both tables. Who may read only one of them finds what is there; a column that somebody has named and that is not there makes the usual ones count. */
  async function find(
    queryOf: (table: CustomerTable, columns: readonly string[]) => string | null,
    isMeant: (found: FoundCustomer) => boolean,
  ): Promise<FoundCustomers> {
    const columns = await readColumns();
    const ask = async (table: CustomerTable): Promise<readonly FoundCustomer[] | RequestFailed> => {
      const read = async (of: PhoneColumns) => {
        const query = queryOf(table, of[table]);
        return query === null ? [] : rowsOf((await get(query)).body).map((row) => foundCustomer(table, of[table], row));
      };
      try {
        return await read(columns).catch((error: unknown) => {
          // 400: the table has no such column. An outage is one of the usual columns, too.
          if (error instanceof RequestFailed && error.status === 400 && columns !== DEFAULT_PHONE_COLUMNS)
            return read(DEFAULT_PHONE_COLUMNS);
          throw error;
        });
      } catch (error) {
        if (error instanceof RequestFailed && error.kind === "denied") return error;
        throw error;
      }
    };
    const answers = await Promise.all(TABLES.map(ask));
    const lists = answers.filter((answer): answer is readonly FoundCustomer[] => Array.isArray(answer));
    const [denied] = answers;
    if (lists.length === 0 && denied instanceof RequestFailed) throw denied;
    const items = lists.flat().filter(isMeant);
    return {
      items: items.slice(0, MOST_CUSTOMERS),
      hasMore: items.length > MOST_CUSTOMERS || lists.some((list) => list.length > MOST_CUSTOMERS),
    };
  }

  return {
    async readLink(contactNumberId) {
      const answer = await get(numberLinkQuery(contactNumberId));
      const row = rowOf(answer.body, CONTACT_NUMBER.id, guid(contactNumberId));
      return {
        etag: etagOf(answer),
        customer: customerOf(row),
        customerName: displayName(row, CUSTOMER),
        isLeftWithout: row[CONTACT_NUMBER.withoutCustomer] === true,
        changedBy: displayName(row, CHANGED_BY),
      };
    },

    async writeLink(contactNumberId, link, etag) {
      const { body } = await get(numberLinkQuery(contactNumberId));
      const number = textOf(rowOf(body, CONTACT_NUMBER.id, guid(contactNumberId)), CONTACT_NUMBER.phoneNumber);
      const sessions = rowsOf((await get(sessionNamesQuery(contactNumberId))).body);
      const written: ApiRequest = {
        method: "PATCH",
        path: `${contactNumberPath(contactNumberId)}?$select=statecode`,
        headers: { "If-Match": etag, Prefer: "return=representation" },
        body: linkColumns(link),
      };
      const answer = await client(changeSetOf([written, ...sessions.flatMap((row) => renamed(row, link.customerName || number))]));
      const row = rowOf(firstBodyOf(answer.body), CONTACT_NUMBER.id, guid(contactNumberId));
      return etagOf({ body: row, etag: null });
    },

    findHolders: (number) =>
      find(
        (table, columns) => (columns.length === 0 ? null : holdersQuery(table, columns, number)),
        ({ numbers }) => numbers.some((written) => isSameNumber(written, number)),
      ),

    findCustomers: (words) =>
      find(
        (table, columns) => customersByWordsQuery(table, columns, words),
        () => true,
      ),

    async readNumberColumn() {
      const [usual = ""] = DEFAULT_PHONE_COLUMNS.contact;
      const [named = usual] = (await readColumns()).contact;
      if (named === usual) return usual;
      try {
        await get(`${CUSTOMER_TABLES.contact.set}?$select=${named}&$top=1`);
      } catch (error) {
        if (asFailure(error).kind === "failed") return usual;
        // Who may make contacts and read none is told by the form.
        if (asFailure(error).kind !== "denied") throw error;
      }
      return named;
    },
  };
}

/** Whoever is linked by hand may be linked by the gateway again, should the record be deleted. */
function linkColumns({ customer, isLeftWithout }: NewLink): Row {
  const lookup = customer
    ? { [bound(`${CONTACT_NUMBER.customer}_${customer.table}`)]: `/${CUSTOMER_TABLES[customer.table].set}(${guid(customer.id)})` }
    : // A lookup of several tables is emptied by any one of them.
      { [bound(`${CONTACT_NUMBER.customer}_contact`)]: null };
  return { ...lookup, [CONTACT_NUMBER.withoutCustomer]: isLeftWithout };
}

/** A write that gives a conversation its name; none where it has it. */
function renamed(row: Row, customer: string): readonly ApiRequest[] {
  const name = sessionName(customer, textOf(row, SESSION.businessNumber));
  if (name === textOf(row, SESSION.name)) return [];
  return [{ method: "PATCH", path: sessionPath(textOf(row, SESSION.id)), headers: { "If-Match": "*" }, body: { [SESSION.name]: name } }];
}

function foundCustomer(table: CustomerTable, columns: readonly string[], row: Row): FoundCustomer {
  const { id, name, company } = CUSTOMER_TABLES[table];
  return {
    table,
    id: textOf(row, id).toLowerCase(),
    name: textOf(row, name),
    company: company ? displayName(row, lookupValue(company)) : "",
    email: textOf(row, EMAIL),
    numbers: columns.map((column) => textOf(row, column)).filter(Boolean),
  };
}
