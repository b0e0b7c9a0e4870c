import { createFormLink } from "../../MessageBubble/formLink";
import type { FormValues } from "../../MessageBubble/manifest";
import { buildInbox, buildSnapshot } from "../NotificationPanel/fixtures";

const HOST: FormValues = { host: { token: "t1", page: "list|account" }, panelOpen: null, isEditable: true };
const at = (page: string, token = "t1") => ({ ...HOST, host: { token, page } });

function link(unread: number | null = 3) {
  const probe = buildInbox(buildSnapshot({ unread }));
  let notices = 0;
  /** What the script of the host form hears. */
  const heard: unknown[] = [];
  const link = createFormLink({
    inbox: probe.inbox,
    notify: () => (notices += 1),
    openHost(token) {
      heard.push(`met ${token}`);
      return {
        tell: (values) => heard.push(values),
        openSession: (id, title) => Promise.resolve(heard.push(`open ${id} in ${title ?? "a page"}`) > 0),
        close: () => heard.push(`left ${token}`),
      };
    },
  });
  return { probe, link, notices: () => notices, heard };
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

  it("comes by the window's channel where the platform has disabled the control", () => {
    const { probe, link: form, notices, heard } = link();
    form.receive({ ...HOST, isEditable: false });
    probe.inbox.setPanelOpen(true);
    probe.show({ unread: null });
    expect([notices(), form.take()]).toEqual([0, {}]);
    expect(heard).toEqual(["met t1", { unreadCount: 3 }, { panelOpen: true }, { unreadCount: null }]);
  });

  it("is told anew to a host form that has been loaded anew", () => {
    const { link: form, heard } = link();
    form.receive(HOST);
    form.take();
    form.receive(at("list|account", "t2"));
    expect([form.take(), heard]).toEqual([{ unreadCount: 3 }, ["met t1", "left t1", "met t2"]]);
  });

  it("is nothing on any other form, whose record would become unsaved", () => {
    const { probe, link: form, notices } = link();
    form.receive({ ...HOST, host: null });
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

describe("opening a conversation", () => {
  it("is the host form's script's", async () => {
    const { link: form, heard } = link();
    form.receive(HOST);
    expect([await form.openSession("a", "Conversation"), heard]).toEqual([true, ["met t1", "open a in Conversation"]]);
  });

  it("is left to the control once the form hosts no more", async () => {
    const { link: form, heard } = link();
    form.receive(HOST);
    form.receive({ ...HOST, host: null });
    expect([await form.openSession("a", "Conversation"), heard]).toEqual([null, ["met t1", "left t1"]]);
  });

  it("is left to the control where no script hosts it", async () => {
    const { link: form } = link();
    form.receive({ ...HOST, host: null });
    expect(await form.openSession("a", "Conversation")).toBeNull();
  });
});

describe("what the form tells", () => {
  it("is that the page changed", () => {
    const { probe, link: form } = link();
    form.receive({ ...HOST, host: null });
    form.receive(HOST);
    form.receive(HOST);
    expect(probe.calls).toEqual([]);
    form.receive(at("list|contact"));
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
