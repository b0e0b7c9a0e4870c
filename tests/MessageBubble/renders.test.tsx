/** @jest-environment jsdom */
/** How much is rendered for a change: a card is rendered when something about it changed, and for nothing else. */
import { act, render } from "@testing-library/react";
import * as React from "react";
import { ControlView } from "../../MessageBubble/ControlView";
import { NOTHING_BESIDE, PANEL_IS_LOADED } from "./renderControl";
import { createSeatRow } from "../../MessageBubble/seats";
import { readStrings } from "../../shared/ui/readStrings";
import type { BubbleStrings } from "../../MessageBubble/bubbleStrings";
import type { InboxSession } from "../../shared/domain/session";
import { createTimes } from "../../shared/ui/times";
import { themeOf } from "../../shared/ui/theme";
import { NO_REPLY_CODE } from "../NotificationPanel/fixtures";
import { readResx } from "../NotificationPanel/readResx";
import { createWorld } from "../shared/inbox/laboratory";
import { openTab } from "../shared/inbox/openTab";
import { createServer } from "../shared/inbox/server";
import { MINUTE, NOON, session } from "../shared/sessions";

const numbered = (at: number): InboxSession => {
  const end = String(at).padStart(12, "0");
  return session({
    id: `50000000-0000-0000-0000-${end}`,
    contactNumberId: `c0000000-0000-0000-0000-${end}`,
    contactName: `Customer ${at}`,
    newestUnreadAt: NOON - 5 * MINUTE - at * 1_000,
  });
};

/** No bug is expected here. */
const fail = (bug: unknown) => {
  throw bug;
};

/** The control over a real inbox with so many conversations, its panel open; `cards()` counts the cards rendered since the last look. */
async function open(count: number) {
  const world = createWorld();
  const sessions = Array.from({ length: count }, (_, at) => numbered(at));
  const server = createServer(...sessions);
  const texts = readStrings<BubbleStrings>((key) => readResxOnce()[key] ?? key);
  let read = 0;
  // Every rendering of a card reads this text once.
  const strings = new Proxy(texts, {
    get: (target, key: keyof typeof texts) => {
      if (key.startsWith("CardUnread_")) read += 1;
      return target[key];
    },
  });
  const { inbox, unread, tab } = await openTab(server, world);
  let changes = 0;
  inbox.subscribe(() => (changes += 1));
  const props = {
    inbox,
    strings,
    seat: createSeatRow().take(),
    times: createTimes("en", () => 0),
    theme: themeOf(undefined, false),
    panelCode: PANEL_IS_LOADED,
    lazyBundle: () => NO_REPLY_CODE,
    beside: NOTHING_BESIDE,
  };
  const { unmount } = render(<ControlView {...props} isRtl={false} isHosted onBug={fail} />);
  const take = async (change: () => void | Promise<void>) => {
    read = 0;
    changes = 0;
    await act(async () => {
      await change();
      await world.settle();
    });
    return { cards: read, changes };
  };
  const refresh = async () => {
    await act(() => world.advance(3_000));
    server.now += 3_000;
    return take(() => inbox.navigated("history"));
  };
  await take(() => inbox.setPanelOpen(true));
  await refresh();
  return { inbox, server, sessions, unread, tab, world, take, refresh, unmount };
}

it("a minute that passes renders the cards whose words it changes", async () => {
  const { server, sessions, refresh, tab, world, take, unmount } = await open(20);
  for (const old of sessions.slice(0, 12)) {
    server.sessions.set(old.id, { ...old, oldestUnreadAt: NOON - 200 * MINUTE, newestUnreadAt: NOON - 200 * MINUTE });
  }
  await refresh();
  // Nobody asks the server meanwhile.
  await take(() => tab.goOffline());
  const { cards } = await take(() => world.advance(MINUTE));
  expect(cards).toBe(8);
  unmount();
});

let resx: Record<string, string> | undefined;
const readResxOnce = () => (resx ??= readResx(1033));

describe.each([20, 1_000])("of %d conversations", (count) => {
  it("no card is rendered for a refresh that brings nothing new, and the store changes once", async () => {
    const { refresh, unmount } = await open(count);
    expect(await refresh()).toEqual({ cards: 0, changes: 1 });
    unmount();
  });

  it("one card is rendered for one new message, first without and then with its text", async () => {
    const { server, sessions, refresh, unread, unmount } = await open(count);
    const written = sessions[7];
    if (!written) throw new Error("no session");
    server.sessions.set(written.id, { ...written, unread: 2, newestUnreadAt: NOON - 4 * MINUTE - 30_000 });
    expect(await refresh()).toEqual({ cards: 2, changes: 2 });
    expect(unread()).toBe(count + 1);
    unmount();
  });

  it("no card is rendered for a panel that opens or closes", async () => {
    const { inbox, take, unmount } = await open(count);
    expect(await take(() => inbox.setPanelOpen(false))).toEqual({ cards: 0, changes: 1 });
    expect(await take(() => inbox.setPanelOpen(true))).toEqual({ cards: 0, changes: 1 });
    unmount();
  });

  it("a press renders the card that was pressed, and the one that comes into view when it has gone", async () => {
    const { inbox, sessions, take, unmount } = await open(count);
    const [first] = sessions;
    if (!first) throw new Error("no session");
    const { cards } = await take(() => void inbox.perform("accept", first.id));
    // Pending, then gone; then the next one of a long list.
    expect(cards).toBeGreaterThan(0);
    expect(cards).toBeLessThanOrEqual(3);
    unmount();
  });
});
