import { createFormLink } from "../../MessageBubble/formLink";
import type { FormValues } from "../../MessageBubble/manifest";
import { buildInbox, buildSnapshot } from "../NotificationPanel/fixtures";

const HOST: FormValues = { page: "list|account", panelOpen: null, isEditable: true };

function link(unread: number | null = 3) {
  const probe = buildInbox(buildSnapshot({ unread }));
  const link = createFormLink(probe.inbox, () => (notices += 1));
  let notices = 0;
  return { probe, link, notices: () => notices };
}

describe("what the host form is told", () => {
  it("is the count, once it is known", () => {
    const { probe, link: form, notices } = link(null);
    form.receive(HOST);
    expect(notices()).toBe(0);
    probe.show({ unread: 5 });
    expect(notices()).toBe(1);
    expect(form.take()).toEqual({ unreadCount: 5 });
  });

  it("is only what changed, and once", () => {
    const { probe, link: form, notices } = link();
    form.receive(HOST);
    expect(form.take()).toEqual({ unreadCount: 3 });
    probe.show({ isLoading: true });
    expect(notices()).toBe(1);
    expect(form.take()).toEqual({});
    probe.inbox.setPanelOpen(true);
    expect(form.take()).toEqual({ panelOpen: true });
  });

  it("is that no number is known, rather than an old one", () => {
    const { probe, link: form } = link();
    form.receive(HOST);
    form.take();
    probe.show({ unread: null });
    expect(form.take()).toEqual({ unreadCount: null });
  });

  it("is nothing where the form may not be edited", () => {
    const { probe, link: form, notices } = link();
    form.receive({ ...HOST, isEditable: false });
    probe.inbox.setPanelOpen(true);
    expect(notices()).toBe(0);
    expect(form.take()).toEqual({});
  });

  it("is nothing on any other form, whose record would become unsaved", () => {
    const { probe, link: form, notices } = link();
    form.receive({ ...HOST, page: null });
    probe.show({ unread: 9 });
    expect(notices()).toBe(0);
  });

  it("is nothing after the control is gone", () => {
    const { probe, link: form, notices } = link(null);
    form.receive(HOST);
    form.destroy();
    probe.show({ unread: 9 });
    expect(notices()).toBe(0);
    expect(probe.listenerCount()).toBe(0);
  });
});

describe("what the form tells", () => {
  it("is that the page changed", () => {
    const { probe, link: form } = link();
    form.receive({ ...HOST, page: null });
    form.receive(HOST);
    form.receive(HOST);
    expect(probe.calls).toEqual([]);
    form.receive({ ...HOST, page: "list|contact" });
    expect(probe.calls).toEqual([["navigated"]]);
  });

  it("is that the pane was opened or closed, without an echo", () => {
    const { probe, link: form, notices } = link(null);
    form.receive({ ...HOST, panelOpen: false });
    form.receive({ ...HOST, panelOpen: true });
    form.receive({ ...HOST, panelOpen: true });
    expect(probe.calls).toEqual([
      ["setPanelOpen", false],
      ["setPanelOpen", true],
    ]);
    expect(probe.inbox.getSnapshot().panelOpen).toBe(true);
    expect(notices()).toBe(0);
  });

  it("is not an old value that arrives again while the agent has just opened the panel", () => {
    const { probe, link: form } = link();
    form.receive({ ...HOST, panelOpen: false });
    probe.inbox.setPanelOpen(true);
    form.receive({ ...HOST, panelOpen: false });
    expect(probe.inbox.getSnapshot().panelOpen).toBe(true);
    expect(form.take()).toEqual({ unreadCount: 3, panelOpen: true });
  });
});
