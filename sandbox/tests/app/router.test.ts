/** @jest-environment jsdom */
import type { Page } from "../../app/navigation/address";
import { Router } from "../../app/navigation/router";
import { rowId } from "./fixtures";

const list: Page = { pageType: "entitylist", entityName: "contact" };
const record: Page = { pageType: "entityrecord", entityName: "contact", entityId: rowId };
const first: Page = { pageType: "dashboard" };

/** Waits until the browser has followed `history.back()` and the like. */
async function traversed(): Promise<void> {
  await new Promise((resolve) => window.addEventListener("popstate", resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe("navigation in the app", () => {
  let router: Router;
  beforeEach(() => {
    window.history.pushState(null, "", "/");
    router = new Router(window, "app", first);
  });
  afterEach(() => router.dispose());

  it("opens the first page of the site map where the address names none, and gives it its address", () => {
    expect(router.page).toEqual(first);
    expect(window.location.search).toBe("?appid=app&pagetype=dashboard");
  });

  it("opens the page that the address names", () => {
    window.history.pushState(null, "", "/main.aspx?pagetype=entitylist&etn=contact");
    const other = new Router(window, "app", first);
    expect(other.page).toEqual(list);
    other.dispose();
  });

  it("gives every page its address", async () => {
    await router.go(record);
    expect(window.location.search).toContain(`etn=contact&id=${rowId}`);
  });

  it("goes back with the browser", async () => {
    await router.go(list);
    await router.go(record);
    window.history.back();
    await traversed();
    expect(router.page).toEqual(list);
  });

  it("loads the page anew when one goes to the page that is already there, without another step in the history", async () => {
    await router.go(list);
    const { visit } = router;
    const steps = window.history.length;
    await router.go(list);
    expect(router.visit).toBe(visit + 1);
    expect(window.history.length).toBe(steps);
  });

  it("does not load the page anew when only its address improves", async () => {
    await router.go({ pageType: "entityrecord", entityName: "contact" });
    const { visit } = router;
    router.rename(record, router.visit);
    expect(router.visit).toBe(visit);
    expect(window.location.search).toContain(rowId);
  });

  it("stays when whoever was asked says so", async () => {
    await router.go(list);
    router.setGuard(() => Promise.resolve(false));
    expect(await router.go(record)).toBe(false);
    expect(router.page).toEqual(list);
  });

  it("moves the browser back when the user stays after pressing Back", async () => {
    await router.go(list);
    await router.go(record);
    router.setGuard(() => Promise.resolve(false));
    window.history.back();
    await traversed();
    await traversed();
    expect(router.page).toEqual(record);
    expect(window.location.search).toContain(rowId);
  });

  it("asks nobody once the page that asked is gone", async () => {
    await router.go(list);
    router.setGuard(() => Promise.resolve(true));
    await router.go(record);
    router.rename(record, router.visit);
    expect(await router.go(list)).toBe(true);
  });
});
