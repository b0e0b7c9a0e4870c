/**
 * Where the application ribbon's buttons stand, as far as the shell draws them: a pattern for each place. The group within the tab makes no
 * difference; a command bar has no groups. That a change with the token `{!EntityLogicalName}` applies to all tables:
 * learn.microsoft.com/power-apps/developer/model-driven-apps/ribbons-available, "Table ribbons".
 */
const places = {
  /** In the global command bar, on every page. */
  global: /^Mscrm\.GlobalTab\.\w+\.Controls\._children$/,
  /** In the command bar of every table's form: the template that every table's form ribbon is made of. */
  form: /^Mscrm\.Form\.\{!EntityLogicalName\}\.MainTab\.\w+\.Controls\._children$/,
  /** In the command bar of every table's list. */
  list: /^Mscrm\.HomepageGrid\.\{!EntityLogicalName\}\.MainTab\.\w+\.Controls\._children$/,
} as const;

/** One of these places. */
export type CommandPlace = keyof typeof places;

/** Which place a ribbon location is; undefined for one that the shell does not draw. */
export function commandPlaceOf(location: string): CommandPlace | undefined {
  return (Object.keys(places) as CommandPlace[]).find((place) => places[place].test(location));
}
