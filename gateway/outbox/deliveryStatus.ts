/** The choice `msgn_deliverystatus`: what became of an outbound message. */
export const DELIVERY_STATUS = {
  queued: 864500000,
  sending: 864500001,
  sent: 864500002,
  delivered: 864500003,
  failed: 864500004,
  unconfirmed: 864500005,
} as const;

/** The choice `msgn_direction`: written by an agent. */
export const OUTBOUND = 864500001;
