/** @jest-environment jsdom */
import { columnsOfView, generatedView, pageQuery } from "../../app/list/pageQuery";
import { ListRows } from "../../app/list/listRows";
import { linksOf, siteMapFor } from "../../app/navigation/siteMap";
import { firstPage } from "../../app/shell";
import { otherUsers } from "../../app/pages/users";
import type { Depth } from "../../app/session/privileges";
import type { App, SiteMapPrivilege } from "../../model";
import { iconNames } from "../../app/style/icons";
import { answer, column, rowId, session, table, view } from "./fixtures";

const cases = table("case", [
  column("count", "integer", { labels: { "1033": "Count", "1031": "Anzahl" } }),
  column("contactid", "lookup", { targets: ["contact"] }),
]);
const contact = table("contact", [column("phone", "string", { labels: { "1033": "Phone" } })], { labels: { "1033": "Contact" } });
const fetchXml = `<fetch><entity name="case"><attribute name="name"/><order attribute="name"/>
  <link-entity name="contact" from="contactid" to="contactid" alias="who"><attribute name="phone"/></link-entity></entity></fetch>`;
const cells = ["name", "count", "contactid", "who.phone"];

describe("a list's columns", () => {
  it("carry the labels of the user's language and the properties of the Web API", () => {
    const user = session({ tables: [cases, contact], languageId: 1031 });
    const columns = columnsOfView(user, view("case", fetchXml, cells));
    expect(columns.map(({ label, property }) => [label, property])).toEqual([
      ["name", "name"],
      ["Anzahl", "count"],
      ["contactid", "_contactid_value"],
      ["Phone (Contact)", "who.phone"],
    ]);
  });

  it("are refused where the table lacks them or the query does not link them", () => {
    const user = session({ tables: [cases, contact] });
    expect(() => columnsOfView(user, view("case", fetchXml, ["gone"]))).toThrow('"gone"');
    expect(() => columnsOfView(user, view("case", fetchXml, ["other.phone"]))).toThrow('"other"');
  });

  it("are made for a table that brings no view", () => {
    const made = generatedView(contact);
    expect(made.columns.map(({ name }) => name)).toEqual(["name", "phone"]);
    expect(made.fetchXml).toContain('<attribute name="contactid" />');
  });
});

describe("columns that the sandbox does not store", () => {
  const paid = table("case", [column("price", "unsupported"), column("count", "integer")]);
  const linked = table("contact", [column("budget", "unsupported")]);
  const query = (more: string): string =>
    `<fetch><entity name="case"><attribute name="name"/><attribute name="price"/>${more}` +
    '<link-entity name="contact" from="contactid" to="contactid" alias="who"><attribute name="budget"/></link-entity></entity></fetch>';
  const asked = async (more: string): Promise<string> => {
    let url = "";
    const send: typeof fetch = (input) => {
      url = decodeURIComponent(input as string);
      return Promise.resolve(answer(200, '{"value":[]}'));
    };
    const user = session({ tables: [paid, linked], send });
    const own = view("case", query(more), ["name", "price", "who.budget"]);
    expect(columnsOfView(user, own).map(({ name }) => name)).toEqual(["name"]);
    await new ListRows(user, own).reload();
    return url;
  };

  it("are left out of a list, and the rest is shown", async () => {
    const url = await asked("");
    expect(url).toContain('<attribute name="name"/>');
    expect(url).not.toMatch(/price|budget/);
  });

  it("stay in its conditions and orders, which the server refuses in words: without them it would be another list", async () => {
    expect(await asked('<order attribute="price"/>')).toContain('<order attribute="price"/>');
  });
});

describe("a list's query", () => {
  const page = { number: 2, size: 50, cookie: '<cookie page="1"/>' };

  it("asks for one page, with the server's cookie", () => {
    const root = new DOMParser().parseFromString(pageQuery(view("case", fetchXml, cells), page), "application/xml").documentElement;
    expect([root.getAttribute("page"), root.getAttribute("count"), root.getAttribute("paging-cookie")]).toEqual(["2", "50", page.cookie]);
  });

  it("takes the user's order in place of the view's", () => {
    const query = pageQuery(view("case", fetchXml, cells), page, { column: "count", descending: true });
    expect(query).toContain('<order attribute="count" descending="true"/>');
    expect(query).not.toContain('<order attribute="name"');
  });

  it("keeps to the rows that belong to a row", () => {
    const relationship = {
      name: "r",
      referencedTable: "contact",
      referencingTable: "case",
      column: "contactid",
      navigationProperty: "contactid",
      onDelete: "none" as const,
    };
    expect(pageQuery(view("case", fetchXml, cells), page, undefined, { column: relationship.column, value: rowId })).toContain(
      `<condition attribute="contactid" operator="eq" value="${rowId}"/>`,
    );
  });
});

describe("the rows of a list", () => {
  const listed = view("case", fetchXml, cells);

  it("come page by page", async () => {
    const bodies = [
      { value: [{ name: "A" }], "@Microsoft.Dynamics.CRM.morerecords": true },
      { value: [{ name: "B" }], "@Microsoft.Dynamics.CRM.morerecords": false },
    ];
    const send: typeof fetch = () => Promise.resolve(answer(200, JSON.stringify(bodies.shift())));
    const rows = new ListRows(session({ tables: [cases, contact], send }), listed);
    await rows.reload();
    expect([rows.status, rows.more]).toEqual(["ready", true]);
    await rows.loadMore();
    expect(rows.rows).toEqual([{ name: "A" }, { name: "B" }]);
    expect(rows.more).toBe(false);
  });

  it("stay when a reload fails, and the failure is told", async () => {
    const answers = [
      answer(200, JSON.stringify({ value: [{ name: "A" }] })),
      answer(403, JSON.stringify({ error: { message: "No right." } })),
    ];
    const send: typeof fetch = () => Promise.resolve(answers.shift() ?? answer(500, ""));
    const rows = new ListRows(session({ tables: [cases, contact], send }), listed);
    await rows.reload();
    await rows.reload();
    expect(rows.status).toBe("failed");
    expect(rows.failure).toMatchObject({ message: "No right.", status: 403 });
    expect(rows.rows).toEqual([{ name: "A" }]);
  });
});

describe("the site map", () => {
  const areas = [
    {
      id: "area",
      labels: { "1033": "Area" },
      groups: [
        { id: "g1", labels: {}, subAreas: [{ id: "s1", labels: { "1033": "Cases" }, table: "case" }] },
        {
          id: "g2",
          labels: {},
          subAreas: [
            { id: "s2", labels: {}, table: "contact" },
            { id: "s3", labels: { "1033": "Dashboards" }, url: "/main.aspx?pagetype=dashboard" },
          ],
        },
      ],
    },
  ];

  it("leaves out the tables that the user may not read, and groups that are empty then", () => {
    const user = session({ tables: [cases, contact], app: { areas }, rights: { "Read:contact": "Global" } });
    const groups = siteMapFor(user).flatMap((area) => area.groups.map((group) => group.id));
    expect(groups).toEqual(["g2"]);
    expect(linksOf(siteMapFor(user)).map(({ label }) => label)).toEqual(["contacts", "Dashboards"]);
  });

  describe("with an entry that asks for a privilege", () => {
    const links = (privileges: readonly SiteMapPrivilege[], rights: Readonly<Record<string, Depth>>): string[] => {
      const subAreas = [{ id: "s1", labels: { "1033": "Cases" }, table: "case", privileges }];
      const guarded = [{ id: "area", labels: {}, groups: [{ id: "g1", labels: {}, subAreas }] }];
      return linksOf(siteMapFor(session({ tables: [cases, contact], app: { areas: guarded }, rights }))).map(({ label }) => label);
    };
    const toWrite: SiteMapPrivilege = { table: "case", right: "Write" };

    it("hides it from a user who may read the table but lacks that privilege", () => {
      expect(links([toWrite], { "Read:case": "Global" })).toEqual([]);
    });

    it("shows it to a user who has the privilege, at whatever level", () => {
      expect(links([toWrite], { "Read:case": "Global", "Write:case": "Basic" })).toEqual(["Cases"]);
    });

    it("wants all of them, on other tables too", () => {
      const both: readonly SiteMapPrivilege[] = [toWrite, { table: "contact", right: "Read" }];
      expect(links(both, { "Read:case": "Global", "Write:case": "Global" })).toEqual([]);
      expect(links(both, { "Read:case": "Global", "Write:case": "Global", "Read:contact": "Global" })).toEqual(["Cases"]);
    });

    it("still leaves out a table that the user may not read", () => {
      expect(links([toWrite], { "Write:case": "Global" })).toEqual([]);
    });
  });

  it("has a picture for every link, where the solution brings no icon as well", () => {
    const drawn = linksOf(siteMapFor(session({ tables: [{ ...cases, icon: "case.svg" }, contact], app: { areas } })));
    expect(drawn.map(({ icon, symbol }) => icon ?? symbol)).toEqual(["case.svg", "Contact", "ViewDashboard"]);
    for (const { symbol } of drawn) expect(iconNames).toContain(symbol);
  });

  it("leads to custom pages, and to addresses outside the app, with a picture as well", () => {
    const subAreas = [
      { id: "p", labels: {}, customPage: "sample_map_1a2b3" },
      { id: "u", labels: {}, url: "https://example.org/" },
      { id: "n", labels: {} },
    ];
    const links = linksOf(
      siteMapFor(session({ app: { areas: [{ id: "area", labels: {}, groups: [{ id: "g", labels: {}, subAreas }] }] } })),
    );
    expect(links.map(({ page }) => page)).toEqual([
      { pageType: "custom", name: "sample_map_1a2b3" },
      { pageType: "url", url: "https://example.org/" },
      { pageType: "url", url: "" },
    ]);
    for (const { symbol } of links) expect(iconNames).toContain(symbol);
  });

  it("begins with its first entry; an app without any entry with the page that says so, and one whose entries are all hidden with an error", () => {
    const begin = (app: Partial<App>, rights: Readonly<Record<string, Depth>>) => {
      const user = session({ tables: [cases, contact], app, rights });
      return firstPage(linksOf(siteMapFor(user)), user.app);
    };
    expect(begin({ areas }, { "Read:contact": "Global" })).toEqual({ pageType: "entitylist", entityName: "contact" });
    expect(begin({ areas: [{ id: "area", labels: {}, groups: [] }] }, {})).toEqual({ pageType: "about" });
    const cases1 = [{ id: "s1", labels: {}, table: "case" }];
    const hidden = [{ id: "area", labels: {}, groups: [{ id: "g", labels: {}, subAreas: cases1 }] }];
    expect(() => begin({ areas: hidden }, {})).toThrow("Your roles do not let you see anything");
  });

  it("refuses an entry for a table that does not exist", () => {
    expect(() => siteMapFor(session({ tables: [contact], app: { areas } }))).toThrow('"case", which does not exist');
  });
});

describe("the switch of user", () => {
  it("leads to the other users' hosts, and on plain localhost to ?user=", () => {
    const users = ["kim", "lee", "root"].map((name) => ({ name, fullName: name }));
    const byHost = otherUsers(users, { protocol: "http:", hostname: "kim.localhost", port: "3000" }, "kim");
    expect(byHost.map(({ name }) => name)).toEqual(["lee", "root"]);
    expect(byHost[0]?.address).toBe("http://lee.localhost:3000/");
    expect(otherUsers(users, { protocol: "http:", hostname: "localhost", port: "3000" }, "kim")[0]?.address).toBe("/?user=lee");
  });
});
