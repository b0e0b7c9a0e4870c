/** Reading the Web API's answers, for what the sandbox does besides the contract. */
export { expectSuccess, literal, retrieve, textOf } from "../../examples/gateway/contract/web-api";
export type { Row } from "../../examples/gateway/contract/web-api";
