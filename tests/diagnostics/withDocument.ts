/**
 * Gives Node a browser's document: imported before what looks for one. The sandbox's Dataverse, which the page asks, needs Node's own globals, which Jest's
 * environment of a browser lacks.
 */
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>", { url: "http://localhost/" });
Object.assign(globalThis, { window, document: window.document });

afterAll(() => {
  window.close();
  for (const name of ["window", "document"]) Reflect.deleteProperty(globalThis, name);
});
