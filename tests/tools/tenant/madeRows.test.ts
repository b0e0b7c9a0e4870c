import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMadeRows } from "../../../tools/tenant/madeRows";
import type { WebApi } from "../../../tools/tenant/webApi";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "made-"));
  file = join(folder, "below", "made.json");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A Web API that does what it is told, and notes it. */
function createApi(more: Partial<WebApi> = {}) {
  const log: string[] = [];
  const api: WebApi = {
    get: () => Promise.reject(new Error("not asked for")),
    list: () => Promise.reject(new Error("not asked for")),
    create: (set) => Promise.resolve(void log.push(`made ${set}`)),
    remove: (set) => Promise.resolve(void log.push(`removed ${set}`)),
    now: () => new Date(),
    ...more,
  };
  return { api, log };
}

describe("rows that the program has made", () => {
  it("are written down before they are made, by ids of the program's own", async () => {
    const { api } = createApi({
      create: (set, row) => {
        expect(JSON.parse(readFileSync(file, "utf8"))).toEqual([{ set, id: row["numberid"], title: "a number" }]);
        return Promise.reject(new Error("the answer was lost"));
      },
    });
    await expect(createMadeRows(api, file).make("numbers", "numberid", {}, "a number")).rejects.toThrow("lost");
    expect(createMadeRows(api, file).count()).toBe(1);
  });

  it("are removed, the newest first, and then there is no list any more", async () => {
    const { api, log } = createApi();
    const made = createMadeRows(api, file);
    await made.make("numbers", "numberid", {}, "a number");
    await made.make("sessions", "sessionid", {}, "a session");
    expect(await made.removeAll()).toEqual([]);
    expect(log).toEqual(["made numbers", "made sessions", "removed sessions", "removed numbers"]);
    expect(existsSync(file)).toBe(false);
  });

  it("are waited for where one is still being made", async () => {
    const order: string[] = [];
    let finish = () => {};
    const { api } = createApi({
      create: () => new Promise((resolve) => (finish = () => resolve(void order.push("made")))),
      remove: () => Promise.resolve(void order.push("removed")),
    });
    const made = createMadeRows(api, file);
    const making = made.make("numbers", "numberid", {}, "a number");
    const removing = made.removeAll();
    finish();
    await Promise.all([making, removing]);
    expect(order).toEqual(["made", "removed"]);
  });

  it("are told and kept for the next run where they cannot be removed; the others go", async () => {
    const { api } = createApi({ remove: (set) => (set === "numbers" ? Promise.reject(new Error("403")) : Promise.resolve()) });
    const made = createMadeRows(api, file);
    await made.make("numbers", "numberid", {}, "a number");
    await made.make("sessions", "sessionid", {}, "a session");
    expect(await made.removeAll()).toEqual([expect.objectContaining({ set: "numbers", title: "a number", why: "403" })]);

    const next = createApi();
    expect(await createMadeRows(next.api, file).removeAll()).toEqual([]);
    expect(next.log).toEqual(["removed numbers"]);
  });
});
