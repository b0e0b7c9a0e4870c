/** The blocked numbers, as the open panel lists them: read when they are looked at, a page at a time, and unblocked one by one. */
import { RequestFailed } from "../domain/failure";
import { blockAgain, unblock } from "./block";
import type { BlockedNumber, PanelGateway } from "./panelPorts";
import { noticeOf } from "./noticeOf";
import { problemKind } from "./problemKind";
import type { NoticeKind, ProblemKind } from "./snapshot";
import { createStore } from "./store";

/** One number of the list. */
export interface BlockedRow {
  /** As it was read; its etag is that of the row as it is now. */
  readonly number: BlockedNumber;
  /** Unblocked here: it keeps its place, and can be blocked again as it was. */
  readonly isUnblocked: boolean;
  /** The server is asked to unblock it, or to block it again. */
  readonly isPending: boolean;
  /** Why that was not done; null: nothing failed. */
  readonly failure: NoticeKind | null;
}

/** What there is of the list. */
export interface BlockedListState {
  /** Null: not read yet. */
  readonly rows: readonly BlockedRow[] | null;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Why the last reading failed; what was read before stays. */
  readonly problem: ProblemKind | null;
}

/** The list of one panel. Nothing here throws or rejects. */
export interface BlockedList {
  /** The same object until it changes. */
  readonly get: () => BlockedListState;
  /** Calls `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the numbers that these words find; empty: all. Also to read them anew. */
  search(words: string): void;
  /** A number has been blocked from elsewhere: the first page is read anew, and what is new on it comes first. The rows that are there stay as they are. */
  renew(): void;
  /** Reads the next page, or again what could not be read. */
  more(): void;
  /** Unblocks a number of the list; one that was unblocked here is blocked again as it was. */
  toggle(id: string): void;
}

/** What the list works with. */
export interface BlockedListTools {
  readonly server: Pick<PanelGateway, "readBlockedNumbers" | "readContactNumber" | "setBlocked">;
  /** Whether the browser has a network. */
  readonly isOnline: () => boolean;
  /** A number was unblocked, or blocked again: its id. */
  readonly onChanged: (id: string) => void;
  /** Takes a bug. */
  readonly report: (bug: unknown) => void;
}

/** Makes it; nothing is read before `search`. */
export function createBlockedList(tools: BlockedListTools): BlockedList {
  const { server, isOnline, onChanged, report } = tools;
  const store = createStore<BlockedListState>({ rows: null, hasMore: false, isLoading: false, problem: null });
  let words = "";
  /** How many pages are read; 0: none of these words. */
  let page = 0;
  /** The page that could not be read; 0: none. */
  let failedPage = 0;
  /** The first page is to be read anew once the page has come that is being read. */
  let isOwed = false;
  /** Answers to earlier questions are passed over. */
  let question = 0;

  const problemOf = (error: unknown): ProblemKind => {
    if (error instanceof RequestFailed) return problemKind(error.kind, { isOnline });
    report(error);
    return "failed";
  };

  async function read(wanted: number): Promise<void> {
    question += 1;
    const own = question;
    failedPage = 0;
    store.set({ isLoading: true, problem: null });
    try {
      const { items, hasMore } = await server.readBlockedNumbers(words, wanted);
      if (own !== question) return;
      const before = page > 0 ? (store.get().rows ?? []) : [];
      // Rows move from page to page while they are read.
      const known = new Set(before.map(({ number }) => number.id));
      if (wanted > page) {
        page = wanted;
        const added = items.filter(({ id }) => !known.has(id)).map(rowOf);
        store.set({ rows: [...before, ...added], hasMore, isLoading: false });
      } else {
        // What comes after a row that is there was blocked before it.
        const end = items.findIndex(({ id }) => known.has(id));
        const added = items.slice(0, end < 0 ? items.length : end).map(rowOf);
        store.set({ rows: [...added, ...before], isLoading: false });
      }
    } catch (error) {
      const problem = problemOf(error);
      if (own !== question) return;
      failedPage = wanted;
      store.set({ isLoading: false, problem });
    }
    if (isOwed) renew();
  }

  function renew(): void {
    isOwed = page > 0 && store.get().isLoading;
    if (!isOwed) void read(1);
  }

  const change = (id: string, to: Partial<BlockedRow>): void => {
    const rows = store.get().rows?.map((row) => (row.number.id === id ? { ...row, ...to } : row));
    if (rows) store.set({ rows });
  };

  async function write({ number, isUnblocked }: BlockedRow): Promise<void> {
    const { id } = number;
    if (!isOnline()) {
      change(id, { failure: "notSent" });
      return;
    }
    change(id, { isPending: true, failure: null });
    try {
      const { block, etag: before } = number;
      const etag = await (isUnblocked ? blockAgain(server, id, block, before) : unblock(server, id, { before: null, etag: before }));
      change(id, { number: { ...number, etag }, isUnblocked: !isUnblocked, isPending: false });
      onChanged(id);
    } catch (error) {
      const why = noticeOf(error, { isOnline, report });
      change(id, { isPending: false, failure: why === "gone" ? "changed" : why });
    }
  }

  return {
    get: () => store.get(),
    subscribe: store.subscribe,
    search(wanted) {
      words = wanted;
      page = 0;
      isOwed = false;
      void read(1);
    },
    renew,
    more: () => void read(failedPage || page + 1),
    toggle(id) {
      const row = store.get().rows?.find(({ number }) => number.id === id);
      if (row && !row.isPending) void write(row);
    },
  };
}

const rowOf = (number: BlockedNumber): BlockedRow => ({ number, isUnblocked: false, isPending: false, failure: null });
