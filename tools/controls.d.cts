/** The names of the folders that are PCF controls (they have a manifest), in alphabetical order. `root`: the repository's folder. */
export function findControls(root: string): string[];
