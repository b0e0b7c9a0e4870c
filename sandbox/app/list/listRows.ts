import type { View } from "../../model";
import type { OnlyRows } from "../navigation/address";
import { Observable } from "../observable";
import type { Session } from "../session/session";
import type { Row } from "../webapi/webApiClient";
import { pageQuery } from "./pageQuery";
import type { Sorting } from "./pageQuery";
import { storedView } from "./storedView";

const pageSize = 50;

/** The rows of a view, loaded page by page. */
export class ListRows extends Observable {
  rows: readonly Row[] = [];
  status: "loading" | "ready" | "failed" = "loading";
  failure: unknown = undefined;
  more = false;
  sorting: Sorting | undefined;
  private page = 0;
  private cookie: string | undefined;
  private latest = 0;

  private readonly view: View;

  constructor(
    private readonly session: Session,
    view: View,
    private readonly only?: OnlyRows,
  ) {
    super();
    this.view = storedView(session, view);
  }

  /** Loads the first page anew; the rows that are there stay until the answer comes. */
  reload(): Promise<void> {
    this.page = 0;
    this.cookie = undefined;
    return this.load(false);
  }

  /** Loads the next page below the rows that are there. */
  loadMore(): Promise<void> {
    return this.load(true);
  }

  /** Orders by a column; a second time the other way round. */
  sort(column: string): Promise<void> {
    this.sorting = { column, descending: this.sorting?.column === column && !this.sorting.descending };
    return this.reload();
  }

  private async load(append: boolean): Promise<void> {
    const request = ++this.latest;
    this.status = "loading";
    this.changed();
    try {
      const fetchXml = pageQuery(this.view, { number: this.page + 1, size: pageSize, cookie: this.cookie }, this.sorting, this.only);
      const set = this.session.table(this.view.table).entitySetName;
      const answer = await this.session.api.getRows(`${set}?fetchXml=${encodeURIComponent(fetchXml)}`);
      if (request !== this.latest) return;
      this.rows = append ? [...this.rows, ...answer.rows] : answer.rows;
      this.more = answer.more;
      this.cookie = cookieOf(answer.cookie);
      this.page += 1;
      this.status = "ready";
    } catch (error) {
      if (request !== this.latest) return;
      this.failure = error;
      this.status = "failed";
    }
    this.changed();
  }
}

/** The annotation wraps the cookie in an element and encodes it twice; FetchXML takes what is inside. */
function cookieOf(annotation: string | undefined): string | undefined {
  if (annotation === undefined || annotation === "") return undefined;
  const encoded = /pagingcookie="([^"]*)"/.exec(annotation)?.[1];
  return encoded === undefined ? annotation : decodeURIComponent(decodeURIComponent(encoded));
}
