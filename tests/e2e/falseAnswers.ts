/** Successes that are none: what a sign-in page, a proxy or a cut line puts in the place of Dataverse's answer, with status 200. */
import type { Page, Request, Route } from "playwright-core";

/** An answer with status 200 that Dataverse has not given. */
export interface FalseAnswer {
  readonly is: string;
  /** What the agent reads of it. A sign-in page means that the session has ended, until the server answers again: then, that it can be tried again. */
  readonly says: RegExp;
  readonly contentType: string;
  readonly body: string;
}

const JSON_TYPE = "application/json; odata.metadata=minimal";
const STRANGER = "deadbeef-0000-4000-8000-000000000000";

const page: FalseAnswer = {
  is: "a sign-in page",
  says: /You’ve been signed out|Something went wrong/,
  contentType: "text/html; charset=utf-8",
  body: "<!doctype html><title>Sign in</title><form action='/login'><input name=user></form>",
};
const nothing: FalseAnswer = { is: "an empty body", says: /Something went wrong/, contentType: JSON_TYPE, body: "" };

/** What may come in the place of any answer but that of a `$batch`. */
export const FALSE_ANSWERS: readonly FalseAnswer[] = [
  page,
  nothing,
  { ...nothing, is: "half of a body", body: '{"@odata.context":"$metadata#rows","value":[{"@odata.etag":"W/\\"1\\"","statec' },
  {
    ...nothing,
    is: "another row",
    body: JSON.stringify({
      "@odata.etag": 'W/"1"',
      ...Object.fromEntries(
        ["msgn_sessionid", "msgn_contactnumberid", "msgn_dismissalid", "msgn_agentsettingid"].map((column) => [column, STRANGER]),
      ),
      statecode: 1,
    }),
  },
];

/** What may come in the place of a `$batch`'s answer. */
export const FALSE_BATCH_ANSWERS: readonly FalseAnswer[] = [
  page,
  nothing,
  {
    ...nothing,
    is: "half of a batch",
    contentType: "multipart/mixed; boundary=batchresponse_1",
    body: "--batchresponse_1\r\nContent-Type: applic",
  },
  {
    ...nothing,
    is: "another batch's answer: rows that somebody has read",
    contentType: "multipart/mixed; boundary=batchresponse_1",
    body:
      "--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" +
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"value":[]}\r\n--batchresponse_1--\r\n',
  },
  { ...nothing, is: "one row instead of a batch", body: `{"msgn_messageid":"${STRANGER}"}` },
];

/** Requests of the Web API: the method, and what the address begins with after the API's root. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

/**
 * Gives such an answer to every request of a kind, until the function that is returned is called; it returns how many there were. In the browser, as whatever stands between
 * it and the server would.
 * @param reaches whether the server gets the request all the same, and does what it asks for; then only the first one is answered so
 */
export async function answerFalsely(
  tab: Page,
  { method, path }: Asked,
  { contentType, body }: FalseAnswer,
  { reaches = false } = {},
): Promise<() => Promise<number>> {
  const pattern = "**/api/data/v9.2/**";
  let answered = 0;
  const handle = async (route: Route): Promise<void> => {
    const request = route.request();
    const asked = request.url().replace(/^.*\/api\/data\/v9\.2\//, "");
    if (request.method() !== method || !asked.startsWith(path) || (reaches && answered > 0)) return route.fallback();
    answered += 1;
    if (reaches) await handOn(request);
    return route.fulfill({ status: 200, contentType, body });
  };
  await tab.route(pattern, handle);
  return async () => {
    await tab.unroute(pattern, handle);
    return answered;
  };
}

/** Has the server do it: as the user whose page asks. Node knows no user's own host name, so they sign in by name. @throws Error where the server refuses it */
async function handOn(request: Request): Promise<void> {
  const { host, pathname, search, port } = new URL(request.url());
  const [login = ""] = host.split(".");
  // What the product says, and nothing of the browser's own: of that the page's origin would make it another's.
  const said = Object.entries(request.headers()).filter(([name]) => /^(if-(none-)?match|prefer|content-type|accept|odata-.*)$/.test(name));
  const response = await fetch(`http://localhost:${port}${pathname}${search}`, {
    method: request.method(),
    headers: { ...Object.fromEntries(said), authorization: `Bearer ${login}` },
    body: request.postData(),
  });
  if (!response.ok) throw new Error(`${request.method()} ${pathname}: ${response.status} ${await response.text()}`);
}

/** Every action with every false answer: a case of its own for each. */
export const casesOf = <More extends readonly unknown[]>(
  actions: readonly (readonly [action: string, asked: Asked, ...More])[],
  answers: readonly FalseAnswer[] = FALSE_ANSWERS,
) => actions.flatMap(([action, ...rest]) => answers.map((answer) => [action, answer.is, answer, ...rest] as const));
