import { propertyName } from "../catalog";
import type { Catalog, TableInfo } from "../catalog";
import { badQuery, notSupported, unknownFetchTable } from "../errors";
import type { AggregateFunction, Condition, Order, Output, Source } from "../query/model";
import { readableColumns } from "../query/shape";
import { fetchColumn, readFilter } from "./conditions";
import type { ConditionContext } from "./conditions";
import { linkType } from "./linkType";
import { isElsewhere } from "../platform/platformNames";
import type { XmlNode } from "../../xml";
import { checkNode, isTrue, need } from "./xml";

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

/** Reads the `<entity>` of a query: its tables, its columns, its orders and its conditions. */
export class FetchReader {
  private readonly sources: Source[] = [];
  private readonly nodes: { readonly source: Source; readonly node: XmlNode }[] = [];
  private readonly outputs: Output[] = [];
  private readonly orders: Order[] = [];
  private readonly context: ConditionContext;

  constructor(
    private readonly catalog: Catalog,
    asked: Pick<ConditionContext, "userId" | "now">,
    private readonly isAggregate: boolean,
    private readonly isDistinct: boolean,
  ) {
    this.context = {
      ...asked,
      sourceNamed: (alias) => this.sources.find((one) => one.join && one.name.toLowerCase() === alias.toLowerCase()),
    };
  }

  read(
    entity: XmlNode,
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

  private readLinks(parentNode: XmlNode, parent: Source): void {
    for (const node of parentNode.children.filter((one) => one.name === "link-entity")) {
      checkNode(node, LINK_ATTRIBUTES, ["attribute", "all-attributes", "filter", "order", "link-entity"]);
      const name = need(node, "name").toLowerCase();
      const table = this.catalog.tables.get(name);
      if (!table) throw isElsewhere(name) ? notSupported(`the platform's table '${name}'`) : unknownFetchTable(name);
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

  private filterOf(node: XmlNode, source: Source): Condition {
    return { kind: "all", items: node.children.filter((one) => one.name === "filter").map((one) => readFilter(one, source, this.context)) };
  }

  private withFilter(source: Source, index: number): Source {
    const node = this.nodes[index]?.node;
    if (!source.join || !node) return source;
    const filter = this.filterOf(node, source);
    return filter.kind === "all" && filter.items.length > 0 ? { ...source, join: { ...source.join, filter } } : source;
  }

  private readOutputs(node: XmlNode, source: Source): void {
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

  private readAttribute(node: XmlNode, source: Source): void {
    checkNode(node, ATTRIBUTE_ATTRIBUTES, []);
    const column = fetchColumn(source, need(node, "name"));
    const alias = node.attributes["alias"];
    if (alias !== undefined && !ALIAS.test(alias)) throw badQuery(`Invalid alias '${alias}'.`);
    if (node.attributes["dategrouping"] !== undefined) throw notSupported("dategrouping in FetchXML");
    const isGroup = isTrue(node, "groupby");
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
    const isDistinct = isTrue(node, "distinct");
    if (isDistinct && aggregate !== "countcolumn") throw notSupported(`distinct with the aggregate '${aggregate}' in FetchXML`);
    const isNumber = ["integer", "decimal", "bigint"].includes(column.type);
    const fits =
      aggregate === "count" || aggregate === "countcolumn" || isNumber || (column.type === "datetime" && /^(min|max)$/.test(aggregate));
    if (!fits) throw badQuery(`The aggregate '${aggregate}' cannot be used on '${column.logicalName}'.`);
    this.outputs.push({ key: alias, source, column, aggregate: { function: aggregate, distinct: isDistinct } });
  }

  private readOrders(node: XmlNode, source: Source): void {
    for (const one of node.children.filter((child) => child.name === "order")) {
      checkNode(one, ["attribute", "alias", "descending", "entityname"], []);
      const descending = isTrue(one, "descending");
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

  /**
   * The primary key comes with every row that is not made of several.
   * @throws DataverseError 400
   */
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
