/** Requests with retries, for what the sandbox does besides the contract: the phone's contacts, the demonstration's agents. */
export { GatewayError, send } from "../../gateway/contract/transport";
export type { Connection } from "../../gateway/contract/transport";
