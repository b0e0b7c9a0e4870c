import type { InboxReading } from "./ports";

/** The network, as the browser's events and the server's answers tell it. */
export interface Network {
  /** `off`: the browser has none; `back`: it has one again, and the server has not answered since. */
  readonly state: "on" | "off" | "back";
  /** Browser time of the event (ms). */
  readonly since: number;
}

/** What there is until an event says something else. */
export const NETWORK_ON: Network = { state: "on", since: Number.NEGATIVE_INFINITY };

/** The network once a reading has been accepted: who gets an answer has one, whatever the browser says, if the question was not sent before it went away. */
export function networkAfter(network: Network, { sentAt }: Pick<InboxReading, "sentAt">): Network {
  return network.state === "off" && sentAt < network.since ? network : NETWORK_ON;
}
