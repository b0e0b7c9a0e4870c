/**
 * The guide for agents: one text for each language in `Solutions/guide`, made into a page of the solution and, in English, into docs/agent-guide.md.
 * What the product shows (names of buttons, states, keys) stands in the texts as `{{key}}` and is filled in from the controls' own words.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byCodeUnit } from "./files";
import { guideMarkup } from "./guideMarkup";
import { PackError } from "./packError";
import { child, parseXml, textAt } from "./xml";

/** The texts, relative to the repository. A file is named after its language's number (LCID). */
export const GUIDE_TEXTS = "Solutions/guide";

/** Pictures that the pages show in every language, relative to the repository. */
export const GUIDE_PICTURES = "docs/pictures";

/** Pictures with words in them, one for each language: `1033-list.png`. */
export const GUIDE_OWN_PICTURES = `${GUIDE_TEXTS}/pictures`;

/** Whose picture a language shows until it has its own. */
const ENGLISH = "1033";

/** Whose words the texts may name. Where both have a word, the first one's counts. */
export const GUIDE_WORDS = ["MessageBubble", "MessageThread"] as const;

/** A picture in a text: `![what it shows](its name)`. */
const PICTURE = /!\[[^\]]*\]\(([\w-]+)\)/g;

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = ["Arab", "Hebr"];

/** A language that the guide is written in. */
export interface GuideLanguage {
  /** Its number: 1033. */
  readonly id: string;
  /** For the page's `lang`: `en`. */
  readonly tag: string;
  /** What it calls itself. */
  readonly name: string;
  readonly direction: "ltr" | "rtl";
}

/** The numbers of the guide's languages; none where a repository has no guide. */
export function guideLanguageIds(root: string): readonly string[] {
  const folder = join(root, GUIDE_TEXTS);
  return (existsSync(folder) ? readdirSync(folder) : []).flatMap((file) => /^(\d+)\.md$/.exec(file)?.[1] ?? []).sort(byCodeUnit);
}

/** Names of the pictures that a text shows. */
export function pictureNames(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PICTURE)].map(([, name = ""]) => name))];
}

/**
 * The file of a picture that the guide in a language shows, relative to the repository: the language's own, else the English one, else the one that
 * every language has. `npm run screenshots` takes them.
 * @throws PackError where there is none
 */
export function guidePictureFile(root: string, id: string, name: string): string {
  const files = [...[id, ENGLISH].map((own) => `${GUIDE_OWN_PICTURES}/${own}-${name}.png`), `${GUIDE_PICTURES}/${name}.png`];
  const found = files.find((file) => existsSync(join(root, file)));
  if (found === undefined)
    throw new PackError(`${GUIDE_TEXTS}/${id}.md shows a picture "${name}". There is none of these: ${files.join(", ")}.`);
  return found;
}

/** The files of all pictures that the texts show, relative to the repository. @throws PackError where one is missing */
export function guidePictureFiles(root: string): readonly string[] {
  const files = guideLanguageIds(root).flatMap((id) =>
    pictureNames(readFileSync(join(root, GUIDE_TEXTS, `${id}.md`), "utf8")).map((name) => guidePictureFile(root, id, name)),
  );
  return [...new Set(files)].sort(byCodeUnit);
}

/** The guide's languages, in the order of their names. @throws PackError where the controls have no words in one */
export function guideLanguages(root: string): readonly GuideLanguage[] {
  return guideLanguageIds(root)
    .map((id): GuideLanguage => {
      const locale = new Intl.Locale(guideWords(root, id).get("Culture") ?? "");
      const own = new Intl.DisplayNames([locale.language], { type: "language" }).of(locale.language) ?? locale.language;
      const direction = RIGHT_TO_LEFT.includes(locale.maximize().script ?? "") ? "rtl" : "ltr";
      return { id, tag: locale.language, name: own.charAt(0).toUpperCase() + own.slice(1), direction };
    })
    .sort((one, other) => byCodeUnit(one.name, other.name));
}

/** The words of the controls in a language. @throws Error where there are none */
export function guideWords(root: string, id: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const control of GUIDE_WORDS) {
    const file = `${control}/strings/${control}.${id}.resx`;
    const data = parseXml(readFileSync(join(root, file), "utf8"), file).children.filter(({ name }) => name === "data");
    for (const each of data) {
      const key = each.attributes["name"] ?? "";
      if (child(each, "value") && !words.has(key)) words.set(key, textAt(each, "value"));
    }
  }
  return words;
}

/**
 * The guide's text in a language, in Markdown, with the product's words filled in: `{{CountNew_other:3}}` is "3 new".
 * @throws PackError where it names a word that the controls do not have
 */
export function guideText(root: string, id: string): string {
  const words = guideWords(root, id);
  const file = `${GUIDE_TEXTS}/${id}.md`;
  return readFileSync(join(root, file), "utf8").replace(/\{\{(\w+)(?::([^}]*))?\}\}/g, (_all, key: string, given?: string) => {
    const word = words.get(key);
    if (word === undefined) throw new PackError(`${file} names {{${key}}}: there is no such word in ${GUIDE_WORDS.join(" or ")}/strings.`);
    return given === undefined ? word : word.replaceAll("{0}", given);
  });
}

/** The page of a language: it runs no script, and loads nothing. The same input always gives the same text. */
export function guidePage(root: string, language: GuideLanguage): string {
  const text = guideText(root, language.id);
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (title === undefined) throw new PackError(`${GUIDE_TEXTS}/${language.id}.md begins with a title: # …`);
  const picture = (name: string): string =>
    `data:image/png;base64,${readFileSync(join(root, guidePictureFile(root, language.id, name))).toString("base64")}`;
  const links = guideLanguages(root).map(({ id, tag, name }) =>
    id === language.id
      ? `<li><b aria-current="page">${name}</b></li>`
      : `<li><a href="${id}.html" lang="${tag}" hreflang="${tag}">${name}</a></li>`,
  );
  return `<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<nav><ul>${links.join("\n")}</ul></nav>
<main>
${guideMarkup(text, picture)}
</main>
</body>
</html>
`;
}

/** Colours of its own in light and dark, each pair with a contrast of 4.5 : 1 at least; the system's in forced colours. */
const STYLE = `
:root { color-scheme: light dark; --text: #242424; --page: #fff; --quiet: #f5f5f5; --line: #c7c7c7; --link: #0f6cbd; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e6e6; --page: #1f1f1f; --quiet: #2e2e2e; --line: #5c5c5c; --link: #6cb8f6; } }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 "Segoe UI", "Noto Sans", "Hiragino Sans", "Yu Gothic UI", Tahoma, sans-serif; overflow-wrap: break-word; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none; font-size: .875rem; }
a { color: var(--link); } h1 { font-size: 1.6rem; line-height: 1.25; } h2 { margin-top: 2rem; font-size: 1.2rem; line-height: 1.25; }
table { width: 100%; border-collapse: collapse; } td, th { padding: .4rem .6rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
th { background: var(--quiet); } td:first-child { width: 30%; } ul { padding-inline-start: 1.2rem; }
kbd { padding: 0 .3rem; border: 1px solid var(--line); border-radius: 3px; background: var(--quiet); font: inherit; font-size: .9em; white-space: nowrap; }
img { max-width: 100%; border-radius: 6px; vertical-align: middle; } p > img { border: 1px solid var(--line); }
@media (max-width: 40rem) { table { table-layout: fixed; } td, th { padding: .3rem; overflow-wrap: anywhere; hyphens: auto; } td:first-child { width: 40%; } kbd { white-space: normal; } }
`;
