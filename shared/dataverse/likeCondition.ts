/** What an address's text must not hold as it is. */
const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** In FetchXML: a column that holds this text; or, where a pattern is given, what fits it. */
export function likeCondition(column: string, text: string | { readonly pattern: string }): string {
  return `<condition attribute="${column}" operator="like" value="%${typeof text === "string" ? escaped(text) : text.pattern}%"/>`;
}

/** As text of a pattern in FetchXML, where %, _ and brackets stand for something else: one of these stands for any one character. */
function escaped(text: string): string {
  return text.replace(/[%_[\]]/g, "_").replace(/[&<>"']/g, (sign) => XML[sign] ?? "");
}
