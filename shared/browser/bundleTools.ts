import { findLibrary, loadScript } from "./libraries";
import { report } from "./report";

/**
 * What another control's bundle is loaded by (shared/ui/lazyPart.ts): by the platform first; where that has no such function, or it does not do what it says, as a script
 * of the environment: the bundle is among the web resources, under this name
 * (https://learn.microsoft.com/power-apps/developer/component-framework/debugging-custom-controls, Fiddler's rule).
 * @param control its name, as the manifest's dependency has it
 * @param library under which name it offers itself to the page
 * @param loadDependency the platform's function, asked for anew at each try
 */
export function bundleTools(page: Window, control: string, library: string, loadDependency: (control: string) => unknown) {
  return {
    find: (): unknown => findLibrary(page, library),
    ways: [() => Promise.resolve(control).then(loadDependency), () => loadScript(page, `/WebResources/cc_${control}/bundle.js`)],
    report,
    after: (ms: number, run: () => void) => page.setTimeout(run, ms),
  };
}
