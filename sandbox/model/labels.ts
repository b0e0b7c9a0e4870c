/** Texts by language code (1033 = English). */
export type Labels = Readonly<Record<string, string>>;
