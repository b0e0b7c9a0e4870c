/** @jest-environment jsdom */
import { act, fireEvent, screen } from "@testing-library/react";
import { createPanelParts } from "../../NotificationPanel/createPanelParts";
import { SILENT_PANEL_SERVER } from "../NotificationPanel/fixtures";
import type { PanelParts } from "../../NotificationPanel/panelParts";
import { createLazyPart } from "../../shared/ui/lazyPart";
import type { LazyPart } from "../../shared/ui/lazyPart";
import { bubble, renderControl } from "./renderControl";

interface Scene {
  readonly panelCode: LazyPart<PanelParts>;
  /** How often the bundle was asked for. */
  asked(): number;
  /** The bundle comes, or cannot be had. */
  arrive(isThere: boolean): Promise<void>;
}

function setScene(): Scene {
  let found: PanelParts | undefined;
  const waiting: (() => void)[] = [];
  let asked = 0;
  const load = (): Promise<void> =>
    new Promise((resolve) => {
      asked += 1;
      waiting.push(resolve);
    });
  return {
    panelCode: createLazyPart<PanelParts>({ find: () => found, ways: [load], report: () => {}, after: () => {} }),
    asked: () => asked,
    async arrive(isThere) {
      if (isThere) found = createPanelParts(SILENT_PANEL_SERVER);
      await act(async () => {
        waiting.splice(0).forEach((resolve) => resolve());
        await new Promise((resolve) => setTimeout(resolve));
      });
    },
  };
}

const open = { panelOpen: true };

describe("the panel's code", () => {
  it("is not loaded while the panel is closed", () => {
    const scene = setScene();
    renderControl({ panelOpen: false }, { ...scene, isHosted: false });
    expect(scene.asked()).toBe(0);
  });

  it.each(["pointer", "focus"])("is loaded when the %s comes to the bubble: the panel may be opened next", (what) => {
    const scene = setScene();
    renderControl({ panelOpen: false }, { ...scene, isHosted: false });
    if (what === "focus") fireEvent.focus(bubble());
    else fireEvent.pointerEnter(bubble());
    expect(scene.asked()).toBe(1);
  });

  it("is loaded when the panel opens, which says so meanwhile, under its own name", async () => {
    const scene = setScene();
    renderControl(open, { ...scene, isHosted: false });
    expect(screen.getByRole("region", { name: "Notifications" }).textContent).toContain("Loading");
    await scene.arrive(true);
    expect(screen.getByRole("region", { name: "Notifications" }).textContent).not.toContain("Loading");
    expect(screen.getByRole("listitem")).toBeTruthy();
  });

  it("that cannot be had is told, and tried again by Retry", async () => {
    const scene = setScene();
    renderControl(open, { ...scene, isHosted: false });
    await scene.arrive(false);
    expect(screen.getByRole("alert").textContent).toContain("could not be loaded");
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(scene.asked()).toBe(2);
    await scene.arrive(true);
    expect(screen.getByRole("listitem")).toBeTruthy();
  });

  it("takes the bubble along in nothing: it counts and opens all the same", async () => {
    const scene = setScene();
    const { probe } = renderControl(open, { ...scene, isHosted: false });
    await scene.arrive(false);
    fireEvent.click(bubble());
    expect(probe.calls).toContainEqual(["setPanelOpen", false]);
  });
});
