/** The apps that the configuration record names. */

/** Lower-case unique names from a list that is separated by commas, semicolons or white space; none: every app. */
export function appNames(apps: unknown): readonly string[] {
  return typeof apps === "string"
    ? apps
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean)
    : [];
}
