import type { Labels } from "../../model";
import { attribute, child, children } from "../xml";
import type { XmlNode } from "../xml";

/** `<LocalizedNames><LocalizedName description="…" languagecode="1033"/></LocalizedNames>` and its likes, by language code. */
export function labelsIn(node: XmlNode | undefined, container: string, item: string): Labels {
  const labels: Record<string, string> = {};
  for (const one of children(child(node, container), item)) {
    const language = attribute(one, "languagecode") ?? attribute(one, "LCID");
    const text = attribute(one, "description") ?? attribute(one, "Title");
    if (language !== undefined && text !== undefined) labels[language] = text;
  }
  return labels;
}

/** The English text, else the first there is, else what is given. */
export function englishLabel(labels: Labels, otherwise: string): string {
  return labels["1033"] ?? Object.values(labels)[0] ?? otherwise;
}
