/**
 * OpenTelemetry for this process: spans to a collector, as OTLP over HTTP. Loaded ahead of it (`node --import ./telemetry.ts server.ts`);
 * without OTEL_EXPORTER_OTLP_ENDPOINT it loads and does nothing. services/configuration.ts checks and explains the variables.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { version } from './services/version.ts'

const DEFAULT_RATIO = 0.1
/** A collector that is slower than this is gone. */
const EXPORT_TIMEOUT_MS = 1500
/** What the process waits for its last spans, at the most. */
export const FLUSH_MS = 2000
/** Beyond it spans are dropped; a span takes about a kilobyte. */
const MOST_WAITING = 2048

const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint = '', OTEL_SDK_DISABLED: disabled, AMORA_TRACE_RATIO: ratio } = process.env
// A wrong value stops the start in a moment, with its name.
const sdk = URL.canParse(endpoint.trim()) && disabled !== 'true' ? await start() : undefined

async function start () {
  // Loaded only where somebody listens: a start without a collector does not wait for it.
  const [{ NodeSDK }, { OTLPTraceExporter }, { defaultResource, resourceFromAttributes, serviceInstanceIdDetector }, { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler }] = await Promise.all([
    import('@opentelemetry/sdk-node'), import('@opentelemetry/exporter-trace-otlp-proto'), import('@opentelemetry/resources'), import('@opentelemetry/sdk-trace')
  ])
  const share = new TraceIdRatioBasedSampler(Number(ratio?.trim() || DEFAULT_RATIO))
  const sdk = new NodeSDK({
    // Nothing that a caller sends decides: a remote parent counts as none.
    sampler: new ParentBasedSampler({ root: share, remoteParentSampled: share, remoteParentNotSampled: share }),
    // The service and no more: other detectors tell the command line and the machine.
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': 'amora-coach', 'service.version': version })),
    resourceDetectors: [serviceInstanceIdDetector],
    spanProcessors: [new BatchSpanProcessor({
      exporter: new OTLPTraceExporter({ timeoutMillis: EXPORT_TIMEOUT_MS }), exportTimeoutMillis: EXPORT_TIMEOUT_MS, maxQueueSize: MOST_WAITING, scheduledDelayMillis: 1000
    })],
    spanLimits: { attributeValueLengthLimit: 128 },
    // What goes to the model's server carries no trace.
    textMapPropagator: null,
    // Metrics are Prometheus', logs are pino's.
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: []
  })
  sdk.start()
  return sdk
}

/** Sends the last spans; resolves after `FLUSH_MS` at the latest, because the process ends then, whatever the collector does. */
export async function stopTelemetry (): Promise<void> {
  if (sdk) await Promise.race([sdk.shutdown().catch(() => {}), sleep(FLUSH_MS)])
}
