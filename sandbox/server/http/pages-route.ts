import path from "node:path";
import { readFileSync } from "node:fs";
import { appPage } from "../../pages/app";
import { phonePage } from "../../pages/phone";
import { stagePage } from "../../pages/stage";
import { noSuchPage, usersPage } from "../../pages/users";
import { BadRequest } from "./bad-request";
import type { Bundle } from "./bundle";
import { allow, answer } from "./exchange";
import type { Exchange } from "./exchange";
import { pageUser, userCookie } from "./identity";
import { defaultBusinessNumber } from "./sandbox-route";
import { contentSecurityPolicy } from "./security";
import { answerFile, contentTypeOf } from "./static-files";
import { findPerson, logins, people } from "./users";

const pagesFolder = path.join(__dirname, "..", "..", "pages");
const styles = new Set(["style.css", "phone.css", "stage.css"]);

/** What the sandbox's own pages need. */
export interface PageFiles {
  /** The built scripts of the pages. */
  readonly scripts: () => Promise<Bundle>;
}

/** Answers `/pages/<file>`: style and scripts of the sandbox's own pages. */
export async function pageFileRoute(files: PageFiles, exchange: Exchange): Promise<void> {
  allow(exchange, "GET");
  const name = exchange.path.slice("/pages/".length);
  if (styles.has(name)) return answerFile(exchange, readFileSync(path.join(pagesFolder, name)), contentTypeOf(name));
  const file = (await files.scripts()).get(name);
  if (!file) throw new BadRequest(404, `There is no ${exchange.path}.`);
  answerFile(exchange, file, contentTypeOf(name));
}

/** Answers every other address with a page: the app as a user, or on plain localhost the users, the phone, the stage. */
export function pageRoute(exchange: Exchange): void {
  allow(exchange, "GET");
  const { port } = new URL(exchange.origin);
  const asked = exchange.subdomain || exchange.query.get("user");
  if (asked !== null && !findPerson(asked)) {
    return answerPage(exchange, 404, noSuchPage(`There is no user "${asked}".`, `The users are ${logins}.`, port));
  }
  if (exchange.subdomain === "" && asked === null) {
    if (exchange.path === "/") return answerPage(exchange, 200, usersPage(people, port));
    if (exchange.path === "/phone") return answerPage(exchange, 200, phonePage(defaultBusinessNumber));
    if (exchange.path === "/stage")
      return answerPage(
        exchange,
        200,
        stagePage(
          ["ana", "ben"].flatMap((login) => findPerson(login) ?? []),
          port,
        ),
      );
  }
  const user = pageUser(exchange);
  if (!user) return answerPage(exchange, 404, noSuchPage("No user is chosen.", "Open the app as one of the users first.", port));
  if (exchange.subdomain === "" && asked !== null) {
    exchange.response.setHeader("Set-Cookie", `${userCookie}=${user.login}; Path=/; HttpOnly; SameSite=Lax`);
  }
  answerPage(exchange, 200, appPage(user.fullName));
}

function answerPage(exchange: Exchange, status: number, html: string): void {
  answer(
    exchange,
    status,
    { "Content-Type": contentTypeOf("page.html"), "Cache-Control": "no-store", "Content-Security-Policy": contentSecurityPolicy(exchange) },
    html,
  );
}
