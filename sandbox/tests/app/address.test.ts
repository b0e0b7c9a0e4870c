import { addressOf, bracedId, pageOf, plainId, pageOfSiteMapAddress } from "../../app/navigation/address";
import type { Page } from "../../app/navigation/address";
import { rowId } from "./fixtures";

describe("the address of a page", () => {
  const pages: readonly Page[] = [
    { pageType: "entitylist", entityName: "sample_ticket" },
    { pageType: "entitylist", entityName: "sample_ticket", viewId: rowId },
    { pageType: "entityrecord", entityName: "sample_ticket", entityId: rowId },
    { pageType: "entityrecord", entityName: "sample_ticket", entityId: rowId, formId: rowId },
    { pageType: "entityrecord", entityName: "sample_setting" },
    { pageType: "dashboard" },
    { pageType: "url", url: "https://example.org/?a=b&c=d" },
    { pageType: "about" },
    { pageType: "dashboard", dashboardId: rowId },
    { pageType: "custom", name: "sample_board" },
    { pageType: "custom", name: "sample_dashboard", entityName: "sample_ticket", recordId: rowId },
    { pageType: "webresource", webresourceName: "sample_/board.html" },
    { pageType: "webresource", webresourceName: "sample_/board.html", data: "a=1&b=ü" },
  ];

  it.each(pages)("leads back to the page: %j", (page) => {
    expect(pageOf(addressOf(page, "app"))).toEqual(page);
  });

  it("is the app's own form of address", () => {
    expect(addressOf({ pageType: "entitylist", entityName: "contact" }, "app")).toBe(
      "/main.aspx?appid=app&pagetype=entitylist&etn=contact",
    );
  });

  it("takes ids in braces and capitals, as the client API writes them", () => {
    const page = pageOf(`/main.aspx?pagetype=entityrecord&etn=contact&id=%7B${rowId.toUpperCase()}%7D`);
    expect(page).toEqual({ pageType: "entityrecord", entityName: "contact", entityId: rowId });
  });

  it("names no page where page type or table are missing", () => {
    expect(pageOf("/")).toBeUndefined();
    for (const kind of ["entitylist", "entityrecord", "custom", "webresource", "other"])
      expect(pageOf(`/main.aspx?pagetype=${kind}`)).toBeUndefined();
  });

  it("refuses an id that is no GUID, and says which", () => {
    expect(() => pageOf("/main.aspx?pagetype=entityrecord&etn=contact&id=12")).toThrow('id "12" is not a GUID');
  });

  it("knows the addresses by which site maps name the dashboards", () => {
    expect(pageOfSiteMapAddress("/workplace/home_dashboards.aspx")).toEqual({ pageType: "dashboard" });
  });

  it("takes every other address of a site map for a page outside the app", () => {
    for (const url of ["https://example.org/", "/_root/homepage.aspx", ""])
      expect(pageOfSiteMapAddress(url)).toEqual({ pageType: "url", url });
  });

  it("knows how site maps name web resources and custom pages", () => {
    expect(pageOfSiteMapAddress("$webresource:sample_/dashboard.html")).toEqual({
      pageType: "webresource",
      webresourceName: "sample_/dashboard.html",
    });
    expect(pageOfSiteMapAddress("/main.aspx?pagetype=custom&name=sample_dashboard")).toEqual({
      pageType: "custom",
      name: "sample_dashboard",
    });
  });
});

describe("ids", () => {
  it("come in braces and capitals from the client API, and bare to the Web API", () => {
    expect(bracedId(rowId)).toBe(`{${rowId.toUpperCase()}}`);
    expect(plainId(bracedId(rowId))).toBe(rowId);
    expect(bracedId("")).toBe("");
  });
});
