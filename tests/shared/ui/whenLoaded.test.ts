import { RequestFailed } from "../../../shared/domain/failure";
import { createLazyPart } from "../../../shared/ui/lazyPart";
import type { LazyPart } from "../../../shared/ui/lazyPart";
import { whenLoaded } from "../../../shared/ui/whenLoaded";

/** A part whose one way to load it does this. */
function lazyPart(load: (put: () => void) => void): LazyPart<string> {
  let found: string | undefined;
  return createLazyPart<string>({
    find: () => found,
    ways: [
      () => {
        load(() => (found = "the panel"));
        return Promise.resolve();
      },
    ],
    report: () => undefined,
    after: () => undefined,
  });
}

describe("waiting for a part", () => {
  it("loads it, and answers with it once it is there; later at once", async () => {
    const lazy = lazyPart((put) => put());
    expect(await whenLoaded(lazy)).toBe("the panel");
    expect(await whenLoaded(lazy)).toBe("the panel");
  });

  it("fails as a request does where it cannot be had, and can be tried again", async () => {
    let isOnline = false;
    const lazy = lazyPart((put) => {
      if (isOnline) put();
    });
    await expect(whenLoaded(lazy)).rejects.toBeInstanceOf(RequestFailed);
    isOnline = true;
    expect(await whenLoaded(lazy)).toBe("the panel");
  });

  it("listens no longer than it waits", async () => {
    const lazy = lazyPart((put) => put());
    let listeners = 0;
    const counted: LazyPart<string> = {
      ...lazy,
      subscribe(listener) {
        const stop = lazy.subscribe(listener);
        listeners += 1;
        return () => {
          listeners -= 1;
          stop();
        };
      },
    };
    expect(await whenLoaded(counted)).toBe("the panel");
    expect(listeners).toBe(0);
  });
});
