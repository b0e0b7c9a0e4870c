/** The list of blocked numbers, over a server that answers when it is told to. */
import { RequestFailed } from "../../../shared/domain/failure";
import { createBlockedList } from "../../../shared/inbox/blockedList";
import type { NumberBlock } from "../../../shared/domain/numberBlock";
import type { BlockedNumber, Part } from "../../../shared/inbox/panelPorts";
import { NOON, numberBlock } from "../sessions";

export const number = (at: number): BlockedNumber => ({
  id: `n${at}`,
  etag: `W/"${at}"`,
  phoneNumber: `+1555010${at}`,
  customerName: "",
  block: numberBlock({ reason: "Advertising" }),
  blockedByName: "Ana Ruiz",
});

/** A list over a server that answers when it is told to. */
export function setUp() {
  const asked: unknown[][] = [];
  const changed: string[] = [];
  const reports: unknown[] = [];
  const answers: { give: (part: Part<BlockedNumber>) => void; refuse: (error: unknown) => void }[] = [];
  let isOnline = true;
  /** What the row notes when it is read. */
  let noted: NumberBlock | null | "no answer" = numberBlock();
  let write: () => Promise<string> = () => Promise.resolve('W/"9"');
  const list = createBlockedList({
    server: {
      readBlockedNumbers(words, page) {
        asked.push([words, page]);
        return new Promise((give, refuse) => answers.push({ give, refuse }));
      },
      setBlocked(...given) {
        asked.push(given);
        return write();
      },
      readContactNumber: () =>
        noted === "no answer" ? Promise.reject(new RequestFailed("offline")) : Promise.resolve({ etag: 'W/"8"', block: noted, now: NOON }),
    },
    isOnline: () => isOnline,
    onChanged: (id) => changed.push(id),
    report: (bug) => reports.push(bug),
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const give = async (at: number, items: readonly BlockedNumber[], hasMore = false) => {
    answers[at]?.give({ items, hasMore });
    await settle();
  };
  const refuse = async (at: number, error: unknown) => {
    answers[at]?.refuse(error);
    await settle();
  };
  const ids = () => list.get().rows?.map((row) => row.number.id);
  return {
    list,
    asked,
    changed,
    reports,
    settle,
    give,
    refuse,
    ids,
    writeBy: (next: typeof write) => (write = next),
    note: (next: typeof noted) => (noted = next),
    goOffline: () => (isOnline = false),
  };
}
