/** The outbox of docs/gateway.md: how an agent's answer is sent. */
export { DELIVERY_STATUS, OUTBOUND } from "./deliveryStatus";
export { createOutbox } from "./outbox";
export type { Outbox, OutboxOptions, OutboxState } from "./outbox";
export type { Timing } from "./outboxTools";
export { whoAmI } from "./whoAmI";
export { writeReport } from "./writeReport";
export type { ReportOutcome } from "./writeReport";
