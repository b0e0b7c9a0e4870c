import { escapeHtml, htmlPage } from "./html";

/** What a card shows. */
export interface CardUser {
  readonly login: string;
  readonly fullName: string;
  readonly role: string;
  readonly human: boolean;
}

/** The first page: who there is, and where to go. */
export function usersPage(users: readonly CardUser[], port: string): string {
  return htmlPage(
    "Message Notification sandbox",
    `<body class="page">
<header class="top">
  <h1>Message Notification sandbox</h1>
  <p>Open the app as one of these users, each in a tab of its own. Send texts from the phone.</p>
  <nav aria-label="Sandbox" class="links">
    <a class="button primary" href="/phone">Phone</a>
    <a class="button" href="/stage">Stage: two agents and the phone</a>
  </nav>
</header>
<main>
<ul class="cards" aria-label="Users">
${users.map((user) => card(user, port)).join("\n")}
</ul>
<p class="hint">This is a local test double of a model-driven app and the Dataverse Web API. It is not Dataverse: see docs/sandbox.md.
Where the browser does not know names such as <code>ana.localhost</code> (Safari), use the second link of a card.</p>
</main>
</body>`,
  );
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
