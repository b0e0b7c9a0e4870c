/** @jest-environment jsdom */
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import * as React from "react";
import { BroadcastChannel as NodeChannel } from "node:worker_threads";
import { openScriptEnd } from "../../shared/browser/hostChannel";
import { MessageBubble } from "../../MessageBubble/index";
import { SESSION, buildContext, serve } from "./platform";
import type { FormState } from "./platform";

/** As the host form's script writes it. */
const HOST_PAGE = "token1|entitylist|account|||||";
let controls: MessageBubble[] = [];
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  globalThis.fetch = serve(asked);
});

afterEach(() => {
  cleanup();
  for (const control of controls) control.destroy();
  controls = [];
});

/** A control on a form, as the platform runs it. */
function start(state: FormState = {}) {
  const opened: unknown[] = [];
  let notices = 0;
  const control = new MessageBubble();
  controls.push(control);
  control.init(buildContext(state, opened), () => (notices += 1));
  let element = <></>;
  const draw = (given: FormState) => {
    act(() => {
      element = control.updateView(buildContext(given, opened));
    });
    return element;
  };
  const view = render(draw(state));
  return {
    control,
    opened,
    notices: () => notices,
    update: (next: FormState) => view.rerender(draw(next)),
  };
}

const findBubble = () => screen.findByRole("button", { name: "Messages, 2 unread" });
const inboxQueries = () => asked.filter((url) => url.includes("aggregate")).length;

describe("the control's life", () => {
  it("begins with a request, and gives the count as an output of the host form", async () => {
    const { control, notices } = start({ page: HOST_PAGE });
    expect(control.getOutputs()).toEqual({});
    await findBubble();
    expect(notices()).toBe(1);
    expect(control.getOutputs()).toEqual({ unreadCount: 2 });
    expect(control.getOutputs()).toEqual({});
  });

  it("gives no output on a form that may not be edited, nor on one that does not host the pane", async () => {
    const disabled = start({ page: HOST_PAGE, isDisabled: true });
    const unhosted = start({});
    await findBubble();
    expect([disabled.notices(), unhosted.notices()]).toEqual([0, 0]);
    expect(disabled.control.getOutputs()).toEqual({});
    expect(unhosted.control.getOutputs()).toEqual({});
  });

  it("tells the form that the bubble opened the panel, and follows the form when it closes it", async () => {
    const { control, update } = start({ page: HOST_PAGE, panelOpen: false });
    const bubble = await findBubble();
    control.getOutputs();
    fireEvent.click(bubble);
    expect(control.getOutputs()).toEqual({ panelOpen: true });
    update({ page: HOST_PAGE, panelOpen: true });
    await screen.findByText("Is it ready?");
    expect(bubble.getAttribute("aria-expanded")).toBe("true");
    update({ page: HOST_PAGE, panelOpen: false });
    expect(bubble.getAttribute("aria-expanded")).toBe("false");
    expect(control.getOutputs()).toEqual({});
  });

  it("becomes the pane's when the host form's script names the page", async () => {
    const { update } = start({});
    await findBubble();
    expect(screen.queryByRole("region")).toBeNull();
    update({ page: HOST_PAGE });
    expect(screen.getByRole("region", { name: "Notifications" })).not.toBeNull();
  });

  it("opens a conversation by the platform's own navigation", async () => {
    const { opened } = start({ page: HOST_PAGE, panelOpen: true });
    fireEvent.click(await screen.findByRole("button", { name: "View Message Jane Doe" }));
    await waitFor(() => expect(opened).toEqual([{ entityName: "msgn_session", entityId: SESSION }]));
  });

  it("lets the host form's script open a conversation", async () => {
    Object.assign(globalThis, { BroadcastChannel: NodeChannel });
    const script = openScriptEnd("token1");
    const asked: string[] = [];
    script?.listen((message) => {
      if (message.type !== "open") return;
      asked.push(message.sessionId);
      script.post({ type: "opening", request: message.request });
      script.post({ type: "opened", request: message.request, isOpen: true });
    });
    const { opened } = start({ page: HOST_PAGE, panelOpen: true });
    fireEvent.click(await screen.findByRole("button", { name: "View Message Jane Doe" }));
    await waitFor(() => expect(asked).toEqual([SESSION]));
    await screen.findByRole("button", { name: "Messages, no unread messages" });
    expect(opened).toEqual([]);
    script?.close();
    Reflect.deleteProperty(globalThis, "BroadcastChannel");
  });

  it("counts the messages again when the agent stays on a page with unsaved changes, and reports no bug", async () => {
    const bugs: unknown[] = [];
    window.reportError = (bug) => void bugs.push(bug);
    const { opened } = start({ page: HOST_PAGE, panelOpen: true, staysHere: true });
    fireEvent.click(await screen.findByRole("button", { name: "View Message Jane Doe" }));
    await waitFor(() => expect(opened).toHaveLength(1));
    expect(await findBubble()).not.toBeNull();
    expect(bugs).toEqual([]);
  });

  it("shows one bubble and asks once, however many forms of the window have the control", async () => {
    start({});
    start({ page: HOST_PAGE });
    start({});
    await findBubble();
    expect(screen.getAllByRole("button", { name: /^Messages/ })).toHaveLength(1);
    expect(inboxQueries()).toBe(1);
  });

  it("asks again, once, when the app goes to another page and rewrites its history at once", async () => {
    const navigation = new EventTarget();
    Object.defineProperty(window, "navigation", { value: navigation, configurable: true });
    start({});
    await findBubble();
    for (const navigationType of ["push", "replace"])
      navigation.dispatchEvent(Object.assign(new Event("currententrychange"), { navigationType }));
    await waitFor(() => expect(inboxQueries()).toBe(2), { timeout: 3_000 });
    Reflect.deleteProperty(window, "navigation");
  });

  it("shows nothing to a user whose role has no part in the product", async () => {
    globalThis.fetch = serve(asked, []);
    start({ page: HOST_PAGE });
    await waitFor(() => expect(screen.queryByRole("region")).toBeNull());
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("ends without a trace", async () => {
    const { control } = start({ page: HOST_PAGE });
    await findBubble();
    cleanup();
    control.destroy();
    controls = [];
    const before = asked.length;
    window.dispatchEvent(new Event("online"));
    document.dispatchEvent(new Event("visibilitychange"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toHaveLength(before);
    expect(document.body.textContent).toBe("");
  });
});
