/** Numbers that a monitoring system reads, in Prometheus' text form (version 0.0.4). */

/** Labels of a number: few different values each. Never a phone number, never an id. */
export type Labels = Readonly<Record<string, string>>;

/** What is counted and measured. The names are those of `definitions`. */
export interface Metrics {
  /** Something has happened once more, or `by` times. */
  add(name: MetricName, labels?: Labels, by?: number): void;
  /** Something is so much now. */
  set(name: MetricName, value: number, labels?: Labels): void;
  /** All of it in Prometheus' text form. */
  text(): string;
}

const definitions = {
  gateway_webhooks_total: ["counter", "Webhooks of the provider by kind and by what came of them."],
  gateway_answers_total: ["counter", "Answers of agents by what came of them."],
  gateway_media_total: ["counter", "Tries to fetch files of incoming texts by what came of them."],
  gateway_provider_requests_total: ["counter", "Texts handed to the provider by its answer."],
  gateway_provider_seconds_total: ["counter", "Seconds that the provider took to answer, in all."],
  gateway_dataverse_requests_total: ["counter", "Requests to Dataverse by status; 0: no answer."],
  gateway_customer_lookups_total: ["counter", "Lookups of whose a number is, by what was found."],
  gateway_outbox_looks_total: ["counter", "How often the outbox was looked at, by result."],
  gateway_outbox_waiting: ["gauge", "Answers that were Queued or Sending when the outbox was last looked at."],
  gateway_outbox_oldest_seconds: ["gauge", "How long the oldest of them has been there."],
  gateway_outbox_looked_timestamp_seconds: ["gauge", "When the outbox was last looked at with success, in seconds since 1970."],
  gateway_conversations_under_way: ["gauge", "Conversations whose answers are being sent now."],
} as const;

/** A number that the gateway keeps. */
export type MetricName = keyof typeof definitions;

/** The numbers of one instance, since it was started. */
export function createMetrics(): Metrics {
  const values = new Map<MetricName, Map<string, number>>();
  const seriesOf = (name: MetricName): Map<string, number> => {
    const series = values.get(name) ?? new Map<string, number>();
    values.set(name, series);
    return series;
  };
  return {
    add(name, labels = {}, by = 1) {
      const series = seriesOf(name);
      const key = labelText(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    set: (name, value, labels = {}) => void seriesOf(name).set(labelText(labels), value),
    text() {
      const lines = Object.entries(definitions).flatMap(([name, [type, help]]) => {
        const series = [...(values.get(name as MetricName) ?? [])];
        return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...series.map(([labels, value]) => `${name}${labels} ${value}`)];
      });
      return `${lines.join("\n")}\n`;
    },
  };
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
