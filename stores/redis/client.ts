import { Cluster, Redis, type ClusterOptions, type RedisOptions } from 'ioredis'
import { redisAddressOf, type RedisAddress } from './address.ts'

/** Soon again, and then more seldom: a server that is back is found within half a second. */
const retryAfterMs = (attempts: number) => Math.min(attempts * 50, 500)

/** No command waits for a connection and none is sent twice; the caller's deadline is shorter than any of these. */
const OPTIONS: RedisOptions = {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  enableAutoPipelining: true,
  connectTimeout: 300,
  // A server that hangs does not answer a farewell either.
  disconnectTimeout: 50,
  // A connection that swallows commands in silence is torn down and made anew.
  socketTimeout: 5000,
  retryStrategy: retryAfterMs,
  // A master that became a replica: ask who the master is now.
  reconnectOnError: error => error.message.startsWith('READONLY'),
  disableClientInfo: true
}

const CLUSTER: ClusterOptions = {
  lazyConnect: true,
  enableOfflineQueue: false,
  enableAutoPipelining: true,
  clusterRetryStrategy: retryAfterMs,
  clusterNodeRetryStrategy: retryAfterMs,
  slotsRefreshTimeout: 300,
  slotsRefreshInterval: 1000,
  // What a node refuses is refused at once: whoever asked has an answer without Redis by then.
  retryDelayOnFailover: 0,
  retryDelayOnClusterDown: 0,
  maxRedirections: 4
}

/**
 * A client, not yet connected, for an address in one of the forms of address.ts. Authorities of one's own are Node's business
 * (`NODE_EXTRA_CA_CERTS`).
 * @throws {TypeError} saying what is wrong with the address, without repeating it.
 */
export function createRedisClient (url: string): Redis | Cluster {
  const address = redisAddressOf(url)
  switch (address.kind) {
    case 'single': return new Redis({ ...OPTIONS, ...address.credentials, ...address.hosts[0]!, db: address.database, family: address.family, ...(address.tls ? { tls: {} } : {}) })
    case 'sentinel': return sentinelClient(address)
    case 'cluster': return clusterClient(address)
  }
}

function sentinelClient ({ credentials, sentinelCredentials, hosts, master, database, family, tls }: RedisAddress): Redis {
  return new Redis({
    ...OPTIONS, ...credentials, sentinels: [...hosts], name: master, db: database, family,
    sentinelUsername: sentinelCredentials.username, sentinelPassword: sentinelCredentials.password,
    sentinelRetryStrategy: retryAfterMs,
    sentinelCommandTimeout: 500,
    // Hears of a failover: a master that hangs would else hold on to its connections.
    failoverDetector: true,
    ...(tls ? { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true } : {})
  })
}

function clusterClient ({ credentials, hosts, family, tls }: RedisAddress): Cluster {
  const { lazyConnect: _, retryStrategy: __, enableOfflineQueue: ___, ...options } = OPTIONS
  return new Cluster([...hosts], {
    ...CLUSTER,
    redisOptions: { ...credentials, ...options, family, ...(tls ? { tls: {} } : {}) },
    // A certificate names the host, not its address of the day.
    ...(tls ? { dnsLookup: (host, callback) => { callback(null, host) } } : {})
  })
}
