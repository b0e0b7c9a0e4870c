/** @jest-environment jsdom */
import { createAlerter } from "../../MessageBubble/alerter";

/** A window whose browser has these means. */
function windowWith(means: object, hasFocus = false): Window & typeof globalThis {
  return Object.assign(Object.create(null) as object, { document: { hasFocus: () => hasFocus }, ...means }) as Window & typeof globalThis;
}

/** The browser's Notification, which remembers what it showed. */
function notifications(permission: NotificationPermission) {
  const shown: [string, NotificationOptions][] = [];
  const made: { onclick?: () => void }[] = [];
  const asked = jest.fn(() => Promise.resolve("granted"));
  const construct = function (this: object, title: string, options: NotificationOptions) {
    shown.push([title, options]);
    made.push(this);
  };
  const Notification = Object.assign(construct, { permission, requestPermission: asked });
  return { Notification, shown, made, asked };
}

it("shows the number and who wrote, never more than three names, while the window has not the focus", () => {
  const { Notification, shown } = notifications("granted");
  createAlerter(windowWith({ Notification }), "Unread messages: {0}").notify(7, ["Jane", "Omar", "Léa", "Sam"], jest.fn());
  expect(shown).toEqual([["Unread messages: 7", { body: "Jane, Omar, Léa", tag: expect.any(String) as string, renotify: true }]]);
});

it("brings the window to the front at a click, before what follows from it", () => {
  const { Notification, made } = notifications("granted");
  const order: string[] = [];
  const window = windowWith({ Notification, focus: () => order.push("focus") });
  createAlerter(window, "").notify(1, ["Jane"], () => order.push("clicked"));
  made[0]?.onclick?.();
  expect(order).toEqual(["focus", "clicked"]);
});

it("shows nothing while the agent looks at the app, or has not allowed it", () => {
  const granted = notifications("granted");
  createAlerter(windowWith({ Notification: granted.Notification }, true), "").notify(1, ["Jane"], jest.fn());
  const denied = notifications("denied");
  createAlerter(windowWith({ Notification: denied.Notification }), "").notify(1, ["Jane"], jest.fn());
  expect([granted.shown, denied.shown]).toEqual([[], []]);
});

it("asks for permission once: not after the agent has decided", () => {
  const undecided = notifications("default");
  void createAlerter(windowWith({ Notification: undecided.Notification }), "").askPermission();
  const denied = notifications("denied");
  void createAlerter(windowWith({ Notification: denied.Notification }), "").askPermission();
  expect([undecided.asked.mock.calls.length, denied.asked.mock.calls.length]).toEqual([1, 0]);
});

it("tells whether the browser shows desktop notifications, after the agent has said so", async () => {
  const answered = notifications("default");
  answered.asked.mockImplementation(() => {
    answered.Notification.permission = "granted";
    return Promise.resolve("granted");
  });
  const closed = notifications("default");
  closed.asked.mockRejectedValue(new Error("the question was closed"));
  const means = [answered, closed, notifications("granted"), notifications("denied")].map(({ Notification }) => ({ Notification }));
  const told = [...means, {}].map((each) => createAlerter(windowWith(each), "").askPermission());
  expect(await Promise.all(told)).toEqual([true, false, true, false, false]);
});

it("does nothing, without an error, in a browser without sound or notifications", () => {
  const alerter = createAlerter(windowWith({}), "");
  expect(() => {
    alerter.ring();
    alerter.notify(1, ["Jane"], jest.fn());
    void alerter.askPermission();
  }).not.toThrow();
});
