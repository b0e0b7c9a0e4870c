import { commandPlaceOf } from "../../model";
import type { CommandPlace, RibbonCommand } from "../../model";

/**
 * The commands of the application ribbon by their place.
 * @throws Error for one at a place that the shell does not draw
 */
export function commandsByPlace(commands: readonly RibbonCommand[]): Readonly<Record<CommandPlace, readonly RibbonCommand[]>> {
  const elsewhere = commands.find(({ location }) => commandPlaceOf(location) === undefined);
  if (elsewhere !== undefined)
    throw new Error(`The sandbox does not support the ribbon location ${elsewhere.location} (button ${elsewhere.id}).`);
  const at = (place: CommandPlace): readonly RibbonCommand[] => commands.filter(({ location }) => commandPlaceOf(location) === place);
  return { global: at("global"), form: at("form"), list: at("list") };
}
