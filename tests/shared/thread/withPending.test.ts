import type { ThreadMessage } from "../../../shared/domain/message";
import { withPending } from "../../../shared/thread/withPending";

const message = (id: string, etag: string) => ({ id, etag }) as ThreadMessage;
const listed = [message("1", "a"), message("2", "b")];

it("shows after the server's texts those that it does not have yet; the server's own row wins", () => {
  expect(withPending(listed, [message("2", ""), message("3", "")])).toEqual([...listed, message("3", "")]);
});

it("is the server's own list where nothing is to be added", () => {
  expect(withPending(listed, [])).toBe(listed);
  expect(withPending(listed, [message("2", "")])).toBe(listed);
});
