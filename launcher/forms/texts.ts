/** What the scripts of the forms say, by the user's language. */

/** `{0}` is the name of the configuration that applies. */
const HAS_NO_EFFECT: Readonly<Record<number, string>> = {
  1033: "This configuration has no effect while “{0}” is active: the oldest active configuration applies.",
  1031: "Diese Konfiguration ist wirkungslos, solange „{0}“ aktiv ist: Es gilt die älteste aktive Konfiguration.",
  1036: "Cette configuration est sans effet tant que « {0} » est active : la plus ancienne configuration active s’applique.",
  3082: "Esta configuración no tiene efecto mientras «{0}» esté activa: se aplica la configuración activa más antigua.",
  1025: "هذا التكوين لا تأثير له ما دام «{0}» نشطًا: يُطبَّق أقدم تكوين نشط.",
  1041: "「{0}」がアクティブな間、この構成は適用されません。最も古いアクティブな構成が適用されます。",
};
const ENGLISH = 1033;

/** @param languageId LCID; a language without a text gets English */
export function hasNoEffect(languageId: number, name: string): string {
  return (HAS_NO_EFFECT[languageId] ?? HAS_NO_EFFECT[ENGLISH] ?? "").replace("{0}", () => name);
}
