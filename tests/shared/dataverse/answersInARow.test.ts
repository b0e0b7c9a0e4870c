/** One gateway that is asked again and again says what a new one would say: what it remembers of the answer before is a matter of cost alone. */
import fc from "fast-check";
import { createGateway } from "../../../shared/dataverse/gateway";
import type { Row } from "../../../shared/dataverse/rows";
import { tries } from "../../hostile";
import { ana, MINUTE, NOON } from "../sessions";

const id = (kind: string, end: number) => `${kind}0000000-0000-0000-0000-00000000000${end}`;

/** As the client parses it: new objects that say the same. */
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A row of figures, or one of the fallback's, of which a session has several. */
const aRow = fc
  .record({
    session: fc.integer({ min: 1, max: 3 }),
    message: fc.option(fc.integer({ min: 1, max: 4 })),
    unread: fc.integer({ min: 0, max: 3 }),
    minutes: fc.integer({ min: 0, max: 3 }),
    status: fc.constantFrom(864500000, 864500001, 7),
    blockedMinutes: fc.option(fc.integer({ min: -2, max: 2 })),
    dismissed: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  .map(({ session, message, unread, minutes, status, blockedMinutes, dismissed }): Row => {
    const at = (before: number) => new Date(NOON - before * MINUTE).toISOString();
    return {
      ...(message === null ? { unread } : { msgn_messageid: id("e", message) }),
      ...{
        session: id("5", session),
        contactnumber: id("c", session),
        phonenumber: "+15550100",
        status,
        owner: ana.id,
        owninguser: ana.id,
      },
      ...{ newest: at(minutes), newestmade: at(minutes), numberstate: blockedMinutes === null ? 0 : 1 },
      ...(blockedMinutes === null ? {} : { blockeduntil: at(blockedMinutes) }),
      ...(dismissed === null ? {} : { dismissedupto: at(dismissed), dismissedcount: dismissed }),
    };
  });

it("whatever came before, and however often a row comes again", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(aRow, { maxLength: 5 }), { minLength: 2, maxLength: 5 }), async (answers) => {
      let answer: readonly Row[] = [];
      let now = NOON;
      const gateway = () =>
        createGateway(
          () => Promise.resolve({ body: { value: copyOf(answer) }, etag: null, now }),
          ana.id,
          () => 0,
        );
      const asked = gateway();
      for (answer of [...answers, ...answers]) {
        now += MINUTE;
        expect(await asked.readInbox()).toEqual(await gateway().readInbox());
      }
    }),
    tries(300),
  );
});

it("gives the very same conversation for a row that says the same", async () => {
  const row = { session: id("5", 1), contactnumber: id("c", 1), unread: 1, newest: new Date(NOON).toISOString(), status: 864500000 };
  const gateway = createGateway(
    () => Promise.resolve({ body: { value: [copyOf(row)] }, etag: null, now: NOON }),
    ana.id,
    () => 0,
  );
  const [first] = (await gateway.readInbox()).sessions;
  const [second] = (await gateway.readInbox()).sessions;
  expect(first).toBeDefined();
  expect(second).toBe(first);
});
