/** The product's code that makes the list, and what it is compared with: bundled into one file before it is measured, as the product is (see {@link bundled}). */
export { createClient } from "../../shared/dataverse/client";
export { createGateway } from "../../shared/dataverse/gateway";
export { createParsedOnce } from "../../shared/dataverse/parsedOnce";
export { INITIAL_STATE } from "../../shared/inbox/inboxState";
export { project } from "../../shared/inbox/project";
export { naiveList } from "./naiveList";
export { openQuietTab } from "./quietTab";
