import fc from 'fast-check'
import t from 'tap'
import { redisAddressOf } from '../../../stores/redis/address.ts'

const NOBODY = { username: undefined, password: undefined }

t.test('addresses as servers and hosted services print them', async t => {
  const forms = {
    'redis://localhost': { kind: 'single', tls: false, hosts: [{ host: 'localhost', port: 6379 }], database: 0, credentials: NOBODY },
    'redis://cache:6380/3': { hosts: [{ host: 'cache', port: 6380 }], database: 3 },
    'redis://:secret@10.0.0.7:6379': { credentials: { username: undefined, password: 'secret' } },
    // Upstash
    'rediss://default:AX1sASQgZDhi@eu1-calm-owl-38123.upstash.io:38123': { tls: true, hosts: [{ host: 'eu1-calm-owl-38123.upstash.io', port: 38123 }], credentials: { username: 'default', password: 'AX1sASQgZDhi' } },
    // Render: inside its network, and from without
    'redis://red-cabc123:6379': { tls: false, hosts: [{ host: 'red-cabc123', port: 6379 }], credentials: NOBODY },
    'rediss://red-cabc123:pA55w0rd@frankfurt-keyvalue.render.com:6379': { tls: true, credentials: { username: 'red-cabc123', password: 'pA55w0rd' } },
    // Azure writes keys in base64
    'rediss://:kEy+with=@amora.redis.cache.windows.net:6380': { credentials: { username: undefined, password: 'kEy+with=' } },
    'redis://app:p%40ss%3Aw%2Ford@host': { credentials: { username: 'app', password: 'p@ss:w/ord' } },
    'redis://[::1]:7000/1': { hosts: [{ host: '::1', port: 7000 }], database: 1 },
    'redis://redis.railway.internal:6379?family=6': { family: 6 },
    'redis+sentinel://10.0.0.1,10.0.0.2:26380/mymaster/2': { kind: 'sentinel', hosts: [{ host: '10.0.0.1', port: 26379 }, { host: '10.0.0.2', port: 26380 }], master: 'mymaster', database: 2 },
    'rediss+sentinel://app:pw@s1/m?sentinelUsername=watch&sentinelPassword=dog': { tls: true, credentials: { username: 'app', password: 'pw' }, sentinelCredentials: { username: 'watch', password: 'dog' } },
    'redis+cluster://n1:7000,n2:7001,n3:7002': { kind: 'cluster', hosts: [{ host: 'n1', port: 7000 }, { host: 'n2', port: 7001 }, { host: 'n3', port: 7002 }] }
  }
  for (const [url, address] of Object.entries(forms)) t.match(redisAddressOf(url), address, url)
})

t.test('what is wrong is said, with an example, and without the address', async t => {
  const faults: ReadonlyArray<readonly [string, RegExp]> = [
    ['http://localhost', /is not the address of a Redis.*redis:\/\//],
    ['redis://', /is not the address of a Redis/],
    ['redis://user:hidden@word@host', /%xx/],
    ['redis://user:hid/den@host', /%xx|database|host/],
    ['redis://user:hidden%zz@host', /% in the user or password/],
    ['redis://host:0', /1 to 65535/],
    ['redis://host:65536', /1 to 65535/],
    ['redis://host:http', /port/],
    ['redis://ho st', /host/],
    ['redis://host/abc', /database that is not a number/],
    ['redis://host/1/2', /database that is not a number/],
    ['redis://one,two', /several hosts.*redis\+sentinel:\/\/ or redis\+cluster:\/\//],
    ['redis+sentinel://one:26379', /which master.*master-name/],
    ['redis+cluster://one:6379/1', /a cluster has only one/],
    ['redis://host?ssl=true', /parameter ssl/],
    ['redis://host?family=5', /family/]
  ]
  for (const [url, message] of faults) {
    t.throws(() => redisAddressOf(url), { name: 'TypeError', message }, url)
    try { redisAddressOf(url) } catch (error) { t.notMatch((error as Error).message, /hidden|hid\/den/, `${url} is not repeated`) }
  }
})

t.test('any password survives its encoding', async () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }).filter(text => text.isWellFormed()), password =>
    redisAddressOf(`redis://user:${encodeURIComponent(password)}@host`).credentials.password === password))
})

t.test('no text at all makes it fail in another way', async () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map(rest => `redis://${rest}`), fc.string().map(rest => `rediss+sentinel://${rest}`)), text => {
    try {
      redisAddressOf(text)
    } catch (error) {
      if (!(error instanceof TypeError) || !error.message.includes('for example')) throw error
    }
  }))
})
