/** @jest-environment jsdom */
import { bundleTools } from "../../../shared/browser/bundleTools";

const CONTROL = "msgn_MessageNotification.ReplyLibrary";

it("asks the platform first, then loads the bundle's web resource as a script", async () => {
  const asked: string[] = [];
  const { ways } = bundleTools(window, CONTROL, "ReplyBox", (name) => asked.push(name));
  await ways[0]?.();
  expect(asked).toEqual([CONTROL]);
  const loading = ways[1]?.();
  const script = document.head.querySelector("script");
  expect(new URL(script?.src ?? "").pathname).toBe(`/WebResources/cc_${CONTROL}/bundle.js`);
  script?.dispatchEvent(new Event("load"));
  await loading;
});

it("takes a platform that cannot load it for a way that does not work", async () => {
  const { ways } = bundleTools(window, CONTROL, "ReplyBox", () => {
    throw new Error("no such control");
  });
  await expect(ways[0]?.()).rejects.toThrow("no such control");
});
