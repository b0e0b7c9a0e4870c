import { escapeHtml, htmlPage } from "./html";

/** What a card shows. */
export interface CardUser {
  readonly login: string;
  readonly fullName: string;
  readonly role: string;
  readonly human: boolean;
}

/** What the first page says of an imported solution; each line is a kind with its names. */
export interface SolutionNote {
  /** Its name and version. */
  readonly solution: string;
  readonly leftOut: readonly string[];
  readonly missing: readonly string[];
}

/** What the first page shows. */
export interface FirstPage {
  readonly title: string;
  readonly introduction: string;
  readonly users: readonly CardUser[];
  /** Where else one can go. */
  readonly pages: readonly { readonly path: string; readonly link: string }[];
  readonly port: string;
  readonly notes: readonly SolutionNote[];
}

/** The first page: who there is, and where to go. */
export function usersPage({ title, introduction, users, pages, port, notes }: FirstPage): string {
  const heading = `${title} sandbox`;
  const example = (users.find(({ human }) => human) ?? users[0])?.login ?? "";
  return htmlPage(
    heading,
    `<body class="page">
<header class="top">
  <h1>${escapeHtml(heading)}</h1>
  <p>${escapeHtml(`Open the app as one of these users, each in a tab of its own. ${introduction}`.trim())}</p>
  ${links(pages)}
</header>
<main>
<ul class="cards" aria-label="Users">
${users.map((user) => card(user, port)).join("\n")}
</ul>
${notes.map(note).join("\n")}
<p class="hint">This is a local test double of a model-driven app and the Dataverse Web API. It is not Dataverse: its README says what is missing.
Where the browser does not know names such as <code>${escapeHtml(example)}.localhost</code> (Safari), use the second link of a card.</p>
</main>
</body>`,
  );
}

function note({ solution, leftOut, missing }: SolutionNote): string {
  const list = (title: string, lines: readonly string[]): string =>
    lines.length === 0
      ? ""
      : `<section class="note">
<h2>${escapeHtml(title)}</h2>
<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>
</section>`;
  return list(`${solution} has what the sandbox does not play`, leftOut) + list(`${solution} needs what is not here`, missing);
}

function links(pages: FirstPage["pages"]): string {
  if (pages.length === 0) return "";
  const buttons = pages.map(
    ({ path, link }, index) => `<a class="${index === 0 ? "button primary" : "button"}" href="${escapeHtml(path)}">${escapeHtml(link)}</a>`,
  );
  return `<nav aria-label="Sandbox" class="links">
    ${buttons.join("\n    ")}
  </nav>`;
}

/** A page for an address that leads nowhere. */
export function noSuchPage(title: string, advice: string, port: string): string {
  return htmlPage(
    title,
    `<body class="page"><main><h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(advice)}</p>
<p><a href="http://localhost:${escapeHtml(port)}/">All users</a></p></main></body>`,
  );
}

function card(user: CardUser, port: string): string {
  const name = escapeHtml(user.fullName);
  const login = escapeHtml(user.login);
  const initials = escapeHtml(
    user.fullName
      .split(" ")
      .map((word) => word.charAt(0))
      .join(""),
  );
  const links = user.human
    ? `<a class="button" href="http://${login}.localhost:${escapeHtml(port)}/" aria-label="Open the app as ${name}">Open the app</a>
  <a class="small" href="/?user=${login}" aria-label="On plain localhost as ${name}">On plain localhost</a>`
    : `<p class="small">A program: it uses the Web API alone.</p>`;
  return `<li class="card">
  <span class="avatar" aria-hidden="true">${initials}</span>
  <h2>${name}</h2>
  <p class="role">${escapeHtml(user.role)}</p>
  <p class="small"><code>Authorization: Bearer ${login}</code></p>
  ${links}
</li>`;
}
