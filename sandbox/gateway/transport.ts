/** Requests with retries, for what the sandbox does besides the contract: the phone's contacts, the demonstration's agents. */
export { GatewayError, send } from "../../examples/gateway/contract/transport";
export type { Connection } from "../../examples/gateway/contract/transport";
