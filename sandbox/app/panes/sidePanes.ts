import { plainId } from "../navigation/address";
import type { Page } from "../navigation/address";
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

/** What `pane.navigate` takes. */
export interface PaneInput {
  readonly pageType: string;
  readonly entityName?: string;
  readonly entityId?: string;
  readonly formId?: string;
  readonly viewId?: string;
  readonly dashboardId?: string;
}

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
  /** Counts navigations: each is a new load of the page. */
  visit: number;
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
    };
    this.panes = [...this.panes, pane];
    if (options.isSelected ?? true) this.select(pane);
    else this.changed();
    return pane;
  }

  /** Selects a pane and expands the panes. */
  select(pane: Pane): void {
    this.selectedId = pane.paneId;
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
  navigate(pane: Pane, input: PaneInput): void {
    pane.page = pageOfInput(input);
    pane.visit += 1;
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
   * from unmounting when hidden"; that it also mounts a pane that was never selected is an assumption.
   */
  isMounted(pane: Pane): boolean {
    return this.open === pane || pane.alwaysRender;
  }
}

/**
 * The page that the client API's page input means.
 * @throws Error for what the sandbox does not support
 */
export function pageOfInput(input: PaneInput): Page {
  const { entityName, dashboardId } = input;
  if (input.pageType === "dashboard") {
    return { pageType: "dashboard", ...(dashboardId === undefined ? {} : { dashboardId: plainId(dashboardId) }) };
  }
  if (entityName === undefined || entityName === "") throw new Error(`A page input of type ${input.pageType} needs an entityName.`);
  if (input.pageType === "entitylist") {
    return { pageType: "entitylist", entityName, ...(input.viewId === undefined ? {} : { viewId: plainId(input.viewId) }) };
  }
  if (input.pageType === "entityrecord") {
    return {
      pageType: "entityrecord",
      entityName,
      ...(input.entityId === undefined ? {} : { entityId: plainId(input.entityId) }),
      ...(input.formId === undefined ? {} : { formId: plainId(input.formId) }),
    };
  }
  throw new Error(`The sandbox does not support pages of type "${input.pageType}".`);
}
