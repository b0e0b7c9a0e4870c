import type { RibbonCommand } from "../../model";

/**
 * Where the application ribbon's buttons stand, as far as the shell draws them. That a change with the token `{!EntityLogicalName}` applies to
 * all tables: learn.microsoft.com/power-apps/developer/model-driven-apps/ribbons-available, "Table ribbons".
 */
const places = {
  /** In the global command bar, on every page. */
  global: "Mscrm.GlobalTab.New.Controls._children",
  /** In the command bar of every table's form: the template that every table's form ribbon is made of. */
  form: "Mscrm.Form.{!EntityLogicalName}.MainTab.Save.Controls._children",
  /** In the command bar of every table's list. */
  list: "Mscrm.HomepageGrid.{!EntityLogicalName}.MainTab.Actions.Controls._children",
} as const;

/** One of these places. */
export type CommandPlace = keyof typeof places;

/**
 * The commands of the application ribbon by their place.
 * @throws Error for one at a place that the shell does not draw
 */
export function commandsByPlace(commands: readonly RibbonCommand[]): Readonly<Record<CommandPlace, readonly RibbonCommand[]>> {
  const known = new Set<string>(Object.values(places));
  const elsewhere = commands.find(({ location }) => !known.has(location));
  if (elsewhere !== undefined)
    throw new Error(`The sandbox does not support the ribbon location ${elsewhere.location} (button ${elsewhere.id}).`);
  const at = (place: CommandPlace): readonly RibbonCommand[] => commands.filter(({ location }) => location === places[place]);
  return { global: at("global"), form: at("form"), list: at("list") };
}
