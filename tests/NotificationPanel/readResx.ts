import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The texts of one of the control's resx files, by key. */
export function readResx(languageCode: number): Record<string, string> {
  const xml = readFileSync(join(__dirname, `../../MessageBubble/strings/MessageBubble.${languageCode}.resx`), "utf8");
  const texts: Record<string, string> = {};
  for (const [, key = "", value = ""] of xml.matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([^<]*)<\/value>/g)) {
    texts[key] = value.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  }
  return texts;
}
