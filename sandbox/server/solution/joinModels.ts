import type { SolutionModel } from "../../model";

/** One of each: where two have the same key, the later one takes the place of the earlier. */
function topmost<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [key(item).toLowerCase(), item] as const)).values()];
}

/**
 * Several solutions as one, in the order of their import. What two of them bring is the later one's: its layer lies on top.
 * @throws RangeError for none at all
 */
export function joinModels(models: readonly SolutionModel[]): SolutionModel {
  const [first] = models;
  if (!first) throw new RangeError("There is no solution to join.");
  if (models.length === 1) return first;
  const all = <Item>(list: (model: SolutionModel) => readonly Item[], key: (item: Item) => string): readonly Item[] =>
    topmost(models.flatMap(list), key);
  return {
    uniqueName: models.map(({ uniqueName }) => uniqueName).join(", "),
    version: first.version,
    managed: models.every(({ managed }) => managed),
    languages: [...new Set(models.flatMap(({ languages }) => languages))],
    tables: all(
      (one) => one.tables,
      (table) => table.logicalName,
    ),
    relationships: all(
      (one) => one.relationships,
      ({ name }) => name,
    ),
    forms: all(
      (one) => one.forms,
      ({ id }) => id,
    ),
    views: all(
      (one) => one.views,
      ({ id }) => id,
    ),
    charts: all(
      (one) => one.charts,
      ({ id }) => id,
    ),
    dashboards: all(
      (one) => one.dashboards,
      ({ id }) => id,
    ),
    roles: all(
      (one) => one.roles,
      ({ id }) => id,
    ),
    webResources: all(
      (one) => one.webResources,
      ({ name }) => name,
    ),
    controls: all(
      (one) => one.controls,
      ({ name }) => name,
    ),
    commands: all(
      (one) => one.commands,
      ({ id }) => id,
    ),
    apps: all(
      (one) => one.apps,
      ({ uniqueName }) => uniqueName,
    ),
  };
}
