import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { parse } from 'yaml'
import { run } from '../prometheus/promtool.ts'
import { CONFIG, collectorMissing, sendSpan, startCollector, startSink, unpackCollector } from './collector.ts'

interface CollectorConfig {
  readonly receivers: object, readonly processors: object, readonly exporters: object, readonly extensions: object
  readonly service: { readonly pipelines: Readonly<Record<string, { readonly processors: readonly string[] }>> }
}

t.test('core components only; memory is limited first, batches are made last', async t => {
  const { receivers, processors, exporters, extensions, service } = parse(readFileSync(CONFIG, 'utf8')) as CollectorConfig
  const used = [receivers, processors, exporters, extensions].flatMap(part => Object.keys(part))
  t.strictSame(used, ['otlp', 'memory_limiter', 'batch', 'otlphttp', 'debug', 'zpages'])
  t.strictSame(Object.keys(service.pipelines), ['traces'], 'no metrics and no logs go this way')
  t.strictSame(service.pipelines.traces!.processors, ['memory_limiter', 'batch'])
})

t.test('a real collector', { skip: collectorMissing }, async t => {
  const program = unpackCollector(t)

  await t.test('takes the configuration', async t => {
    const { ok, output } = await run(program, ['validate', '--config', CONFIG])
    t.ok(ok, output)
  })

  await t.test('passes on what it was sent, also what it still holds at SIGTERM', async t => {
    const sink = await startSink(t)
    const collector = await startCollector(t, program, sink.url)
    for (let at = 0; at < 20; at++) t.equal(await sendSpan(collector.url, `span-${at}-of-20`), 200)
    t.equal(sink.bytes().length, 0, 'the batch still waits')
    t.equal(await collector.stop(), 0, 'it ends well')
    for (let at = 0; at < 20; at++) t.ok(sink.bytes().includes(`span-${at}-of-20`), `span ${at}`)
    t.ok(sink.bytes().includes('amora-coach'))
  })

  await t.test('a trace store that is down is no matter of the service', async t => {
    const sink = await startSink(t)
    sink.answer(503)
    const collector = await startCollector(t, program, sink.url)
    t.equal(await sendSpan(collector.url, 'kept'), 200)
    await sleep(1500)
    sink.answer(200)
    for (let attempt = 0; attempt < 200 && !sink.bytes().includes('kept'); attempt++) await sleep(50)
    t.ok(sink.bytes().includes('kept'), 'it tries again')
  })

  await t.test('shows the metrics that dashboards and alerts ask for', async t => {
    const sink = await startSink(t)
    sink.answer(400)
    const collector = await startCollector(t, program, sink.url)
    await sendSpan(collector.url, 'refused')
    const asked = ['otelcol_receiver_accepted_spans_total', 'otelcol_receiver_refused_spans_total', 'otelcol_exporter_send_failed_spans_total', 'otelcol_exporter_queue_size', 'otelcol_exporter_queue_capacity']
    let shown = ''
    for (let attempt = 0; attempt < 100 && !shown.includes('send_failed'); attempt++) {
      await sleep(50)
      shown = await (await fetch(collector.metricsUrl)).text()
    }
    for (const name of asked) t.match(shown, new RegExp(`^${name}\\{`, 'm'), name)
    t.equal(await collector.stop(), 0)
  })
})
