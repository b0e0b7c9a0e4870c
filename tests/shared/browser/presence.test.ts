import { openControlEnd, openScriptEnd } from "../../../shared/browser/hostChannel";
import { createPresence } from "../../../shared/browser/presence";

/** A window of the browser, at its place on the screen. */
function windowAt(screenX: number, visibilityState: DocumentVisibilityState = "visible") {
  const document = Object.assign(new EventTarget(), { visibilityState });
  const presence = createPresence({ screenX, screenY: 0, outerWidth: 1_400, outerHeight: 900, document });
  const turn = (state: DocumentVisibilityState) => {
    document.visibilityState = state;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  return { presence, turn };
}

/** What the windows tell each other has arrived: turns of the event loop, not time. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => void jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] }));
afterEach(() => jest.useRealTimers());

it("is told by a host form that has been there for long, and by one that comes while it is asked", async () => {
  const endOld = windowAt(0).presence.announce();
  const asked = windowAt(0).presence.isThere(10_000);
  await settled();
  expect(await asked).toBe(true);
  endOld();
  const askedAgain = windowAt(0).presence.isThere(10_000);
  const endNew = windowAt(0).presence.announce();
  await settled();
  expect(await askedAgain).toBe(true);
  endNew();
});

it("is denied where the host form has ended", async () => {
  windowAt(0).presence.announce()();
  const asked = windowAt(0).presence.isThere(1_000);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(await asked).toBe(false);
});

it("counts only the time in which the agent looks at the window", async () => {
  const { presence, turn } = windowAt(0, "hidden");
  let answer: boolean | undefined;
  void presence.isThere(3_000).then((isThere) => (answer = isThere));
  await jest.advanceTimersByTimeAsync(600_000);
  expect(answer).toBeUndefined();
  turn("visible");
  await jest.advanceTimersByTimeAsync(3_000);
  expect(answer).toBe(false);
});

it("is said by a window that the agent looks at alone", async () => {
  const { presence, turn } = windowAt(0, "hidden");
  const end = presence.announce();
  let answer: boolean | undefined;
  void windowAt(0)
    .presence.isThere(5_000)
    .then((isThere) => (answer = isThere));
  await jest.advanceTimersByTimeAsync(2_000);
  await settled();
  expect(answer).toBeUndefined();
  turn("visible");
  await jest.advanceTimersByTimeAsync(1_000);
  await settled();
  expect(answer).toBe(true);
  end();
});

it("is asked by several frames at once, which are no answer to each other", async () => {
  const asked = Promise.all([windowAt(0).presence.isThere(2_000), windowAt(0).presence.isThere(2_000)]);
  await settled();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(await asked).toEqual([false, false]);
});

it("what another version says on the channel between form and control is passed over", async () => {
  const [control, script] = [openControlEnd("token1"), openScriptEnd("token1")];
  const heard: unknown[] = [];
  control?.listen((message) => heard.push(message));
  script?.post({ type: "unheard of", request: 1 } as never);
  script?.post({ type: "opening", request: 1 });
  await settled();
  expect(heard).toEqual([{ type: "opening", request: 1 }]);
  control?.close();
  script?.close();
});

it("can be waited for until the agent looks at the window", async () => {
  const { presence, turn } = windowAt(0, "hidden");
  let isVisible = false;
  void presence.whenVisible().then(() => (isVisible = true));
  turn("hidden");
  await settled();
  expect(isVisible).toBe(false);
  turn("visible");
  await settled();
  expect(isVisible).toBe(true);
  await windowAt(0).presence.whenVisible();
});

it("is taken for granted without a channel, and nothing meets there", async () => {
  const RealChannel = globalThis.BroadcastChannel;
  Reflect.deleteProperty(globalThis, "BroadcastChannel");
  try {
    const { presence } = windowAt(0);
    presence.announce()();
    expect([await presence.isThere(10_000), openControlEnd("token1")]).toEqual([true, null]);
  } finally {
    globalThis.BroadcastChannel = RealChannel;
  }
});
