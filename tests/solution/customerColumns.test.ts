/** What docs/security.md advises about customers' data is true of the solution, and possible on the platform. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deliver } from "../../gateway/contract";
import { createClient } from "../../shared/dataverse/client";
import { createBothGateways } from "../shared/dataverse/createBothGateways";
import { customerName } from "../../shared/domain/session";
import { markOf } from "../../shared/domain/unread";
import { columnSecurity, CUSTOMER_COLUMNS } from "../../tools/docs/customerColumns";
import { readSolution } from "../../tools/docs/solution";
import type { Column, Table } from "../../tools/docs/solution";
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";
import { ROOT } from "./builtSolution";
import { createOutboxScene } from "./outboxScene";

const solution = readSolution(ROOT);
const page = readFileSync(join(ROOT, "docs", "security.md"), "utf8").replaceAll("\r\n", "\n");

let dataverse: TestDataverse;
beforeAll(async () => {
  dataverse = await startDataverse();
}, 180_000);
afterAll(() => dataverse.close());

/** What is a customer's: words that occur nowhere else. */
const CUSTOMERS = ["Zanzibar", "1555777", "Quixote"];

/** `table.column` of every text that holds something of a customer's. */
function columnsThatHold(words: readonly string[]): readonly string[] {
  return dataverse.model.tables
    .filter(({ logicalName }) => logicalName.startsWith("msgn_"))
    .flatMap(({ logicalName, entitySetName }) =>
      dataverse
        .rows(entitySetName)
        .flatMap((row) =>
          Object.entries(row).flatMap(([column, value]) =>
            typeof value === "string" && words.some((word) => value.includes(word)) ? [`${logicalName}.${column}`] : [],
          ),
        ),
    );
}

it("names every column that holds a customer's name, number or words, once texts have come in, were dismissed and answered", async () => {
  const contact = {
    table: "contact",
    id: String(dataverse.system("POST", "contacts", { lastname: "Quixote" })["contactid"]),
    name: "Quixote",
  } as const;
  const fetch = ((url: string, init: RequestInit) =>
    dataverse.fetchAs("gateway")(url.replace("https://test.example", ""), init)) as typeof globalThis.fetch;
  const connection = { root: "https://test.example/api/data/v9.2/", token: "a token", fetch };
  let sent = 0;
  const text = (from: string, body: string) => ({
    id: `SM${(sent += 1)}`,
    from,
    to: "+15550999",
    body,
    receivedAt: new Date(dataverse.now),
  });
  await deliver(connection, text("+15557770001", "Is Zanzibar open?"), contact);
  await deliver(connection, text("+15557770002", "Zanzibar"));
  await deliver(connection, text("+15557770003", ""));
  const inbox = createBothGateways(createClient(dataverse.fetchAs("ana")), dataverse.idOf("ana"), () => dataverse.now);
  const { sessions } = await inbox.readInbox();
  expect(sessions).toHaveLength(3);
  for (const session of sessions) await inbox.writeDismissal(session.id, markOf(session), customerName(session));

  const answers = createOutboxScene(dataverse, ({ to }) => ({ kind: "refused", reason: `21211: ${to} is not a valid number` }));
  const session = sessions[0]?.id ?? "";
  dataverse.system("PATCH", `msgn_sessions(${session})`, { "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})` });
  await answers.write("ana", session);
  await answers.settle();

  expect([...new Set(columnsThatHold(CUSTOMERS))].sort()).toEqual(Object.keys(CUSTOMER_COLUMNS).sort());
});

describe("column security", () => {
  const table = { key: ["a"] };
  it.each([
    ["a column of an alternate key", { name: "a", primary: false, type: "nvarchar" }, false],
    ["a name column", { name: "b", primary: true, type: "nvarchar" }, false],
    ["a lookup", { name: "b", primary: false, type: "customer" }, false],
    ["another column", { name: "b", primary: false, type: "ntext" }, true],
  ])("for %s: %j, possible: %s", (_, column, possible) => {
    expect(columnSecurity(table, column).possible).toBe(possible);
  });
});

describe("the advice for texts that have to be proof", () => {
  const [, section = ""] = /\n## Texts that have to be proof\n([^]*?)\n## /.exec(page) ?? [];
  const message = solution.tables.find(({ name }) => name === "msgn_message") as Table;
  /** The columns that a phrase of the section names, in italics up to the end of its sentence. @throws Error for one that the table does not have */
  const named = (phrase: string): readonly Column[] => {
    const [, sentence = ""] = new RegExp(`${phrase}([^.;]*)`).exec(section.replaceAll(/\s+/g, " ")) ?? [];
    return [...sentence.matchAll(/_([^_]+)_/g)].map(([, label = ""]) => {
      const column = message.columns.find((each) => each.label === label);
      if (!column) throw new Error(`The table Message has no column ${label}.`);
      return column;
    });
  };
  const secured = named("switch on column security for ");
  const isOpen = ({ detail }: Column): boolean => detail("IsCustomizable") === "1" && detail("CanModifyAdditionalSettings") === "1";

  it("secures columns that can be secured, and that the managed solution leaves open", () => {
    expect(secured.length).toBeGreaterThan(1);
    expect(secured.filter((column) => !columnSecurity(message, column).possible)).toEqual([]);
    expect(secured.filter((column) => !isOpen(column))).toEqual([]);
  });

  it("says of every other column of a message that it is not covered", () => {
    const [, rest = ""] = /What that does not cover:([^]*?)\nOr /.exec(section) ?? [];
    const others = message.columns.filter((column) => !secured.includes(column)).map(({ label }) => label);
    expect(others.filter((label) => !rest.includes(`_${label}_`))).toEqual([]);
  });

  it("names for auditing every column of the table, as none is audited as it comes", () => {
    expect([message.audited, ...message.columns.map(({ audited }) => audited)]).not.toContain(true);
    expect([...named("and for the columns ")].map(({ name }) => name).sort()).toEqual(message.columns.map(({ name }) => name).sort());
  });
});

it("advises column security on no other page of the documentation", () => {
  const pages = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md") && name !== "security.md");
  expect(pages.filter((name) => /switch on column security/i.test(readFileSync(join(ROOT, "docs", name), "utf8")))).toEqual([]);
  expect(page.match(/switch on column security for/g)).toHaveLength(1);
});
