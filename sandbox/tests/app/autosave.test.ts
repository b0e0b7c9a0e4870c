import { autosaveDelay, startAutosave } from "../../app/form/autosave";
import { newForm, opened } from "./cases";
import { rowServer } from "./fixtures";

describe("autosave", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const timers = { setTimeout: (run: () => void, delay: number) => Number(setTimeout(run, delay)), clearTimeout } as unknown as Window;

  it("saves an existing row thirty seconds after a change, with mode 70", async () => {
    const { form: open, sent } = await opened({ count: 1 });
    const stop = startAutosave(open, timers);
    open.attributes.get("count")?.enter(2);
    await jest.advanceTimersByTimeAsync(autosaveDelay - 1);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(1);
    stop();
  });

  it("runs the OnSave handlers even where only columns have changed that are never submitted, and sends nothing", async () => {
    const { form: open, sent } = await opened({ count: 1 });
    const saves: unknown[] = [];
    open.events.addOnSave((context) => saves.push(context));
    const count = open.attributes.get("count");
    if (count !== undefined) count.submit = "never";
    const stop = startAutosave(open, timers);
    count?.enter(2);
    await jest.advanceTimersByTimeAsync(autosaveDelay);
    expect(saves).toHaveLength(1);
    expect(sent).toEqual([]);
    stop();
  });

  it("leaves a new row alone", async () => {
    const server = rowServer({});
    const open = newForm(server.send);
    await open.load();
    const stop = startAutosave(open, timers);
    open.attributes.get("subject")?.enter("Oven");
    await jest.advanceTimersByTimeAsync(autosaveDelay * 2);
    expect(server.sent).toEqual([]);
    stop();
  });
});
