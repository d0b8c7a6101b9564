/** Where a Redis is, out of one line. */
export interface RedisAddress {
  readonly kind: 'single' | 'sentinel' | 'cluster'
  readonly tls: boolean
  readonly credentials: Credentials
  readonly sentinelCredentials: Credentials
  readonly hosts: ReadonlyArray<{ readonly host: string, readonly port: number }>
  /** The name that the sentinels know the master by. */
  readonly master?: string
  readonly database: number
  /** 4 or 6; 0 is whichever the name has. */
  readonly family: number
}

interface Credentials { readonly username?: string, readonly password?: string }

const FORM = /^redis(?<tls>s?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^/@?#]+)(?:\/(?<path>[^?#]*))?(?:\?(?<query>[^#]*))?$/
const HOST = /^(?:\[(?<six>[0-9A-Fa-f:.]+)\]|(?<name>[A-Za-z0-9._-]+))(?::(?<port>\d{1,5}))?$/
const PARAMETERS: ReadonlySet<string> = new Set(['family', 'sentinelUsername', 'sentinelPassword'])

const EXAMPLES = {
  single: 'redis://user:password@host:6379/0, or rediss:// for TLS',
  sentinel: 'redis+sentinel://user:password@host:26379,host:26379/master-name',
  cluster: 'redis+cluster://user:password@host:6379,host:6379'
} as const

/**
 * An address out of `redis://[user:password@]host[:port][/database]`, `redis+sentinel://[user:password@]host[:port],…/master[/database]`
 * or `redis+cluster://[user:password@]host[:port],…`; each with `rediss` for TLS. Special characters of a password are
 * percent-encoded. Parameters: `family` (0, 4, 6), `sentinelUsername`, `sentinelPassword`.
 * @throws {TypeError} saying what is wrong and how it looks when it is right, without repeating the address.
 */
export function redisAddressOf (url: string): RedisAddress {
  const groups = FORM.exec(url)?.groups
  if (!groups) throw new TypeError(`is not the address of a Redis (special characters of a password are written as %xx); for example ${EXAMPLES.single}; ${EXAMPLES.sentinel}; ${EXAMPLES.cluster}`)
  const kind = (groups.kind ?? 'single') as RedisAddress['kind']
  const refuse = (fault: string): never => { throw new TypeError(`${fault}; for example ${EXAMPLES[kind]}`) }
  const hosts = groups.hosts!.split(',').map(entry => hostOf(entry, kind) ?? refuse('names a host that is none, or a port that is not 1 to 65535 (special characters of a password are written as %xx)'))
  const parameters = new URLSearchParams(groups.query)
  for (const name of parameters.keys()) if (!PARAMETERS.has(name)) refuse(`has a parameter ${name} that is not known`)
  if (kind === 'single' && hosts.length > 1) refuse('names several hosts, which needs redis+sentinel:// or redis+cluster://')
  const { master, database } = pathOf(kind, (groups.path ?? '').split('/').filter(part => part !== ''), refuse)
  return {
    kind, hosts, master, database, tls: groups.tls === 's',
    credentials: { username: decoded(groups.user, refuse), password: decoded(groups.password, refuse) },
    sentinelCredentials: { username: parameters.get('sentinelUsername') ?? undefined, password: parameters.get('sentinelPassword') ?? undefined },
    family: familyOf(parameters.get('family'), refuse)
  }
}

type Refuse = (fault: string) => never

function hostOf (entry: string, kind: RedisAddress['kind']): RedisAddress['hosts'][number] | undefined {
  const { six, name, port = kind === 'sentinel' ? '26379' : '6379' } = HOST.exec(entry)?.groups ?? {}
  const host = six ?? name
  return host === undefined || Number(port) < 1 || Number(port) > 65_535 ? undefined : { host, port: Number(port) }
}

function pathOf (kind: RedisAddress['kind'], path: readonly string[], refuse: Refuse): { master?: string, database: number } {
  const [master, database, ...rest] = kind === 'sentinel' ? path : [undefined, ...path]
  if (kind === 'sentinel' && master === undefined) refuse('does not say which master the sentinels watch')
  if (kind === 'cluster' && path.length > 0) refuse('names a database, and a cluster has only one')
  if (rest.length > 0 || !/^\d{0,4}$/.test(database ?? '')) refuse('names a database that is not a number')
  return { master, database: Number(database ?? 0) }
}

function decoded (text: string | undefined, refuse: Refuse): string | undefined {
  if (text === undefined || text === '') return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return refuse('has a % in the user or password that is not followed by two hexadecimal digits')
  }
}

function familyOf (text: string | null, refuse: Refuse): number {
  return ['0', '4', '6', null].includes(text) ? Number(text ?? 0) : refuse('has a family that is not 0, 4 or 6')
}
