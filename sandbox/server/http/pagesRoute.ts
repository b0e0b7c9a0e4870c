import path from "node:path";
import { readFileSync } from "node:fs";
import { appPage } from "../../pages/app";
import { phonePage } from "../../pages/phone";
import { stagePage } from "../../pages/stage";
import { noSuchPage, usersPage } from "../../pages/users";
import { BadRequest } from "./badRequest";
import type { Bundle } from "./bundle";
import { allow, answer } from "./exchange";
import type { Exchange } from "./exchange";
import { pageUser, userCookie } from "./identity";
import { defaultBusinessNumber } from "./sandboxRoute";
import { contentSecurityPolicy } from "./security";
import { answerFile, contentTypeOf } from "./staticFiles";
import { findPerson, logins, people } from "./users";

const pagesFolder = path.join(__dirname, "..", "..", "pages");
const styles = new Set(["style.css", "phone.css", "stage.css"]);
const stageAgents = people.filter(({ login }) => login === "ana" || login === "ben");

/** What the sandbox's own pages need. */
export interface PageFiles {
  /** The built scripts of the pages. */
  readonly scripts: () => Promise<Bundle>;
}

/** Answers `/pages/<file>`: style and scripts of the sandbox's own pages. */
export async function pageFileRoute(files: PageFiles, exchange: Exchange): Promise<void> {
  allow(exchange, "GET");
  const name = exchange.path.slice("/pages/".length);
  const file = styles.has(name) ? readFileSync(path.join(pagesFolder, name)) : (await files.scripts()).get(name);
  if (!file) throw new BadRequest(404, `There is no ${exchange.path}.`);
  answerFile(exchange, file, contentTypeOf(name));
}

/** Answers every other address with a page: the app as a user, or on plain localhost the users, the phone, the stage. */
export function pageRoute(exchange: Exchange): void {
  allow(exchange, "GET");
  const { status, html, signIn } = pageFor(exchange);
  const headers = {
    "Content-Type": contentTypeOf("page.html"),
    "Cache-Control": "no-store",
    "Content-Security-Policy": contentSecurityPolicy(exchange),
    ...(signIn ? { "Set-Cookie": `${userCookie}=${signIn}; Path=/; HttpOnly; SameSite=Lax` } : {}),
  };
  answer(exchange, status, headers, html);
}

interface Page {
  readonly status: number;
  readonly html: string;
  /** Login that the browser shall keep on this host. */
  readonly signIn?: string;
}

function pageFor(exchange: Exchange): Page {
  const { port } = new URL(exchange.origin);
  const asked = exchange.subdomain || exchange.query.get("user");
  if (asked === null) {
    if (exchange.path === "/") return { status: 200, html: usersPage(people, port) };
    if (exchange.path === "/phone") return { status: 200, html: phonePage(defaultBusinessNumber) };
    if (exchange.path === "/stage") return { status: 200, html: stagePage(stageAgents, port) };
  } else if (!findPerson(asked)) {
    return { status: 404, html: noSuchPage(`There is no user "${asked}".`, `The users are ${logins}.`, port) };
  }
  const user = pageUser(exchange);
  if (!user) return { status: 404, html: noSuchPage("No user is chosen.", "Open the app as one of the users first.", port) };
  const page = { status: 200, html: appPage(user.fullName) };
  return exchange.subdomain === "" && asked !== null ? { ...page, signIn: user.login } : page;
}
