import { Cluster, Redis, type ClusterOptions, type RedisOptions } from 'ioredis'

/** No command waits for a connection and none is sent twice; the caller's deadline is shorter than any of these. */
const OPTIONS: RedisOptions = {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  enableAutoPipelining: true,
  connectTimeout: 300,
  // A connection that swallows commands in silence is torn down and made anew.
  socketTimeout: 5000,
  retryStrategy: attempts => Math.min(attempts * 50, 500),
  // A master that became a replica: ask who the master is now.
  reconnectOnError: error => error.message.startsWith('READONLY'),
  disableClientInfo: true
}

const CLUSTER: ClusterOptions = {
  lazyConnect: true,
  enableOfflineQueue: false,
  enableAutoPipelining: true,
  clusterRetryStrategy: attempts => Math.min(attempts * 50, 500),
  clusterNodeRetryStrategy: attempts => Math.min(attempts * 50, 500),
  slotsRefreshTimeout: 300,
  slotsRefreshInterval: 5000,
  retryDelayOnFailover: 50,
  maxRedirections: 4
}

/**
 * A client, not yet connected, for one of:
 * `redis://[user:password@]host:port[/db]`, `rediss://…` (TLS; as hosted services print it),
 * `redis+sentinel://[user:password@]host:port,host:port/master-name[/db]`, `redis+cluster://[user:password@]host:port,host:port`;
 * both with `rediss+…` for TLS.
 * @throws {TypeError} when the URL has none of these forms.
 */
export function createRedisClient (url: string): Redis | Cluster {
  const parts = partsOf(url)
  switch (parts.kind) {
    case 'single': return new Redis(url, OPTIONS)
    case 'sentinel': return new Redis({
      ...OPTIONS, ...parts.credentials, sentinels: parts.hosts, name: parts.path[0], db: Number(parts.path[1] ?? 0),
      ...(parts.tls ? { tls: {}, enableTLSForSentinelMode: true } : {}),
      sentinelRetryStrategy: attempts => Math.min(attempts * 50, 500)
    })
    case 'cluster': return new Cluster(parts.hosts, {
      ...CLUSTER, redisOptions: { ...parts.credentials, ...withoutLazy(OPTIONS), ...(parts.tls ? { tls: {} } : {}) }
    })
  }
}

interface Parts {
  readonly kind: 'single' | 'sentinel' | 'cluster'
  readonly tls: boolean
  readonly credentials: { username?: string, password?: string }
  readonly hosts: Array<{ host: string, port: number }>
  readonly path: readonly string[]
}

const FORM = /^redis(?<tls>s?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/@?]+)(?:\/(?<path>[^?]*))?(?:\?.*)?$/

function partsOf (url: string): Parts {
  const groups = FORM.exec(url)?.groups
  if (!groups) throw new TypeError('not a Redis URL')
  const { tls, kind, user, password, hosts, path } = groups
  return {
    kind: (kind ?? 'single') as Parts['kind'],
    tls: tls === 's',
    credentials: { ...(user ? { username: decodeURIComponent(user) } : {}), ...(password ? { password: decodeURIComponent(password) } : {}) },
    hosts: hosts!.split(',').map(entry => ({ host: entry.replace(/:\d+$/, ''), port: Number(/:(\d+)$/.exec(entry)?.[1] ?? 6379) })),
    path: (path ?? '').split('/').filter(part => part !== '')
  }
}

function withoutLazy ({ lazyConnect: _, retryStrategy: __, enableOfflineQueue: ___, ...rest }: RedisOptions) {
  return rest
}
