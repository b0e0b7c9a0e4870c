import path from "node:path";
import { readFileSync } from "node:fs";
import { appPage } from "../../pages/appPage";
import type { SolutionReport } from "../../model";
import { noSuchPage, usersPage } from "../../pages/usersPage";
import type { SolutionNote } from "../../pages/usersPage";
import { leftOutLines, missingLines } from "../solution";
import { BadRequest } from "./badRequest";
import type { Bundle } from "./bundle";
import type { ExtraPage } from "./configuration";
import type { Directory } from "./directory";
import { allow, answer } from "./exchange";
import type { Exchange } from "./exchange";
import { pageUser, userCookie } from "./identity";
import { contentSecurityPolicy } from "./security";
import type { SignIns } from "./signIns";
import { answerFile, contentTypeOf } from "./staticFiles";

const styleFile = path.join(__dirname, "..", "..", "pages", "style.css");

/** What the pages beside the app are made of. */
export interface Pages {
  readonly directory: Directory;
  readonly signIns: SignIns;
  /** Names the app. */
  readonly title: string;
  readonly introduction: string;
  readonly reports: readonly SolutionReport[];
  readonly more: readonly ExtraPage[];
  /** Styles and scripts of the configuration's pages. */
  readonly files: () => Promise<Bundle>;
}

/** Answers `/pages/<file>`: styles and scripts of the pages beside the app. */
export async function pageFileRoute(pages: Pages, exchange: Exchange): Promise<void> {
  allow(exchange, "GET");
  const name = exchange.path.slice("/pages/".length);
  const file = name === "style.css" ? readFileSync(styleFile) : (await pages.files()).get(name);
  if (!file) throw new BadRequest(404, `There is no ${exchange.path}.`);
  answerFile(exchange, file, contentTypeOf(name));
}

/** Answers every other address with a page: the app as a user, or on plain localhost the users and the configuration's pages. */
export function pageRoute(pages: Pages, exchange: Exchange): void {
  allow(exchange, "GET");
  const { status, html, signIn } = pageFor(pages, exchange);
  const headers = {
    "Content-Type": contentTypeOf("page.html"),
    "Cache-Control": "no-store",
    "Content-Security-Policy": contentSecurityPolicy(exchange),
    ...(signIn ? { "Set-Cookie": `${userCookie}=${signIn}; Path=/; HttpOnly; SameSite=Lax` } : {}),
  };
  answer(exchange, status, headers, html);
}

function noteOf({ uniqueName, version, leftOut, missing }: SolutionReport): SolutionNote {
  return { solution: `${uniqueName} ${version}`, leftOut: leftOutLines(leftOut), missing: missingLines(missing) };
}

interface Page {
  readonly status: number;
  readonly html: string;
  /** Login that the browser shall keep on this host. */
  readonly signIn?: string;
}

function pageFor(pages: Pages, exchange: Exchange): Page {
  const { directory, title } = pages;
  const { port } = new URL(exchange.origin);
  const asked = exchange.subdomain || exchange.query.get("user");
  if (asked === null) {
    if (exchange.path === "/")
      return {
        status: 200,
        html: usersPage({ ...pages, users: directory.people, pages: pages.more, port, notes: pages.reports.map(noteOf) }),
      };
    const page = pages.more.find((one) => one.path === exchange.path);
    if (page) return { status: 200, html: page.html(port) };
  } else if (!directory.find(asked)) {
    return { status: 404, html: noSuchPage(`There is no user "${asked}".`, `The users are ${directory.logins}.`, port) };
  }
  const user = pageUser(directory, exchange);
  if (!user) return { status: 404, html: noSuchPage("No user is chosen.", "Open the app as one of the users first.", port) };
  pages.signIns.begin(user.login);
  const page = { status: 200, html: appPage(user.fullName, title) };
  return exchange.subdomain === "" && asked !== null ? { ...page, signIn: user.login } : page;
}
