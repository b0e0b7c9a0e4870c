/**
 * The phone's gateway is the example of the gateway contract (docs/gateway.md): what people start from is what the sandbox runs on.
 * It reaches Dataverse through HTTP and nothing else, with the rights of the role SMS Gateway.
 */
export { GatewayError, SmsError, checkSms, deliver } from "../../gateway/contract";
export type { Connection, Customer, Delivery, InboundSms } from "../../gateway/contract";
