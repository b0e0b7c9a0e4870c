const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML, safe within elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A whole page of the sandbox's own look. @param body from `<body>` to `</body>` @param part its own style and script below /pages (`board`: board.css and board.js) */
export function htmlPage(title: string, body: string, part?: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/style.css">
${part ? `<link rel="stylesheet" href="/pages/${part}.css">\n<script src="/pages/${part}.js" defer></script>` : ""}
</head>
${body}
</html>
`;
}
