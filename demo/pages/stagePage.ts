import { escapeHtml, htmlPage } from "../../sandbox";

/** Two agents' apps side by side and the phone, with a guide that shows how they work together, and the server's clock to move. */
export function stagePage(agents: readonly { readonly login: string; readonly fullName: string }[], port: string): string {
  const frames = agents
    .map(({ login, fullName }) => {
      const url = `http://${escapeHtml(login)}.localhost:${escapeHtml(port)}/`;
      return `<section class="stage-agent" aria-label="${escapeHtml(fullName)}">
  <h2>${escapeHtml(fullName)} <a class="small" href="${url}" target="_blank" rel="noopener">Open alone</a></h2>
  <iframe id="frame-${escapeHtml(login)}" title="The app as ${escapeHtml(fullName)}" src="${url}"></iframe>
</section>`;
    })
    .join("\n");
  return htmlPage(
    "Stage",
    `<body class="stage">
<header class="stage-top">
  <h1>Stage</h1>
  <nav aria-label="Sandbox"><a href="/">All users</a></nav>
  <div class="guide" role="group" aria-label="Guide">
    <button class="button primary" type="button" id="guide-start">Start</button>
    <button class="button" type="button" id="guide-next">Next Step</button>
    <button class="button" type="button" id="guide-stop" disabled>Stop</button>
  </div>
  <div class="clock" role="group" aria-label="Server clock">
    <span>Server clock <output id="clock">…</output></span>
    <button class="button" type="button" data-advance="60">+1 min</button>
    <button class="button" type="button" data-advance="900">+15 min</button>
    <button class="button" type="button" data-advance="3600">+1 h</button>
  </div>
  <p id="guide-says" class="guide-says" role="status"></p>
</header>
<main class="stage-main">
${frames}
<section class="stage-phone" aria-label="Phone"><h2>Phone</h2><iframe id="frame-phone" title="Phone" src="/phone"></iframe></section>
</main>
</body>`,
    "stage",
  );
}
