import type { Chart, ChartDrawing, View } from "../../model";
import { displayText, plainText, textIn } from "../form/value";
import { Observable } from "../observable";
import type { OnlyRows } from "../navigation/address";
import type { Session } from "../session/session";
import type { Row } from "../webapi/webApiClient";
import { chartQuery } from "./chartQuery";

/** A bar, a column or a piece. */
export interface ChartPoint {
  readonly label: string;
  readonly figure: number;
  /** The rows behind it; undefined where a list cannot be filtered by it. */
  readonly only: OnlyRows | undefined;
}

/** What people read where a group has no value. */
const BLANK = "(blank)";

/** The figures of a chart, read as the user who looks at it. */
export class ChartPoints extends Observable {
  points: readonly ChartPoint[] = [];
  status: "loading" | "ready" | "failed" = "loading";
  failure: unknown = undefined;
  private latest = 0;

  constructor(
    private readonly session: Session,
    private readonly chart: Chart,
    private readonly drawing: ChartDrawing,
    private readonly view: View,
  ) {
    super();
  }

  /** Reads them anew; those that are there stay until the answer comes. */
  async reload(): Promise<void> {
    const request = ++this.latest;
    this.status = "loading";
    this.changed();
    try {
      const set = this.session.table(this.chart.table).entitySetName;
      const query = encodeURIComponent(chartQuery(this.chart.fetchXml, this.view));
      const { rows } = await this.session.api.getRows(`${set}?fetchXml=${query}`);
      if (request !== this.latest) return;
      this.points = rows.map((row) => this.pointOf(row));
      this.status = "ready";
    } catch (error) {
      if (request !== this.latest) return;
      this.failure = error;
      this.status = "failed";
    }
    this.changed();
  }

  private pointOf(row: Row): ChartPoint {
    const { category, measure, column, via } = this.drawing;
    const raw = row[category];
    const isBlank = raw === undefined || raw === null;
    const value = plainText(raw);
    const only = column === undefined ? undefined : { column, ...(isBlank ? {} : { value }), ...(via === undefined ? {} : { via }) };
    return { label: isBlank ? BLANK : this.labelOf(row, raw), figure: Number(row[measure] ?? 0), only };
  }

  /** Choices in the user's language, all else as the server formats it. */
  private labelOf(row: Row, raw: unknown): string {
    const { category, column: name, via } = this.drawing;
    const column = this.session.table(via?.table ?? this.chart.table).columns.find(({ logicalName }) => logicalName === name);
    if (column?.options !== undefined && (typeof raw === "number" || typeof raw === "boolean"))
      return displayText(column, raw, this.session.languageId) ?? BLANK;
    return textIn(row, category) || BLANK;
  }
}
