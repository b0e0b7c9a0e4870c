/** @jest-environment jsdom */
import * as React from "react";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { PeekTexts } from "../../NotificationPanel/PeekTexts";
import type { PanelStrings } from "../../NotificationPanel/panelStrings";
import { PICTURE_MARK } from "../../shared/domain/mediaMark";
import { RequestFailed } from "../../shared/domain/failure";
import type { PanelGateway, Part, UnreadText } from "../../shared/inbox/panelPorts";
import { createTimes } from "../../shared/ui/times";
import { MINUTE, NOW, buildNotification, buildNotifications, buildSnapshot } from "./fixtures";
import { readResx } from "./readResx";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { renderPanel } from "./renderPanel";

const text = (id: string, body: string, minutesAgo = 0): UnreadText => ({ id, at: NOW - minutesAgo * MINUTE, text: body, file: "" });
const TWO: Part<UnreadText> = { items: [text("1", "Hello?", 9), text("2", "Is anybody there?", 5)], hasMore: false };

/** A server that answers when the test lets it, and notes what it was asked. */
function createTexts(...answers: readonly (Part<UnreadText> | Error)[]) {
  const asked: string[] = [];
  const server: PanelGateway = {
    ...SILENT_SERVER,
    readUnreadTexts(sessionId) {
      const answer = answers[Math.min(asked.push(sessionId), answers.length) - 1];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? TWO);
    },
  };
  return { asked, server };
}

const summary = (line = screen.getByRole("listitem")) => line.querySelector("summary") as HTMLElement;
const region = () => screen.queryByRole("region", { name: "Unread messages from Jane Doe" });
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

async function open(...answers: readonly (Part<UnreadText> | Error)[]) {
  const texts = createTexts(...answers);
  const panel = renderPanel(buildSnapshot(), { server: texts.server });
  fireEvent.click(summary());
  await settle();
  return { ...texts, ...panel };
}

describe("a click or Enter on a card's text", () => {
  it("opens all its unread texts in place, oldest first, each with its time, with one request, and marks nothing read", async () => {
    const { asked, calls } = await open(TWO);
    const shown = Array.from(region()?.querySelectorAll("time") ?? [], ({ parentElement }) => parentElement?.textContent);
    expect(shown).toEqual(["11/22/2026 6:51 PMHello?", "11/22/2026 6:55 PMIs anybody there?"]);
    expect(asked).toEqual([buildNotification().session.id]);
    expect(calls).toEqual([]);
  });

  it("says that a picture came with a text: that is in the conversation", async () => {
    await open({
      items: [
        { ...text("1", "Is this the part?"), file: PICTURE_MARK },
        { ...text("2", PICTURE_MARK), file: PICTURE_MARK },
      ],
      hasMore: false,
    });
    const shown = Array.from(region()?.querySelectorAll("[data-text]") ?? [], (one) =>
      Array.from(one.querySelectorAll("p"), (line) => line.textContent),
    );
    expect(shown).toEqual([["Is this the part?", "Picture"], ["Picture"]]);
  });

  it("leaves the actions there, after the texts", async () => {
    await open(TWO);
    const accept = screen.getByRole("button", { name: "Accept Jane Doe" });
    expect(region()?.compareDocumentPosition(accept)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it("says whether they are open, and closes them again", async () => {
    const { asked } = await open(TWO);
    expect(summary().getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(summary());
    expect(summary().getAttribute("aria-expanded")).toBe("false");
    expect(region()).toBeNull();
    expect(summary().textContent).toBe("Hello, is my order ready?");
    expect(asked).toHaveLength(1);
  });

  it("opens several: what is open elsewhere stays, so that nothing moves", async () => {
    const { server } = createTexts(TWO);
    renderPanel(buildSnapshot({ notifications: buildNotifications(2) }), { server });
    for (const line of screen.getAllByRole("listitem")) fireEvent.click(summary(line));
    await settle();
    expect(screen.getAllByRole("region", { name: /^Unread messages from/ })).toHaveLength(2);
  });
});

describe("open texts", () => {
  it("say that they are loading, and that they could not be had, with Retry", async () => {
    const { asked } = await open(new RequestFailed("offline"), TWO);
    expect(region()?.textContent).toContain("The messages couldn’t be loaded.");
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(region()?.textContent).toContain("Loading messages");
    expect(region()?.getAttribute("aria-busy")).toBe("true");
    await settle();
    expect(region()?.textContent).toContain("Is anybody there?");
    expect(region()?.getAttribute("aria-busy")).toBe("false");
    expect(asked).toHaveLength(2);
  });

  it("say that there are more than are shown", async () => {
    await open({ ...TWO, hasMore: true });
    expect(within(region() as HTMLElement).getByRole("status").textContent).toBe(
      "These are the oldest 2. There are more in the conversation.",
    );
  });

  it("show a text that arrives while they are open", async () => {
    const { show } = await open(TWO, { ...TWO, items: [...TWO.items, text("3", "Please answer.")] });
    show(buildSnapshot({ notifications: [buildNotification({ session: { unread: 3, newestUnreadAt: NOW } })] }));
    await settle();
    expect(region()?.textContent).toContain("Please answer.");
  });

  it("are data: no link, no markup, whole, in the direction of each of them", async () => {
    const long = "long ".repeat(2_000).trim();
    const bodies = ["https://example.com/pay", "<b>bold</b>", "مرحبا كيف الحال", long, " \u200b "];
    await open({ items: bodies.map((body, at) => text(String(at), body)), hasMore: false });
    const shown = Array.from(region()?.querySelectorAll("p") ?? []);
    expect(shown.map(({ textContent }) => textContent)).toEqual([...bodies.slice(0, 4), "(no text)"]);
    expect(shown.slice(0, 4).map((one) => one.querySelector("bdi")?.dir)).toEqual(["auto", "auto", "auto", "auto"]);
    expect(region()?.querySelector("a, b")).toBeNull();
  });

  it("are closed by Escape, before the panel is", async () => {
    const { calls } = await open(TWO);
    fireEvent.keyDown(region() as HTMLElement, { key: "Escape" });
    expect(region()).toBeNull();
    expect(calls).toEqual([]);
    fireEvent.keyDown(summary(), { key: "Escape" });
    expect(calls).toEqual([["close"]]);
  });

  it("scroll with the keys that lead from row to row elsewhere", () => {
    const onKeyDown = jest.fn();
    const texts = readResx(1033) as PanelStrings;
    const peek = { texts: TWO, isLoading: false, hasFailed: false };
    render(
      <div onKeyDown={onKeyDown}>
        <PeekTexts
          peek={peek}
          subject="Jane Doe"
          density="compact"
          isStill={false}
          strings={texts}
          times={createTimes("en", () => 0)}
          onRetry={() => {}}
        />
      </div>,
    );
    for (const key of ["ArrowDown", "PageUp", "End"]) fireEvent.keyDown(region() as HTMLElement, { key });
    expect(onKeyDown).not.toHaveBeenCalled();
    fireEvent.keyDown(region() as HTMLElement, { key: "ArrowLeft" });
    expect(onKeyDown).toHaveBeenCalledTimes(1);
  });

  it("have no violation that axe finds: closed, loading, open, failed", async () => {
    for (const answer of [TWO, { ...TWO, hasMore: true }, new RequestFailed("failed")]) {
      const { container, unmount } = await open(answer);
      const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
      unmount();
    }
  });
});
