/** @jest-environment jsdom */
import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import { createStore } from "../../../shared/inbox/store";
import { useStore } from "../../../shared/ui/useStore";

/** A store of one number, read by a component that counts how often it is rendered. */
function setUp() {
  const store = createStore({ n: 0 });
  let renders = 0;
  let onMount = () => {};
  const read = () => store.get().n;
  const Reader = () => {
    const n = useStore(store.subscribe, read);
    renders += 1;
    React.useLayoutEffect(() => onMount(), []);
    return <output>{n}</output>;
  };
  return {
    store,
    Reader,
    renders: () => renders,
    onMount: (run: () => void) => (onMount = run),
    set: (n: number) => {
      act(() => store.set({ n }));
    },
  };
}

it("shows the value, and every new one", () => {
  const { Reader, set } = setUp();
  render(<Reader />);
  set(5);
  expect(screen.getByRole("status").textContent).toBe("5");
});

it("does not render for a change that leaves the value as it was", () => {
  const { Reader, set, renders } = setUp();
  render(<Reader />);
  set(1);
  const before = renders();
  set(1);
  set(1);
  // React may render once more to find out that nothing changed; it never does so twice.
  expect(renders() - before).toBeLessThanOrEqual(1);
});

it("misses no change between its rendering and its subscription", () => {
  const { store, Reader, onMount } = setUp();
  const Changer = () => {
    React.useLayoutEffect(() => store.set({ n: 9 }), []);
    return null;
  };
  onMount(() => undefined);
  render(
    <>
      <Changer />
      <Reader />
    </>,
  );
  expect(screen.getByRole("status").textContent).toBe("9");
});

it("stops listening when it goes", () => {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const Reader = () => <output>{useStore(subscribe, () => 1)}</output>;
  const { unmount } = render(<Reader />);
  unmount();
  expect(listeners.size).toBe(0);
});
