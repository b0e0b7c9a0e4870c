import { RequestFailed } from "../../../shared/domain/failure";
import { createCustomerLinks } from "../../../shared/thread/customerLinks";
import type { LinkGateway, NewLink, NumberLink } from "../../../shared/thread/linkPorts";

const ID = "10000000-0000-0000-0000-000000000001";
const JANE = { table: "contact", id: "c0000000-0000-0000-0000-000000000001", name: "Jane Doe" } as const;
const ROE = { table: "account", id: "c0000000-0000-0000-0000-000000000002", name: "Roe Ltd." } as const;
const NOBODY: NewLink = { customer: null, customerName: "", isLeftWithout: false };
const linkTo = ({ table, id, name }: typeof JANE | typeof ROE): NewLink => ({
  customer: { table, id },
  customerName: name,
  isLeftWithout: false,
});

/** One number on a server, and the links of one agent's window; time stands still until it is moved. */
function setUp() {
  let version = 1;
  let row: NewLink & Pick<NumberLink, "changedBy"> = { ...NOBODY, changedBy: "" };
  const bugs: unknown[] = [];
  const posted: unknown[] = [];
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  let now = 0;
  let changes = 0;
  /** What becomes of the next write: `cut` before it is done, `lost` after. */
  let fault: "cut" | "lost" | "denied" | null = null;
  const write = (link: NewLink, by = "Ana") => {
    version += 1;
    row = { ...link, changedBy: by };
  };
  const gateway: LinkGateway = {
    readLink: () => Promise.resolve({ ...row, etag: String(version) }),
    writeLink(_, link, etag) {
      const is = fault;
      fault = null;
      if (is === "denied") return Promise.reject(new RequestFailed("denied"));
      if (is === "cut") return Promise.reject(new RequestFailed("offline", { mayBeDone: true }));
      if (etag !== String(version)) return Promise.reject(new RequestFailed("stale"));
      write(link);
      return is === "lost" ? Promise.reject(new RequestFailed("offline", { mayBeDone: true })) : Promise.resolve(String(version));
    },
    findHolders: () => Promise.resolve({ items: [], hasMore: false }),
    findCustomers: () => Promise.resolve({ items: [], hasMore: false }),
    readNumberColumn: () => Promise.resolve("mobilephone"),
  };
  const links = createCustomerLinks({
    contactNumberId: ID,
    phoneNumber: "+15550100",
    gateway,
    browser: {
      after(ms, run) {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
      },
      isOnline: () => true,
      report: (bug) => void bugs.push(bug),
    },
    channel: { post: (message) => void posted.push(message) },
    onChanged: () => void (changes += 1),
  });
  return {
    links,
    bugs,
    posted,
    write,
    notice: () => links.getSnapshot().notice,
    customer: () => row.customer,
    isLeftWithout: () => row.isLeftWithout,
    changes: () => changes,
    timers: () => timers.length,
    next: (is: typeof fault) => void (fault = is),
    pass(ms: number) {
      now += ms;
      for (const timer of timers.filter(({ at }) => at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.run();
      }
    },
  };
}

describe("linking", () => {
  it("is told to the agent, who can undo it for ten seconds, to the other tabs, and to the conversation", async () => {
    const scene = setUp();
    await scene.links.link(null, JANE);
    expect(scene.customer()).toEqual({ table: "contact", id: JANE.id });
    expect(scene.notice()).toEqual({ kind: "linked", name: "Jane Doe", canUndo: true });
    expect(scene.posted).toEqual([{ type: "takenBack", sessionId: ID }]);
    expect(scene.changes()).toBe(1);
    scene.pass(9_999);
    expect(scene.notice()).not.toBeNull();
    scene.pass(1);
    expect(scene.notice()).toBeNull();
  });

  it("keeps its notice while the agent is at it", async () => {
    const scene = setUp();
    await scene.links.link(null, JANE);
    scene.links.hold(true);
    scene.pass(60_000);
    expect(scene.notice()).not.toBeNull();
    scene.links.hold(false);
    scene.pass(10_000);
    expect(scene.notice()).toBeNull();
  });

  it("loses to a colleague who was faster, and names them and whom they chose", async () => {
    const scene = setUp();
    scene.write(linkTo(ROE), "Ben");
    await scene.links.link(null, JANE);
    expect(scene.customer()).toEqual({ table: "account", id: ROE.id });
    expect(scene.notice()).toEqual({ kind: "overtaken", name: "Roe Ltd.", by: "Ben" });
  });

  it("goes on where something else of the number's row has changed", async () => {
    const scene = setUp();
    await scene.links.link(null, JANE);
    scene.write(linkTo(JANE), "Gateway");
    await scene.links.link(JANE, ROE);
    expect(scene.notice()).toMatchObject({ kind: "linked", name: "Roe Ltd." });
  });

  it("is done where only the answer was lost, and can be undone then, too", async () => {
    const scene = setUp();
    scene.next("lost");
    await scene.links.link(null, JANE);
    expect(scene.notice()).toMatchObject({ kind: "linked" });
    await scene.links.undo();
    expect([scene.customer(), scene.notice()]).toEqual([null, { kind: "undone" }]);
    scene.pass(10_000);
    expect(scene.notice()).toBeNull();
  });

  it.each([
    ["cut", "unreachable"],
    ["denied", "denied"],
  ] as const)("that was %s says so, and changes nothing", async (fault, why) => {
    const scene = setUp();
    scene.next(fault);
    await scene.links.link(null, JANE);
    expect([scene.customer(), scene.notice()]).toEqual([null, { kind: "failed", why, canUndo: false }]);
  });

  it("is done once when it is pressed twice", async () => {
    const scene = setUp();
    await Promise.all([scene.links.link(null, JANE), scene.links.link(null, ROE)]);
    expect(scene.customer()).toEqual({ table: "contact", id: JANE.id });
    expect(scene.posted).toHaveLength(1);
  });
});

describe("taking a link away", () => {
  it("tells the gateway to leave the number without a customer, and undo brings the link back", async () => {
    const scene = setUp();
    scene.write(linkTo(JANE), "Gateway");
    await scene.links.link(JANE, null);
    expect([scene.customer(), scene.isLeftWithout(), scene.notice()]).toEqual([null, true, { kind: "unlinked", name: "", canUndo: true }]);
    await scene.links.undo();
    expect([scene.customer(), scene.isLeftWithout()]).toEqual([{ table: "contact", id: JANE.id }, false]);
  });

  it("is not undone over a colleague's choice", async () => {
    const scene = setUp();
    scene.write(linkTo(JANE), "Gateway");
    await scene.links.link(JANE, null);
    scene.write(linkTo(ROE), "Ben");
    await scene.links.undo();
    expect(scene.customer()).toEqual({ table: "account", id: ROE.id });
    expect(scene.notice()).toEqual({ kind: "overtaken", name: "Roe Ltd.", by: "Ben" });
  });
});

describe("an undo that failed", () => {
  it("can be tried again", async () => {
    const scene = setUp();
    await scene.links.link(null, JANE);
    scene.next("denied");
    await scene.links.undo();
    expect([scene.customer(), scene.notice()]).toEqual([
      { table: "contact", id: JANE.id },
      { kind: "failed", why: "denied", canUndo: true },
    ]);
    await scene.links.undo();
    expect([scene.customer(), scene.notice()]).toEqual([null, { kind: "undone" }]);
  });
});

describe("a new contact", () => {
  it.each([
    ["", { mobilephone: "+15550100" }],
    ["Jane van Doe", { firstname: "Jane van", lastname: "Doe", mobilephone: "+15550100" }],
    ["Doe", { lastname: "Doe", mobilephone: "+15550100" }],
    ["jane@example.com", { mobilephone: "+15550100" }],
    ["555 0100", { mobilephone: "+15550100" }],
  ])("for %j has %j filled in, and is linked once it is saved", async (name, expected) => {
    const scene = setUp();
    const asked: unknown[] = [];
    await scene.links.create(null, name, (parameters) => {
      asked.push(parameters);
      return Promise.resolve(JANE);
    });
    expect(asked).toEqual([expected]);
    expect(scene.notice()).toMatchObject({ kind: "linked", name: "Jane Doe" });
  });

  it("does not keep the agent from linking otherwise while its form is open, and no second form comes of a double press", async () => {
    const scene = setUp();
    let forms = 0;
    const never = () => ((forms += 1), new Promise<null>(() => undefined));
    void scene.links.create(null, "", never);
    void scene.links.create(null, "", never);
    await scene.links.link(null, ROE);
    expect([forms, scene.notice()]).toEqual([1, { kind: "linked", name: "Roe Ltd.", canUndo: true }]);
  });

  it("can be begun anew after a form that never answers, and no timer runs once the links have gone", async () => {
    const scene = setUp();
    void scene.links.create(null, "", () => new Promise<null>(() => undefined));
    scene.pass(2_000);
    await scene.links.create(null, "", () => Promise.resolve(JANE));
    expect(scene.notice()).toMatchObject({ kind: "linked", name: "Jane Doe" });
    scene.links.destroy();
    await scene.links.link(scene.customer(), ROE).then(() => expect(scene.timers()).toBe(0));
  });

  it("that is saved while something is written is linked after it", async () => {
    const scene = setUp();
    let save: (contact: typeof JANE) => void = () => undefined;
    const made = scene.links.create(null, "", () => new Promise((resolve) => (save = resolve)));
    await Promise.resolve();
    const taken = scene.links.link(null, null);
    save(JANE);
    await Promise.all([made, taken]);
    expect(scene.customer()).toEqual({ table: "contact", id: JANE.id });
  });

  it("that is not saved changes nothing", async () => {
    const scene = setUp();
    await scene.links.create(null, "", () => Promise.resolve(null));
    expect([scene.customer(), scene.notice(), scene.posted]).toEqual([null, null, []]);
  });
});

it("reports a bug, and says that it did not work", async () => {
  const scene = setUp();
  const bug = new TypeError("a bug");
  await scene.links.create(null, "", () => Promise.reject(bug));
  expect(scene.bugs).toEqual([bug]);
  expect(scene.notice()).toEqual({ kind: "failed", why: "failed", canUndo: false });
});
