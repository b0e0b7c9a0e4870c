/** Reading the Web API's answers, for what the sandbox does besides the contract. */
export { expectSuccess, literal, retrieve, textOf } from "../../gateway/contract/webApi";
export type { Row } from "../../gateway/contract/webApi";
