import { registerIcons, setIconOptions, unregisterIcons } from "@fluentui/react";
import * as React from "react";

/** The icons that the shell and Fluent's own parts use, by Fluent's name, drawn on a 16 × 16 grid. */
const paths: Readonly<Record<string, string>> = {
  Add: "M8 2v12M2 8h12",
  Blocked: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M3.8 3.8l8.4 8.4",
  Cancel: "M3 3l10 10M13 3L3 13",
  CheckMark: "M2.5 8.5l3.5 3.5 7.5-8",
  ChevronDown: "M3 6l5 5 5-5",
  ChevronLeft: "M10 3L5 8l5 5",
  ChevronRight: "M6 3l5 5-5 5",
  ChevronUp: "M3 10l5-5 5 5",
  CityNext: "M2.5 13.5v-11h6v11M8.5 6.5h5v7M1.5 13.5h13M4.5 5h2M4.5 7.5h2M4.5 10h2M10.7 9h.8M10.7 11h.8",
  Clear: "M3 3l10 10M13 3L3 13",
  Completed: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5 8l2 2 4-4",
  Contact: "M8 2.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M3 13.5c0-5 10-5 10 0",
  Delete: "M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4M6.7 6.5v5M9.3 6.5v5",
  Error: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v4M8 10.5v.8",
  ErrorBadge: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5.5 5.5l5 5M10.5 5.5l-5 5",
  Info: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7v4M8 4.7v.8",
  More: "M2.6 8h.9M7.6 8h.9M12.6 8h.9",
  Page: "M4 2.5h5.5l2.5 2.5v8.5H4zM9.5 2.5V5H12",
  Refresh: "M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3",
  Save: "M3 3h8l2 2v8H3zM5 3v3.5h5V3M5 13V9h6v4",
  SaveAndClose: "M3 3h8l2 2v3M3 3v10h5M5 3v3.5h5V3M10 10l4 4M14 10l-4 4",
  Search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3L14 14",
  Sort: "M5 3v10M2.5 10.5L5 13l2.5-2.5M11 13V3M8.5 5.5L11 3l2.5 2.5",
  Table: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.5 6.3V13",
  ViewDashboard: "M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3.5H9zM2.5 10.5h4.5v3H2.5zM9 8h4.5v5.5H9z",
  Warning: "M8 2L1.5 13.5h13zM8 6.5v3.5M8 11.3v.7",
};

/** What can be drawn. */
export const iconNames: readonly string[] = Object.keys(paths);

function Drawing({ path }: { readonly path: string }): React.ReactElement {
  return (
    <svg
      viewBox="0 0 16 16"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

/** Gives Fluent these drawings. The platform loads an icon font from Microsoft's servers; the sandbox asks no other host. */
export function installIcons(): void {
  unregisterIcons([...iconNames]);
  registerIcons({ icons: Object.fromEntries(iconNames.map((name) => [name, <Drawing key={name} path={paths[name] ?? ""} />])) });
  setIconOptions({ disableWarnings: true });
}
