import { escapeHtml } from "./html";

/** The app shell's page: the platform's React and Fluent, then the shell, which draws into `#app`. */
export function appPage(userName: string, title: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(userName)} - ${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/uclient/shell/main.css">
<script src="/uclient/platform/react.js" defer></script>
<script src="/uclient/platform/fluent.js" defer></script>
<script src="/uclient/shell/main.js" defer></script>
</head>
<body>
<div id="app"></div>
<noscript>The app needs JavaScript.</noscript>
</body>
</html>
`;
}
