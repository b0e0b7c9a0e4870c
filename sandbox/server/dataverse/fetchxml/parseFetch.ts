import type { Catalog, TableInfo } from "../catalog";
import { badQuery, notSupported, topWithPaging, unknownFetchTable, wrongCookie } from "../errors";
import { AGGREGATE_LIMIT, PAGE_SIZE } from "../query/model";
import type { Query } from "../query/model";
import type { ConditionContext } from "./conditions";
import { FetchReader } from "./fetchReader";
import { checkNode, isTrue, need, parseFetchXml, positive } from "./xml";

/** Attributes that do not change what the answer holds. */
const FETCH_IGNORED = ["version", "mapping", "output-format", "no-lock", "utc-offset", "latematerialize", "xmlns:generator"];
const FETCH_ATTRIBUTES = [
  "aggregate",
  "aggregatelimit",
  "distinct",
  "top",
  "count",
  "page",
  "paging-cookie",
  "returntotalrecordcount",
  ...FETCH_IGNORED,
];
/** What a FetchXML query asks for, with its page. */
export interface FetchQuery {
  readonly query: Query;
  readonly page: number;
}

/**
 * The cookie inside the annotation's, decoded twice, is what FetchXML takes. Here the page alone decides, so its content is not looked at.
 * @throws DataverseError 400 for anything else
 */
function checkCookie(cookie: string | undefined): void {
  if (cookie !== undefined && cookie !== "" && !/^\s*<cookie\s+page="\d+"/.test(cookie)) throw wrongCookie();
}

/**
 * Reads FetchXML about one table. `asked`: by whom and when. `counted`: the address asks for a count (`$count=true`), which is the same as `returntotalrecordcount`.
 * @throws DataverseError 400 for what is wrong, 501 for what the sandbox does not do
 */
export function parseFetch(
  text: string,
  table: TableInfo,
  catalog: Catalog,
  asked: Pick<ConditionContext, "userId" | "now">,
  counted = false,
): FetchQuery {
  const fetch = parseFetchXml(text);
  if (fetch.name !== "fetch") throw badQuery("FetchXML must begin with <fetch>.");
  checkNode(fetch, FETCH_ATTRIBUTES, ["entity"]);
  const [entity, ...others] = fetch.children;
  if (!entity || others.length > 0) throw badQuery("<fetch> must have one <entity>.");
  const name = need(entity, "name").toLowerCase();
  if (!catalog.tables.has(name)) throw unknownFetchTable(name);
  if (name !== table.name) throw badQuery(`The entity '${name}' of the FetchXML is not the one of the address ('${table.name}').`);
  const aggregate = isTrue(fetch, "aggregate");
  const distinct = isTrue(fetch, "distinct");
  const read = new FetchReader(catalog, asked, aggregate, distinct).read(entity, table);
  const top = positive(fetch, "top");
  const count = positive(fetch, "count");
  const page = positive(fetch, "page") ?? 1;
  const wantsTotal = isTrue(fetch, "returntotalrecordcount") || counted;
  const paging = ["page", "count", "paging-cookie"].find((attribute) => fetch.attributes[attribute] !== undefined);
  if (top !== undefined && (paging !== undefined || wantsTotal)) throw topWithPaging(paging ?? "returntotalrecordcount");
  if (wantsTotal && aggregate) throw notSupported("a count of the rows of an aggregate");
  if (top !== undefined && top > PAGE_SIZE) throw badQuery(`The top attribute cannot be higher than ${PAGE_SIZE}.`);
  checkCookie(fetch.attributes["paging-cookie"]);
  const limit = Math.min(top ?? count ?? PAGE_SIZE, PAGE_SIZE);
  const lowered = positive(fetch, "aggregatelimit") ?? AGGREGATE_LIMIT;
  return {
    page,
    query: {
      sources: read.sources,
      outputs: read.outputs,
      filter: read.filter,
      orders: read.orders,
      choicesBy: "text",
      aggregate,
      distinct,
      limit,
      offset: (page - 1) * limit,
      isTop: top !== undefined,
      aggregateLimit: Math.min(lowered, AGGREGATE_LIMIT),
      countAll: wantsTotal,
    },
  };
}
