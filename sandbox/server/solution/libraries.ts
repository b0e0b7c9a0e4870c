import type { CodeComponent, LibraryReference } from "../../model";
import { isPlatformControl } from "../dataverse/platform/platformNames";
import { attribute, child, children } from "../xml";
import type { XmlNode } from "../xml";
import { needAttribute } from "./partXml";
import { SolutionImportError } from "./solutionImportError";

type Libraries = Pick<CodeComponent, "libraries" | "afterPageLoad">;

/**
 * What the manifest of a component says of the components that it depends on. The elements and what goes with them:
 * learn.microsoft.com/power-apps/developer/component-framework/dependent-libraries.
 * @param control the manifest's `<control>`
 * @throws SolutionImportError for an element that the documentation does not allow
 */
export function readLibraries(name: string, control: XmlNode): Libraries {
  const nodes = children(child(control, "resources"), "dependency");
  const libraries = nodes.map((node) => ({ ...readLibrary(name, node), order: orderOf(name, node) }));
  const afterPageLoad = children(control, "platform-action").some((node) => attribute(node, "action-type") === "afterPageLoad");
  const onDemand = libraries.find((library) => library.onDemand);
  if (onDemand) {
    const needs = (element: string): never =>
      fail(`The control ${name} loads ${onDemand.name} on demand and has no ${element}`, control.place, "Add it to <control>.");
    if (!afterPageLoad) needs('<platform-action action-type="afterPageLoad" />');
    const features = children(child(control, "feature-usage"), "uses-feature");
    if (!features.some((node) => attribute(node, "name") === "Utility")) needs('<uses-feature name="Utility" /> in <feature-usage>');
  }
  libraries.forEach((library, index) => {
    if (libraries.findIndex((one) => one.name === library.name) === index) return;
    fail(`The control ${name} names the library ${library.name} twice`, control.place, "Keep one of the two.");
  });
  return {
    libraries: [...libraries].sort((a, b) => a.order - b.order).map((one) => ({ name: one.name, onDemand: one.onDemand })),
    afterPageLoad,
  };
}

function readLibrary(name: string, node: XmlNode): LibraryReference {
  const type = attribute(node, "type");
  if (type !== "control")
    fail(`A dependency of the control ${name} is of an unknown type: ${type ?? "none"}`, node.place, 'Write type="control".');
  const loadType = attribute(node, "load-type");
  if (loadType !== undefined && loadType !== "onDemand") {
    fail(`A dependency of the control ${name} has an unknown load-type: ${loadType}`, node.place, "Write onDemand, or leave it out.");
  }
  return { name: needAttribute(node, "name"), onDemand: loadType !== undefined };
}

/** Those without an order come last, as they stand in the manifest. */
function orderOf(name: string, node: XmlNode): number {
  const order = attribute(node, "order");
  if (order === undefined) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d*$/.test(order)) return Number(order);
  return fail(`A dependency of the control ${name} has no usable order: ${order}`, node.place, "Write a number from 1 on.");
}

/**
 * Refuses a component that depends on one which nobody brings, or on itself by way of others.
 * @param controls those of the zip and of the zips before it
 * @param isDeclared whether solution.xml says that something of this name comes with another solution
 * @throws SolutionImportError
 */
export function checkLibraries(controls: readonly CodeComponent[], isDeclared: (name: string) => boolean): void {
  const byName = new Map(controls.map((control) => [control.name, control]));
  for (const control of byName.values()) {
    const place = `${control.folder}/ControlManifest.xml`;
    for (const { name } of control.libraries) {
      if (byName.has(name) || isPlatformControl(name) || isDeclared(name)) continue;
      fail(
        `The control ${control.name} depends on a control that no solution brings: ${name}`,
        place,
        "Add that control to the solution, give the zip that has it before this one, or correct the name in <dependency>.",
      );
    }
    if (needs(control, control.name, byName, new Set()))
      fail(`The control ${control.name} depends on itself`, place, "Take one <dependency> out of the circle.");
  }
}

/** Whether a component depends on this name, directly or by way of others. */
function needs(control: CodeComponent, name: string, byName: ReadonlyMap<string, CodeComponent>, seen: Set<string>): boolean {
  return control.libraries.some((library) => {
    if (library.name === name) return true;
    if (seen.has(library.name)) return false;
    seen.add(library.name);
    const next = byName.get(library.name);
    return next !== undefined && needs(next, name, byName, seen);
  });
}

function fail(problem: string, place: string, advice: string): never {
  throw new SolutionImportError(problem, place, advice);
}
