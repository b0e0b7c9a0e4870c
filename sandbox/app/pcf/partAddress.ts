import type { CodeComponent } from "../../model";

/** Where a part of a component is served. */
export function partAddress(definition: Pick<CodeComponent, "name">, path: string): string {
  return `/uclient/controls/${encodeURIComponent(definition.name)}/${path.split("/").map(encodeURIComponent).join("/")}`;
}
