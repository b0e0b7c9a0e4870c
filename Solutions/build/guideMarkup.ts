/** The small part of Markdown that the guide's texts are written in, as HTML: headings, paragraphs, lists, tables, **bold**, `keys`, pictures. */
import { PackError } from "./packError";

/** Where a picture is taken from: its address for the page. */
export type PictureAddress = (name: string) => string;

/**
 * The text as HTML. Text is text: nothing in it becomes markup but what is listed above.
 * @throws PackError for a line that is none of these, so that a slip in a translation is seen when the page is built
 */
export function guideMarkup(text: string, pictureAddress: PictureAddress): string {
  const blocks = text
    .replace(/\r\n/g, "\n")
    .trim()
    .split(/\n{2,}/);
  return blocks.map((block) => blockMarkup(block.split("\n"), pictureAddress)).join("\n");
}

function blockMarkup(lines: readonly string[], pictureAddress: PictureAddress): string {
  const inline = (text: string): string => inlineMarkup(text.trim(), pictureAddress);
  const [first = "", second = ""] = lines;
  const heading = /^(#{1,2}) (.+)$/.exec(first);
  if (heading) {
    if (lines.length > 1) throw new PackError(`An empty line has to follow the heading "${first}".`);
    const level = heading[1]?.length ?? 1;
    return `<h${level}>${inline(heading[2] ?? "")}</h${level}>`;
  }
  if (first.startsWith("|")) {
    if (!/^\|[\s|-]+\|$/.test(second)) throw new PackError(`A table needs a line of dashes below its head: "${first}"`);
    const row = (line: string, cell: "td" | "th"): string =>
      `<tr>${cellsOf(line)
        .map((text) => `<${cell}>${inline(text)}</${cell}>`)
        .join("")}</tr>`;
    const body = lines.slice(2).map((line) => row(line, "td"));
    return `<table>\n<thead>${row(first, "th")}</thead>\n<tbody>\n${body.join("\n")}\n</tbody>\n</table>`;
  }
  if (first.startsWith("- ")) {
    const items = lines
      .join("\n")
      .slice(2)
      .split(/\n- /)
      .map((item) => `<li>${inline(item.replace(/\n\s*/g, " "))}</li>`);
    return `<ul>\n${items.join("\n")}\n</ul>`;
  }
  if (/^[#>*=+]|^\d+\. /.test(first)) throw new PackError(`The guide's texts have no such line: "${first}"`);
  return `<p>${inline(lines.join(" "))}</p>`;
}

function cellsOf(line: string): readonly string[] {
  const cells = /^\|(.*)\|$/.exec(line.trim())?.[1];
  if (cells === undefined) throw new PackError(`A row of a table begins and ends with "|": "${line}"`);
  return cells.split("|");
}

function inlineMarkup(text: string, pictureAddress: PictureAddress): string {
  return escaped(text)
    .replace(/!\[([^\]]*)\]\(([\w-]+)\)/g, (_all, alt: string, name: string) => `<img src="${pictureAddress(name)}" alt="${alt}">`)
    .replace(/\*\*([^*]+)\*\*/g, "<b>$1</b>")
    .replace(/`([^`]+)`/g, "<kbd>$1</kbd>");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
