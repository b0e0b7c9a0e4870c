/** The key under which the storage remembers what was configured of each user and team, and imported of each app, as JSON. */
export const CONFIGURED_PEOPLE = "engine: configured people";
