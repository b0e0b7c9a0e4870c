/** The actions' code comes with the box: what is pressed before waits for it. */
import { loadedGateway } from "../../MessageThread/loadedGateway";
import { RequestFailed } from "../../shared/domain/failure";
import type { ThreadActionGateway } from "../../shared/thread/threadPorts";
import { createLazyPart } from "../../shared/ui/lazyPart";
import { whenLoaded } from "../../shared/ui/whenLoaded";

/** A bundle that arrives when `arrive` is called, or cannot be had. */
function setUp() {
  let part: ThreadActionGateway | undefined;
  let loads = 0;
  let settle: () => void = () => undefined;
  const lazy = createLazyPart<ThreadActionGateway>({
    find: () => part,
    ways: [() => new Promise<void>((resolve) => ((loads += 1), (settle = resolve)))],
    report: () => undefined,
    after: () => undefined,
  });
  let made = 0;
  const gateway = loadedGateway(async () => {
    const there = await whenLoaded(lazy);
    made += 1;
    return there;
  });
  return {
    gateway,
    loads: () => loads,
    made: () => made,
    arrive() {
      part = { setBlocked: (id: string) => Promise.resolve(`blocked ${id}`) } as unknown as ThreadActionGateway;
      settle();
    },
    fail: () => settle(),
  };
}

it("does what was pressed once the code is there, and makes the gateway once", async () => {
  const { gateway, arrive, loads, made } = setUp();
  const pressed = [gateway.setBlocked("a", null, ""), gateway.setBlocked("b", null, "")];
  arrive();
  expect(await Promise.all(pressed)).toEqual(["blocked a", "blocked b"]);
  expect(await gateway.setBlocked("c", null, "")).toBe("blocked c");
  expect([loads(), made()]).toEqual([1, 1]);
});

it("fails as a request does where the code cannot be had, and tries again with the next press", async () => {
  const { gateway, arrive, fail, loads } = setUp();
  const pressed = gateway.setBlocked("a", null, "");
  fail();
  await expect(pressed).rejects.toBeInstanceOf(RequestFailed);
  const again = gateway.setBlocked("a", null, "");
  arrive();
  expect(await again).toBe("blocked a");
  expect(loads()).toBe(2);
});

it.each<readonly [keyof ThreadActionGateway, readonly unknown[]]>([
  ["readSession", ["a"]],
  ["claim", ["a", "before"]],
  ["giveBack", ["a", "before", "claim", "as"]],
  ["writeDismissal", ["a", "mark", "subject"]],
  ["readContactNumber", ["a"]],
  ["setBlocked", ["a", "block", "etag"]],
  ["closeSession", ["a", "session"]],
])("hands %s on as it was asked, and its answer back", async (method, given) => {
  const asked: unknown[] = [];
  const note = (...what: unknown[]) => {
    asked.push(...what);
    return Promise.resolve("the answer");
  };
  const gateway = loadedGateway(() => Promise.resolve({ [method]: note } as unknown as ThreadActionGateway));
  const ask = gateway[method] as (...what: readonly unknown[]) => Promise<unknown>;
  expect(await ask(...given)).toBe("the answer");
  expect(asked).toEqual(given);
});
