/**
 * The first words of a text on one line, as a name; an ellipsis where it goes on. Without the characters that turn the reading direction:
 * in a list they would turn their surroundings, too.
 * @param maxLength in UTF-16 units, as Dataverse counts
 */
export function firstWords(text: string, maxLength: number): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= maxLength) return line;
  // Not within a surrogate pair; at a space, where one is near the end.
  const cut = line.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, "");
  const space = cut.lastIndexOf(" ");
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut}…`;
}
