/** The weight of what a browser has to load for the product, its limits, and the ratchet: no part grows unnoticed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { filesBelow } from "../Solutions/build/files";
import { bundlesOf, controlsOf } from "../Solutions/build/parts";

/** One built file; sizes in bytes, `gzip` at the highest level. */
export interface Size {
  /** A control's folder, or a script's. */
  readonly part: string;
  readonly bytes: number;
  readonly gzip: number;
}

/** What certain parts may weigh together. */
export interface Budget {
  readonly name: string;
  readonly parts: readonly string[];
  /** Bytes, gzip. */
  readonly limit: number;
}

/** Sizes (gzip) by part, as they were agreed on. */
export type Agreed = Readonly<Record<string, number>>;

const KB = 1024;
const START_LIMIT = 30 * KB;
const CONTROL_LIMIT = 30 * KB;
/** A control that another one loads when it is first needed: no page waits for it before somebody has come to it (docs/decisions/0021). */
const LIBRARY_LIMIT = 41 * KB;
const FORMS_LIMIT = 7 * KB;
/** A page that an administrator opens now and then; three fifths of it are its texts in six languages (docs/decisions/0039). */
const DIAGNOSTICS_LIMIT = 28 * KB;
/** A part of a dashboard that an administrator opens. */
const OVERVIEW_LIMIT = 12 * KB;
/** A part that grew by more says in its commit what for. */
const MOST_GROWTH = 300;
/** The launcher opens one form by itself: the form with this handler. What is on it is loaded wherever the app starts. */
const HOST_FORM_HANDLER = 'functionName="MessageNotification.HostForm.onLoad"';

/** @throws Error when a file is not built, with the command that builds it */
export function measureSizes(root: string): readonly Size[] {
  return bundlesOf(root).map(({ part, path }) => {
    const file = join(root, path);
    if (!existsSync(file)) throw new Error(`${file} is not built. Run: npm run pack`);
    const content = readFileSync(file);
    return { part, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
  });
}

/** The budgets: what the start of an app loads, each further control, the forms' scripts. */
export function budgetsOf(root: string): readonly Budget[] {
  const hostForms = filesBelow(join(root, "Solutions", "src", "Entities"))
    .filter((file) => file.endsWith(".xml"))
    .map((file) => readFileSync(file, "utf8"))
    .filter((text) => text.includes(HOST_FORM_HANDLER));
  const controls = controlsOf(root);
  const manifests = controls.map(({ folder }) => readFileSync(join(root, folder, "ControlManifest.Input.xml"), "utf8"));
  const atStart = controls.filter(({ name }) => hostForms.some((text) => text.includes(`name="${name}"`)));
  const later = controls.filter((control) => !atStart.includes(control));
  return [
    { name: "start of the app", parts: ["launcher", ...atStart.map(({ folder }) => folder)], limit: START_LIMIT },
    ...later.map(({ folder, name }) => ({
      name: folder,
      parts: [folder],
      limit: manifests.some((text) => text.includes(`name="${name}" load-type="onDemand"`)) ? LIBRARY_LIMIT : CONTROL_LIMIT,
    })),
    { name: "forms", parts: ["forms"], limit: FORMS_LIMIT },
    { name: "diagnostics", parts: ["diagnostics"], limit: DIAGNOSTICS_LIMIT },
    { name: "overview", parts: ["overview"], limit: OVERVIEW_LIMIT },
  ];
}

/** What a budget's parts weigh together (gzip). @throws Error where one of them was not measured */
export function weightOf({ parts }: Budget, sizes: readonly Size[]): number {
  return parts.reduce((sum, part) => {
    const size = sizes.find((each) => each.part === part);
    if (!size) throw new Error(`${part} was not measured.`);
    return sum + size.gzip;
  }, 0);
}

/** The file with the sizes that were agreed on. */
export function agreedFile(root: string): string {
  return join(root, "tools", "sizes.json");
}

/** The sizes that were agreed on. */
export function readAgreed(root: string): Agreed {
  return JSON.parse(readFileSync(agreedFile(root), "utf8")) as Agreed;
}

/** What differs too much from what was agreed on, a sentence for each: a part that grew, a new one, one that is gone. */
export function surprises(sizes: readonly Size[], agreed: Agreed): readonly string[] {
  const advice = "Say in the commit what for, and run: npm run size -- --update";
  const present = sizes.flatMap(({ part, gzip }) => {
    const before = agreed[part];
    if (before === undefined) return [`${part} is new, ${gzip} bytes. ${advice}`];
    const growth = gzip - before;
    return growth > MOST_GROWTH ? [`${part} grew by ${growth} bytes to ${gzip}; ${MOST_GROWTH} may pass unnoticed. ${advice}`] : [];
  });
  const gone = Object.keys(agreed).filter((part) => !sizes.some((size) => size.part === part));
  return [...present, ...gone.map((part) => `${part} is gone. ${advice}`)];
}
