/** Names of what the data folder holds. */
export const dataFiles = { database: "dataverse.sqlite", clock: "clock.json" } as const;
