/** What a navigation costs Dataverse, counted: the bench tells the same of up to 10,000 conversations (`npm run bench -- requests`). */
import { measureNavigations } from "../../bench/navigationRequests";

/** Bytes of a conversation, uncompressed. Who makes them fewer lowers it. */
const MOST_BYTES = 1_350;

it.each([1, 200])(
  "is one request with %d conversations, the panel closed or open, and one more for a new text in view",
  async (sessions) => {
    const { closed, open, openWithNews } = await measureNavigations(sessions);
    expect([closed.requests, open.requests, openWithNews.requests]).toEqual([1, 1, 2]);
    // Around a list of one there is the frame of the answer.
    expect(closed.bytes / sessions).toBeLessThanOrEqual(sessions === 1 ? 2 * MOST_BYTES : MOST_BYTES);
  },
);
