/** Counts the requests to Dataverse. */
import type { Connection } from "./contract";
import type { Metrics } from "./metrics";

/** A connection whose requests are counted by their status; 0 where there was no answer. */
export function countedConnection(connection: Connection, metrics: Metrics): Connection {
  const base = connection.fetch ?? fetch;
  const count = (status: number): void => metrics.add("gateway_dataverse_requests_total", { status: String(status) });
  return {
    ...connection,
    async fetch(input, init) {
      try {
        const answer = await base(input, init);
        count(answer.status);
        return answer;
      } catch (error) {
        count(0);
        throw error;
      }
    },
  };
}
