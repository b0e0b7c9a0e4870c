import { Observable } from "../observable";
import { addressOf, pageOf } from "./address";
import type { Page } from "./address";

/** Asked before the page is left: true lets it go. */
export type LeaveGuard = () => Promise<boolean>;

interface Place {
  readonly shell: true;
  readonly index: number;
}

/**
 * Which page the main area shows. It speaks the browser's history: every page has an address, back and forward work,
 * and going to the page that is already there loads it anew, as the platform does.
 */
export class Router extends Observable {
  /** The page shown now. */
  page: Page;
  /** Counts the pages shown so far: a new number is a new page load, even of the same page. */
  visit = 1;

  private guard: LeaveGuard | undefined;
  private index: number;
  private returning = false;

  constructor(
    private readonly browser: Window,
    private readonly appId: string,
    first: Page,
  ) {
    super();
    this.page = pageOf(browser.location.href) ?? first;
    const place = browser.history.state as Place | null;
    this.index = place?.shell === true ? place.index : 0;
    browser.history.replaceState(this.placeAt(this.index), "", addressOf(this.page, appId));
    browser.addEventListener("popstate", this.onPopState);
  }

  /** Stops listening to the browser. */
  dispose(): void {
    this.browser.removeEventListener("popstate", this.onPopState);
  }

  /** Sets who is asked before the page is left (a form with unsaved changes). Returns what takes it back. */
  setGuard(guard: LeaveGuard): () => void {
    this.guard = guard;
    return () => {
      if (this.guard === guard) this.guard = undefined;
    };
  }

  /** Goes to a page. Resolves with false when the user chose to stay. */
  async go(page: Page): Promise<boolean> {
    if (!(await this.mayLeave())) return false;
    const address = addressOf(page, this.appId);
    if (address === addressOf(this.page, this.appId)) {
      this.browser.history.replaceState(this.placeAt(this.index), "", address);
    } else {
      this.index += 1;
      this.browser.history.pushState(this.placeAt(this.index), "", address);
    }
    this.show(page);
    return true;
  }

  /**
   * Gives a page a better address without loading it again: the new row's id after its first save. Nothing happens where the user has gone on meanwhile.
   * @param visit the `visit` that the page was opened with
   */
  rename(page: Page, visit: number): void {
    if (visit !== this.visit) return;
    this.browser.history.replaceState(this.placeAt(this.index), "", addressOf(page, this.appId));
    this.page = page;
    this.changed();
  }

  private placeAt(index: number): Place {
    return { shell: true, index };
  }

  private show(page: Page): void {
    this.guard = undefined;
    this.page = page;
    this.visit += 1;
    this.changed();
  }

  private async mayLeave(): Promise<boolean> {
    return this.guard === undefined || (await this.guard());
  }

  private readonly onPopState = (event: PopStateEvent): void => {
    if (this.returning) {
      this.returning = false;
      return;
    }
    void this.follow(event.state as Place | null);
  };

  /** The browser has already moved: when the user stays after all, move it back. */
  private async follow(place: Place | null): Promise<void> {
    const index = place?.shell === true ? place.index : 0;
    const target = pageOf(this.browser.location.href);
    if (target === undefined) return;
    if (!(await this.mayLeave())) {
      this.returning = true;
      this.browser.history.go(this.index - index);
      return;
    }
    this.index = index;
    this.show(target);
  }
}
