import { createSeatRow } from "../../MessageBubble/seats";
import { createInboxOwner } from "../../MessageBubble/windowInbox";
import { buildInbox } from "../NotificationPanel/fixtures";

/** Opens nothing. */
const stay = () => Promise.resolve(true);

describe("who shows the bubble", () => {
  it("is the only control there is", () => {
    expect(createSeatRow().take().isFirst()).toBe(true);
  });

  it("is the first of several, until it leaves", () => {
    const row = createSeatRow();
    const [first, second] = [row.take(), row.take()];
    expect([first.isFirst(), second.isFirst()]).toEqual([true, false]);
    first.leave();
    expect(second.isFirst()).toBe(true);
  });

  it("is the side pane's, whoever came first", () => {
    const row = createSeatRow();
    const [form, pane] = [row.take(), row.take()];
    pane.setHosted(true);
    expect([form.isFirst(), pane.isFirst()]).toEqual([false, true]);
    pane.leave();
    expect(form.isFirst()).toBe(true);
  });

  it("is told to the others when it changes, and only then", () => {
    const row = createSeatRow();
    const [form, pane] = [row.take(), row.take()];
    let told = 0;
    const stop = form.subscribe(() => (told += 1));
    pane.setHosted(true);
    pane.setHosted(true);
    expect(told).toBe(1);
    pane.leave();
    expect(told).toBe(2);
    stop();
    form.leave();
    expect(told).toBe(2);
  });
});

describe("the window's inbox", () => {
  it("is one for all controls of the window", () => {
    const owner = createInboxOwner();
    const probe = buildInbox();
    let connections = 0;
    const connect = () => {
      connections += 1;
      return probe.inbox;
    };
    const first = owner.lease(connect, stay);
    const second = owner.lease(connect, stay);
    expect(first.inbox).toBe(second.inbox);
    expect(connections).toBe(1);
  });

  it("lives as long as one control does", () => {
    const owner = createInboxOwner();
    const probe = buildInbox();
    const first = owner.lease(() => probe.inbox, stay);
    const second = owner.lease(() => probe.inbox, stay);
    first.release();
    first.release();
    expect(probe.calls).toEqual([]);
    second.release();
    expect(probe.calls).toEqual([["destroy"]]);
  });

  it("is a new one after the last control left", () => {
    const owner = createInboxOwner();
    const [before, after] = [buildInbox(), buildInbox()];
    owner.lease(() => before.inbox, stay).release();
    expect(owner.lease(() => after.inbox, stay).inbox).toBe(after.inbox);
  });

  it("opens conversations through a control that is still there", () => {
    const owner = createInboxOwner();
    const probe = buildInbox();
    const opened: string[] = [];
    const note = (text: string) => Promise.resolve(opened.push(text) > 0);
    let openSession: (id: string) => Promise<boolean> = stay;
    const connect = (open: (id: string) => Promise<boolean>) => {
      openSession = open;
      return probe.inbox;
    };
    owner.lease(connect, (id) => note(`first ${id}`));
    const second = owner.lease(connect, (id) => note(`second ${id}`));
    void openSession("a");
    second.release();
    void openSession("b");
    expect(opened).toEqual(["second a", "first b"]);
  });

  it("opens nothing once no control is left", async () => {
    const owner = createInboxOwner();
    let openSession: (id: string) => Promise<boolean> = stay;
    owner
      .lease((open) => {
        openSession = open;
        return buildInbox().inbox;
      }, stay)
      .release();
    expect(await openSession("a")).toBe(false);
  });
});
