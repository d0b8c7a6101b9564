import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { redisMissing, startRedis, type RedisServer } from './redis.ts'

/** Asked with a second directive that nobody knows, so that it ends: it names the first one that it stumbled over. */
const knowsTls = () => !spawnSync('redis-server', ['--tls-port', '0', '--no-such-directive', '1'], { encoding: 'utf8' }).stderr.includes("'tls-port")

/** Why a test of TLS skips; undefined when this machine can make certificates and its Redis knows TLS. */
export const tlsMissing: string | undefined = redisMissing ??
  (spawnSync('openssl', ['version']).error ? 'openssl is not installed' : undefined) ??
  (knowsTls() ? undefined : 'this redis-server was built without TLS')

export interface TlsRedis extends RedisServer {
  /** The authority's certificate: what NODE_EXTRA_CA_CERTS names. */
  readonly caFile: string
}

/** A Redis that speaks TLS only, with a password, under an authority made for this test. */
export async function startTlsRedis (t: Test, password: string): Promise<TlsRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'amora-tls-'))
  t.teardown(() => { rmSync(folder, { recursive: true, force: true }) })
  const at = (name: string) => join(folder, name)
  makeCertificates(at)
  const redis = await startRedis(t, ['--requirepass', password, '--tls-cert-file', at('server.crt'), '--tls-key-file', at('server.key'), '--tls-ca-cert-file', at('ca.crt'), '--tls-auth-clients', 'no'], {
    listen: port => ['--port', '0', '--tls-port', String(port)],
    client: { password, tls: { ca: readFileSync(at('ca.crt')) } }
  })
  return { ...redis, url: `rediss://default:${encodeURIComponent(password)}@127.0.0.1:${redis.port}`, caFile: at('ca.crt') }
}

function makeCertificates (at: (name: string) => string): void {
  writeFileSync(at('names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost')
  openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', '-subj', '/CN=test authority', '-keyout', at('ca.key'), '-out', at('ca.crt'))
  openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=redis', '-keyout', at('server.key'), '-out', at('server.csr'))
  openssl('x509', '-req', '-days', '1', '-in', at('server.csr'), '-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-set_serial', '1', '-extfile', at('names'), '-out', at('server.crt'))
}

function openssl (...args: string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
