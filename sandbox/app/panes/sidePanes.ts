import { friendlyTemper } from "../../model";
import type { Temper } from "../../model";
import type { Page } from "../navigation/address";
import { pageOfInput } from "../navigation/pageOfInput";
import type { PageInput } from "../navigation/pageOfInput";
import { Observable } from "../observable";

/** What `createPane` takes. */
export interface PaneOptions {
  readonly paneId?: string;
  readonly title?: string;
  readonly imageSrc?: string;
  readonly canClose?: boolean;
  readonly alwaysRender?: boolean;
  readonly keepBadgeOnSelect?: boolean;
  readonly isSelected?: boolean;
  readonly hideHeader?: boolean;
  readonly hidden?: boolean;
  /** Pixels. */
  readonly width?: number;
  readonly badge?: PaneBadge;
}

/** A number, true for a dot, false for none. */
export type PaneBadge = number | boolean;

/** One side pane. */
export interface Pane {
  readonly paneId: string;
  readonly canClose: boolean;
  readonly alwaysRender: boolean;
  title: string;
  imageSrc: string;
  keepBadgeOnSelect: boolean;
  hideHeader: boolean;
  hidden: boolean;
  width: number;
  badge: PaneBadge;
  page: Page | undefined;
  /** The number of its last navigation among all of the panes: a new one is a new load of the page. */
  visit: number;
  /** It has been selected at least once. */
  wasSelected: boolean;
}

const optionNames = new Set([
  ...[
    "paneId",
    "title",
    "imageSrc",
    "canClose",
    "alwaysRender",
    "keepBadgeOnSelect",
    "isSelected",
    "hideHeader",
    "hidden",
    "width",
    "badge",
  ],
]);

/** The side panes of the app: the rail at the right and what is open beside it. */
export class SidePanes extends Observable {
  panes: readonly Pane[] = [];
  private selectedId: string | undefined;
  private expanded = false;
  private made = 0;
  private navigations = 0;

  constructor(private readonly temper: Temper = friendlyTemper) {
    super();
  }

  /** The pane that is selected, open or collapsed. */
  get selected(): Pane | undefined {
    return this.find(this.selectedId);
  }

  /** 0 collapsed, 1 expanded. */
  get state(): number {
    return this.expanded ? 1 : 0;
  }

  set state(state: number) {
    if (state !== 0 && state !== 1) throw new Error(`sidePanes.state is 0 (collapsed) or 1 (expanded), not ${String(state)}.`);
    this.expanded = state === 1;
    this.changed();
  }

  /** The pane on screen now. */
  get open(): Pane | undefined {
    return this.expanded ? this.selected : undefined;
  }

  find(paneId: string | undefined): Pane | undefined {
    return this.panes.find((pane) => pane.paneId === paneId);
  }

  /**
   * Makes a pane; selected and expanded unless the options say otherwise.
   * @throws Error for an id that is taken and for unknown options
   */
  create(options: PaneOptions): Pane {
    const unknown = Object.keys(options).filter((name) => !optionNames.has(name));
    if (unknown.length > 0) throw new Error(`The sandbox does not support the pane options ${unknown.join(", ")}.`);
    this.made += 1;
    const paneId = options.paneId ?? `pane-${this.made}`;
    if (this.find(paneId) !== undefined) throw new Error(`There is already a side pane "${paneId}".`);
    const pane: Pane = {
      paneId,
      title: options.title ?? "",
      imageSrc: options.imageSrc ?? "",
      canClose: options.canClose ?? true,
      alwaysRender: options.alwaysRender ?? false,
      keepBadgeOnSelect: options.keepBadgeOnSelect ?? false,
      hideHeader: options.hideHeader ?? false,
      hidden: options.hidden ?? false,
      width: options.width ?? 340,
      badge: options.badge ?? false,
      page: undefined,
      visit: 0,
      wasSelected: false,
    };
    this.panes = [...this.panes, pane];
    if (options.isSelected ?? true) this.select(pane);
    else this.changed();
    return pane;
  }

  /** Selects a pane and expands the panes. */
  select(pane: Pane): void {
    this.selectedId = pane.paneId;
    pane.wasSelected = true;
    this.expanded = true;
    if (!pane.keepBadgeOnSelect) pane.badge = false;
    this.changed();
  }

  /** The user pressed the pane's icon: opens it, or collapses it when it is the open one. */
  toggle(pane: Pane): void {
    if (this.open === pane) this.state = 0;
    else this.select(pane);
  }

  /** Takes the pane away. */
  close(pane: Pane): void {
    this.panes = this.panes.filter((other) => other !== pane);
    if (this.selectedId === pane.paneId) {
      this.selectedId = undefined;
      this.expanded = false;
    }
    this.changed();
  }

  /**
   * Loads a page in the pane.
   * @throws Error for a kind of page that panes of the sandbox do not take
   */
  navigate(pane: Pane, input: PageInput): void {
    pane.page = pageOfInput(input, this.temper);
    pane.visit = this.navigations += 1;
    this.changed();
  }

  /** Changes something of a pane. */
  update(
    pane: Pane,
    change: Partial<Pick<Pane, "title" | "imageSrc" | "keepBadgeOnSelect" | "hideHeader" | "hidden" | "width" | "badge">>,
  ): void {
    Object.assign(pane, change);
    this.changed();
  }

  /**
   * True when the pane's page is mounted: it is on screen, or has `alwaysRender`. Microsoft documents that option as "prevents the pane
   * from unmounting when hidden"; whether it also mounts a pane that was never selected is not documented, and up to the temper.
   */
  isMounted(pane: Pane): boolean {
    if (this.open === pane) return true;
    return pane.alwaysRender && (pane.wasSelected || this.temper.unselectedPane === "friendly");
  }

  /** Of the pages that are mounted in panes, the one that was opened last. */
  get latestPage(): Page | undefined {
    const mounted = this.panes.filter((pane) => this.isMounted(pane) && pane.page !== undefined);
    return mounted.sort((one, other) => other.visit - one.visit)[0]?.page;
  }
}
