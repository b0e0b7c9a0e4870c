/** Addresses of the web in what somebody wrote. */

/** A piece of a text; `address`: where it leads, null where it is no link. */
export interface TextPart {
  readonly text: string;
  readonly address: string | null;
}

const LINK = /(?:https?:\/\/|www\.)[^\s<>"“”„«»]+/gi;
/** What ends a sentence, or a bracket around the link, does not belong to it. */
const AFTERWARDS = /[.,;:!?'’*_~…)\]}]+$/;

/** A text in pieces, in which each link is a piece of its own; together they are the text. What is no address that a browser understands is no link. */
export function linkParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const link = withoutEnd(found);
    const address = addressOf(link);
    if (!address) continue;
    if (index > end) parts.push({ text: text.slice(end, index), address: null });
    parts.push({ text: link, address });
    end = index + link.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), address: null });
  return parts;
}

/** A bracket that was opened within the link is its own. */
function withoutEnd(link: string): string {
  const bare = link.replace(AFTERWARDS, "");
  return link.startsWith(")", bare.length) && bare.split("(").length > bare.split(")").length ? `${bare})` : bare;
}

function addressOf(link: string): string | null {
  try {
    const { href, hostname } = new URL(/^www\./i.test(link) ? `https://${link}` : link);
    return hostname.includes(".") ? href : null;
  } catch {
    return null;
  }
}
