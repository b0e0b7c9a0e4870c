/** Settings that an agent chooses by the way, such as the tab of the list: in effect at once, saved behind their back. */
import { RequestFailed } from "../../../shared/domain/failure";
import { ben, MINUTE } from "../sessions";
import { createWorld, takeReports } from "./laboratory";
import { jane, openTab } from "./openTab";
import { createServer } from "./server";

/** Two tabs of Ben's. */
async function setUp() {
  const world = createWorld();
  const server = createServer(jane);
  const [one, other] = [await openTab(server, world), await openTab(server, world)];
  const written = () => server.calls.filter((call) => call === "writeSettings").length;
  const chosen = ({ inbox }: typeof one) => inbox.getSnapshot().settings?.chosen;
  return { world, server, one, other, written, chosen };
}

it("are in effect at once in this window, and in the others once they are saved", async () => {
  const { world, server, one, other, chosen } = await setUp();
  one.inbox.chooseSettings({ filter: "mine" });
  expect([chosen(one)?.filter, chosen(other)?.filter]).toEqual(["mine", "all"]);
  await world.settle();
  expect([chosen(one)?.filter, chosen(other)?.filter]).toEqual(["mine", "mine"]);
  expect((await server.gatewayOf(ben, one.tab).readProfile()).settings.filter).toBe("mine");
  expect(one.notices()).toEqual([]);
});

it("stay in effect when a list comes that was asked for before the choice", async () => {
  const { world, server, one, chosen } = await setUp();
  let goOn = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (goOn = resolve));
  server.before = (call) => (call === "readInbox" ? isHeld : undefined);
  one.inbox.retry();
  one.inbox.chooseSettings({ filter: "mine" });
  goOn();
  await world.settle();
  expect(chosen(one)?.filter).toBe("mine");
});

it("are written once for several quick choices, the last ones", async () => {
  const { world, server, one, other, written, chosen } = await setUp();
  for (const filter of ["new", "mine", "waiting"] as const) one.inbox.chooseSettings({ filter });
  one.inbox.chooseSettings({ order: "longest" });
  await world.settle();
  expect([written(), chosen(one)?.filter, chosen(other)?.order]).toEqual([1, "waiting", "longest"]);
  expect(server.calls.length).toBeGreaterThan(1);
});

it("are not overtaken by an earlier choice whose answer is slow", async () => {
  const { world, server, one, written, chosen } = await setUp();
  let goOn: () => void = () => undefined;
  server.before = (call) => (call === "writeSettings" ? new Promise<void>((resolve) => (goOn = resolve)) : undefined);
  one.inbox.chooseSettings({ filter: "new" });
  await world.settle();
  server.before = () => undefined;
  one.inbox.chooseSettings({ filter: "mine" });
  await world.settle();
  expect(written()).toBe(1);
  goOn();
  await world.settle();
  expect([written(), chosen(one)?.filter]).toEqual([2, "mine"]);
  expect((await server.gatewayOf(ben, one.tab).readProfile()).settings.filter).toBe("mine");
});

it("stay in this window where they cannot be saved, which is told, whatever the server says later", async () => {
  const { world, server, one, other, chosen } = await setUp();
  server.before = (call) => {
    if (call === "writeSettings") throw new RequestFailed("denied");
  };
  one.inbox.chooseSettings({ filter: "mine" });
  await world.settle();
  expect(one.notices()).toEqual([expect.objectContaining({ kind: "unsaved", canUndo: false })]);
  // The profile is read again in the background.
  await world.advance(11 * MINUTE);
  expect([chosen(one)?.filter, chosen(other)?.filter]).toEqual(["mine", "all"]);
  // What is saved later takes it along.
  server.before = () => undefined;
  expect(await one.inbox.saveSettings({ sound: true })).toBeNull();
  expect([chosen(other)?.filter, chosen(other)?.sound]).toEqual(["mine", true]);
});

it("are not given to other windows with what is saved meanwhile: they get what is saved only", async () => {
  const { world, server, one, other, chosen } = await setUp();
  let goOn: () => void = () => undefined;
  server.before = (call) => (call === "writeSettings" ? new Promise<void>((resolve) => (goOn = resolve)) : undefined);
  const saving = one.inbox.saveSettings({ sound: true });
  await world.settle();
  one.inbox.chooseSettings({ filter: "mine" });
  server.before = (call) => {
    if (call === "writeSettings") throw new RequestFailed("denied");
  };
  goOn();
  expect(await saving).toBeNull();
  await world.settle();
  expect([chosen(other)?.sound, chosen(other)?.filter]).toEqual([true, "all"]);
  expect([chosen(one)?.sound, chosen(one)?.filter]).toEqual([true, "mine"]);
});

it("stay in this window when another one saves something else", async () => {
  const { world, server, one, other, chosen } = await setUp();
  server.before = (call) => {
    if (call === "writeSettings") throw new RequestFailed("failed");
  };
  one.inbox.chooseSettings({ filter: "mine" });
  await world.settle();
  server.before = () => undefined;
  await other.inbox.saveSettings({ density: "roomy" });
  expect([chosen(one)?.filter, chosen(one)?.density]).toEqual(["mine", "roomy"]);
});

it("are told as not saved after a bug, too, which is reported", async () => {
  const { world, server, one } = await setUp();
  server.before = (call) => {
    if (call === "writeSettings") throw new TypeError("bug");
  };
  one.inbox.chooseSettings({ filter: "mine" });
  await world.settle();
  expect([takeReports(), one.notices().map(({ kind }) => kind)]).toEqual([[expect.any(TypeError)], ["unsaved"]]);
});
