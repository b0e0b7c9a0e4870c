/**
 * A control's texts from its resx files. Each is read when it is first used, and once: so the control need not carry a list of them.
 * @param getString the platform's way to a text, by its key
 */
export function readStrings<Strings extends Readonly<Record<string, string>>>(getString: (key: keyof Strings & string) => string): Strings {
  const texts: Record<string, string> = {};
  return new Proxy(texts, {
    get: (_, key) => (typeof key === "string" ? (texts[key] ??= getString(key)) : undefined),
  }) as unknown as Strings;
}
