import { type Catalog, propertyName, type TableInfo } from "../catalog";
import { badQuery, notSupported } from "../errors";
import {
  AGGREGATE_LIMIT,
  type AggregateFunction,
  type Condition,
  type Order,
  type Output,
  PAGE_SIZE,
  type Query,
  type Source,
} from "../query/model";
import { readableColumns } from "../query/shape";
import { type ConditionContext, fetchColumn, readFilter } from "./conditions";
import { linkType } from "./linkType";
import { checkNode, type FetchNode, isTrue, need, parseFetchXml, positive } from "./xml";

/** Harmless: they say how, not what. */
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
const LINK_ATTRIBUTES = [
  "name",
  "from",
  "to",
  "alias",
  "link-type",
  "visible",
  "intersect",
  "enableprefiltering",
  "prefilterparametername",
];
const ATTRIBUTE_ATTRIBUTES = ["name", "alias", "aggregate", "groupby", "distinct", "dategrouping", "usertimezone", "addedby"];
const AGGREGATES: readonly AggregateFunction[] = ["count", "countcolumn", "min", "max", "sum", "avg"];
const ALIAS = /^[A-Za-z_][A-Za-z0-9_.]{0,127}$/;

/** Dataverse joins at most this many tables. */
const MOST_LINKS = 15;

class FetchReader {
  private readonly sources: Source[] = [];
  private readonly nodes: { readonly source: Source; readonly node: FetchNode }[] = [];
  private readonly outputs: Output[] = [];
  private readonly orders: Order[] = [];
  private readonly context: ConditionContext;

  constructor(
    private readonly catalog: Catalog,
    userId: string,
    private readonly isAggregate: boolean,
    private readonly isDistinct: boolean,
  ) {
    this.context = {
      userId,
      sourceNamed: (alias) => this.sources.find((one) => one.join && one.name.toLowerCase() === alias.toLowerCase()),
    };
  }

  read(
    entity: FetchNode,
    table: TableInfo,
  ): { sources: [Source, ...Source[]]; outputs: readonly Output[]; orders: readonly Order[]; filter: Condition } {
    checkNode(
      entity,
      ["name", "enableprefiltering", "prefilterparametername"],
      ["attribute", "all-attributes", "filter", "order", "link-entity"],
    );
    const root: Source = { table, alias: "t0", name: "" };
    this.sources.push(root);
    this.nodes.push({ source: root, node: entity });
    this.readLinks(entity, root);
    // Conditions may name any link-entity, so they are read once all are known.
    const filter = this.filterOf(entity, root);
    const [first, ...links] = this.sources.map((source, index) => this.withFilter(source, index));
    for (const { source, node } of this.nodes) this.readOutputs(node, source);
    for (const { source, node } of this.nodes) this.readOrders(node, source);
    if (this.outputs.length === 0) this.addDefaults(root);
    this.checkOutputs();
    return { sources: [first ?? root, ...links], outputs: this.outputs, orders: this.orders, filter };
  }

  private readLinks(parentNode: FetchNode, parent: Source): void {
    for (const node of parentNode.children.filter((one) => one.name === "link-entity")) {
      checkNode(node, LINK_ATTRIBUTES, ["attribute", "all-attributes", "filter", "order", "link-entity"]);
      const name = need(node, "name").toLowerCase();
      const table = this.catalog.tables.get(name);
      if (!table) throw badQuery(`The entity with a name = '${name}' with namemapping = 'Logical' was not found in the MetadataCache.`);
      const kind = linkType(node, this.isAggregate);
      const index = this.sources.length;
      if (index > MOST_LINKS) throw badQuery(`Number of link entities in query exceeded maximum limit of ${MOST_LINKS}.`);
      const alias = node.attributes["alias"] ?? `${name}${index}`;
      if (!ALIAS.test(alias)) throw badQuery(`Invalid alias '${alias}'.`);
      if (this.context.sourceNamed(alias)) throw badQuery(`The alias '${alias}' is used twice.`);
      const bare: Source = { table, alias: `t${index}`, name: alias };
      const source: Source = {
        ...bare,
        join: { parent, kind, from: fetchColumn(bare, need(node, "from")), to: fetchColumn(parent, need(node, "to")) },
      };
      this.sources.push(source);
      this.nodes.push({ source, node });
      this.readLinks(node, source);
    }
  }

  private filterOf(node: FetchNode, source: Source): Condition {
    return { kind: "all", items: node.children.filter((one) => one.name === "filter").map((one) => readFilter(one, source, this.context)) };
  }

  private withFilter(source: Source, index: number): Source {
    const node = this.nodes[index]?.node;
    if (!source.join || !node) return source;
    const filter = this.filterOf(node, source);
    return filter.kind === "all" && filter.items.length > 0 ? { ...source, join: { ...source.join, filter } } : source;
  }

  private readOutputs(node: FetchNode, source: Source): void {
    for (const one of node.children) {
      if (one.name === "all-attributes") {
        if (this.isAggregate) throw badQuery("all-attributes cannot be used in an aggregate query.");
        for (const column of readableColumns(source.table)) this.outputs.push(this.plainOutput(source, column));
      } else if (one.name === "attribute") this.readAttribute(one, source);
    }
  }

  private plainOutput(source: Source, column: Output["column"]): Output {
    return { key: source.join ? `${source.name}.${column.logicalName}` : propertyName(column), source, column };
  }

  private readAttribute(node: FetchNode, source: Source): void {
    checkNode(node, ATTRIBUTE_ATTRIBUTES, []);
    const column = fetchColumn(source, need(node, "name"));
    const alias = node.attributes["alias"];
    if (alias !== undefined && !ALIAS.test(alias)) throw badQuery(`Invalid alias '${alias}'.`);
    if (node.attributes["dategrouping"] !== undefined) throw notSupported("dategrouping in FetchXML");
    const isGroup = isTrue(node.attributes["groupby"]);
    const named = node.attributes["aggregate"];
    if (!this.isAggregate) {
      if (named !== undefined || isGroup) throw badQuery("An attribute with aggregate or groupby needs aggregate='true' on <fetch>.");
      this.outputs.push(alias === undefined ? this.plainOutput(source, column) : { key: alias, source, column });
      return;
    }
    if (alias === undefined) throw badQuery(`The attribute '${column.logicalName}' of an aggregate query needs an alias.`);
    if (isGroup) {
      if (column.type === "datetime") throw notSupported("grouping by a date without dategrouping in FetchXML");
      this.outputs.push({ key: alias, source, column });
      return;
    }
    const aggregate = AGGREGATES.find((one) => one === named);
    if (!aggregate) throw badQuery(`The attribute '${column.logicalName}' of an aggregate query needs aggregate or groupby.`);
    const isNumber = ["integer", "decimal", "bigint"].includes(column.type);
    const fits =
      aggregate === "count" || aggregate === "countcolumn" || isNumber || (column.type === "datetime" && /^(min|max)$/.test(aggregate));
    if (!fits) throw badQuery(`The aggregate '${aggregate}' cannot be used on '${column.logicalName}'.`);
    this.outputs.push({ key: alias, source, column, aggregate: { function: aggregate, distinct: isTrue(node.attributes["distinct"]) } });
  }

  private readOrders(node: FetchNode, source: Source): void {
    for (const one of node.children.filter((child) => child.name === "order")) {
      checkNode(one, ["attribute", "alias", "descending", "entityname"], []);
      const descending = isTrue(one.attributes["descending"]);
      const alias = one.attributes["alias"];
      if (this.isAggregate) {
        const output = this.outputs.find((known) => known.key === alias);
        if (!output) throw badQuery("An order of an aggregate query needs the alias of one of its attributes.");
        this.orders.push({ by: { output: output.key }, descending });
        continue;
      }
      const named = one.attributes["entityname"];
      const owner = named === undefined ? source : this.context.sourceNamed(named);
      if (!owner) throw badQuery(`An order names an unknown link-entity: '${named ?? ""}'.`);
      this.orders.push({ by: { source: owner, column: fetchColumn(owner, need(one, "attribute")) }, descending });
    }
  }

  private addDefaults(root: Source): void {
    if (this.isAggregate) throw badQuery("An aggregate query needs an attribute with aggregate.");
    for (const column of readableColumns(root.table)) this.outputs.push(this.plainOutput(root, column));
  }

  /** The primary key comes with every row that is not made of several. */
  private checkOutputs(): void {
    const [root] = this.sources;
    const id = root?.table.columns.get(root.table.definition.primaryId);
    if (root && id && !this.isAggregate && !this.isDistinct && !this.outputs.some((one) => one.key === id.logicalName)) {
      this.outputs.push(this.plainOutput(root, id));
    }
    const keys = new Set<string>();
    for (const { key } of this.outputs) {
      if (keys.has(key)) throw badQuery(`The attribute or alias '${key}' is used twice.`);
      keys.add(key);
    }
  }
}

/** What a FetchXML query asks for, with its page. */
export interface FetchQuery {
  readonly query: Query;
  readonly page: number;
  readonly wantsTotal: boolean;
}

/** Reads FetchXML about one table. Throws 400 for what is wrong, 501 for what the sandbox does not do. */
export function parseFetch(text: string, table: TableInfo, catalog: Catalog, userId: string): FetchQuery {
  const fetch = parseFetchXml(text);
  if (fetch.name !== "fetch") throw badQuery("FetchXML must begin with <fetch>.");
  checkNode(fetch, FETCH_ATTRIBUTES, ["entity"]);
  const [entity, ...others] = fetch.children;
  if (!entity || others.length > 0) throw badQuery("<fetch> must have one <entity>.");
  const name = need(entity, "name").toLowerCase();
  if (name !== table.name) throw badQuery(`The entity '${name}' of the FetchXML is not the one of the address ('${table.name}').`);
  const aggregate = isTrue(fetch.attributes["aggregate"]);
  const distinct = isTrue(fetch.attributes["distinct"]);
  const read = new FetchReader(catalog, userId, aggregate, distinct).read(entity, table);
  const top = positive(fetch, "top");
  const count = positive(fetch, "count");
  const page = positive(fetch, "page") ?? 1;
  if (top !== undefined && (count !== undefined || fetch.attributes["page"] !== undefined)) {
    throw badQuery("The top attribute can't be specified with paging attribute page.");
  }
  if (top !== undefined && top > PAGE_SIZE) throw badQuery(`The top attribute cannot be higher than ${PAGE_SIZE}.`);
  const limit = Math.min(top ?? count ?? PAGE_SIZE, PAGE_SIZE);
  const wantsTotal = isTrue(fetch.attributes["returntotalrecordcount"]);
  const lowered = positive(fetch, "aggregatelimit") ?? AGGREGATE_LIMIT;
  return {
    page,
    wantsTotal,
    query: {
      sources: read.sources,
      outputs: read.outputs,
      filter: read.filter,
      orders: read.orders,
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
