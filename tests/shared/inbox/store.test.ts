/** Who is told of a change, and when. */
import { jane, setUp } from "./openTab";

it("tells a listener that comes while the others are being told of the next change, not of this one", async () => {
  const { inbox } = await setUp(jane);
  const late = jest.fn();
  const stop = inbox.subscribe(() => {
    stop();
    inbox.subscribe(late);
  });
  inbox.setPanelOpen(true);
  expect(late).not.toHaveBeenCalled();
  inbox.setPanelOpen(false);
  expect(late).toHaveBeenCalledTimes(1);
});

it("tells every listener, also when one of them leaves in between", async () => {
  const { inbox } = await setUp(jane);
  const others = [jest.fn(), jest.fn()];
  const stop = inbox.subscribe(() => stop());
  for (const other of others) inbox.subscribe(other);
  inbox.setPanelOpen(true);
  for (const other of others) expect(other).toHaveBeenCalledTimes(1);
});

it("tells a listener that has left nothing more", async () => {
  const { inbox } = await setUp(jane);
  const gone = jest.fn();
  inbox.subscribe(gone)();
  inbox.setPanelOpen(true);
  expect(gone).not.toHaveBeenCalled();
});
