/** Whether the instruments themselves work. */
import type { Plan } from './frame.ts'
import { bars, below, lines, number, states } from './panels.ts'
import { series } from './query.ts'

/** Of the ways to send, those in use. */
const sent = (name: string) => `sum by (integration) (rate(${name}[$__rate_interval])) and on (integration) (sum by (integration) (increase(alertmanager_notifications_total[$__range])) > 0)`

/** Prometheus, Alertmanager and the collector show these about themselves; they are no metrics of ours. */
const JOBS = 'job=~"$job|prometheus|alertmanager|otel-collector"'

export const telemetry: Plan = {
  uid: 'amora-telemetry',
  title: 'Amora: telemetry health',
  description: 'Targets, scrapes, series, rules, notifications, the trace collector.',
  from: 'now-6h',
  rows: [
    {
      title: 'Scrapes',
      panels: [
        states({ title: 'Targets', width: 12, unit: 'none', description: 'Whether Prometheus reaches each target.', queries: [{ expr: `up{${JOBS}}`, legend: '{{job}} {{instance}}' }], words: { 0: ['down', 'red'], 1: ['up', 'green'] }, runbooks: ['TargetDown', 'MetricsAbsent'] }),
        lines({ title: 'Time of a scrape', width: 6, unit: 's', description: 'Rendering and reading a process’ metrics.', queries: [{ expr: 'scrape_duration_seconds{job="$job", instance=~"$instance"}', legend: '{{instance}}' }], limits: below(1) }),
        lines({ title: 'Series of a process', width: 6, unit: 'short', description: 'How many series each process shows. It does not grow with users: at most 2,000 of its own, and Node’s.', queries: [{ expr: 'scrape_samples_scraped{job="$job", instance=~"$instance"}', legend: '{{instance}}' }], limits: below(2200) }),
        bars({ title: 'What runs', width: 12, height: 6, unit: 'none', description: 'Processes by version of the service and of Node.', queries: [{ expr: `count by (version, node) (${series('amora_build_info')})`, legend: '{{version}}, Node {{node}}' }] }),
        number({ title: 'Rollout state read', width: 6, height: 6, unit: 's', decimals: 1, description: 'Time since the process that is furthest behind read the rollout’s state.', queries: [{ expr: `max(${series('amora_rollout_state_age_seconds')})` }], limits: below(60), runbooks: ['ReplicasDisagree'] }),
        number({ title: 'Business snapshot', width: 6, height: 6, unit: 's', decimals: 0, noValue: 'not taken yet', description: 'Age of the latest count of users and revenue. It is not taken in this version.', queries: [{ expr: `time() - max(${series('amora_business_snapshot_timestamp_seconds')})` }], limits: below(7200) })
      ]
    },
    {
      title: 'Prometheus and Alertmanager',
      panels: [
        number({ title: 'Series in memory', width: 4, height: 8, unit: 'short', decimals: 0, description: 'Series that Prometheus holds at present, of all jobs.', queries: [{ expr: 'sum(prometheus_tsdb_head_series)' }] }),
        lines({ title: 'Rule evaluations that fail', width: 6, unit: 'suffix: evaluations/s', description: 'It is 0. Otherwise some alert is blind; Prometheus’ page of rules names it.', queries: [{ expr: 'sum(rate(prometheus_rule_evaluation_failures_total[$__rate_interval]))', legend: 'all groups' }], limits: below(0.001) }),
        lines({ title: 'Time of a rule group', width: 8, unit: 's', description: 'How long each group of rules took to evaluate last.', queries: [{ expr: 'label_replace(prometheus_rule_group_last_duration_seconds, "rule_group", "$1", "rule_group", ".*;(.*)")', legend: '{{rule_group}}' }] }),
        lines({ title: 'Notifications', width: 6, unit: 'reqps', noValue: 'none sent', description: 'What Alertmanager sent, and what it could not deliver.', queries: [{ expr: sent('alertmanager_notifications_total'), legend: 'sent: {{integration}}' }, { expr: sent('alertmanager_notifications_failed_total'), legend: 'failed: {{integration}}' }] })
      ]
    },
    {
      title: 'Traces',
      panels: [
        lines({ title: 'Spans', width: 8, unit: 'suffix: spans/s', noValue: 'no collector', description: 'Spans that the collector took in, and passed on.', queries: [{ expr: 'sum(rate(otelcol_receiver_accepted_spans_total[$__rate_interval]))', legend: 'taken in' }, { expr: 'sum by (exporter) (rate(otelcol_exporter_sent_spans_total[$__rate_interval]))', legend: 'passed on: {{exporter}}' }] }),
        lines({ title: 'Spans lost', width: 8, unit: 'suffix: spans/s', noValue: 'none', description: 'Refused for lack of memory, or not accepted by the trace store.', queries: [{ expr: 'sum(rate(otelcol_receiver_refused_spans_total[$__rate_interval]))', legend: 'refused' }, { expr: 'sum by (exporter) (rate(otelcol_exporter_send_failed_spans_total[$__rate_interval]))', legend: 'failed: {{exporter}}' }], runbooks: ['TelemetryDropping'] }),
        lines({ title: 'Collector’s queue', width: 8, unit: 'percentunit', noValue: 'no collector', decimals: 0, max: 1, description: 'How full the queue to the trace store is.', queries: [{ expr: 'max by (exporter) (otelcol_exporter_queue_size / otelcol_exporter_queue_capacity)', legend: '{{exporter}}' }], limits: below(0.8), runbooks: ['TelemetryDropping'] })
      ]
    }
  ]
}
