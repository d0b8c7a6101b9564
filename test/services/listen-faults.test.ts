import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import t from 'tap'
import { ConfigurationError } from '../../services/configuration.ts'
import { listenFault, type Listening } from '../../services/listen-faults.ts'

/** What the system says to somebody who would listen there. */
async function refusalOf ({ host, port }: Listening): Promise<unknown> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    return error
  }
  server.close()
  throw new Error('it could be listened on')
}

const wordsOf = async (listening: Listening) => {
  const fault = listenFault(await refusalOf(listening), listening)
  return fault instanceof ConfigurationError ? fault.faults : fault
}

t.test('a port that is taken names its variable and a way out', async t => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => { server.close() })
  const { port } = server.address() as AddressInfo
  for (const variable of ['PORT', 'AMORA_METRICS_PORT'] as const) {
    t.strictSame(await wordsOf({ variable, host: '127.0.0.1', port }), [`${variable} ${port} is taken by another program; for example ${variable}=0 takes a free one`])
  }
})

t.test('a host that is not this machine is a fault of HOST', async t => {
  t.strictSame(await wordsOf({ variable: 'PORT', host: '203.0.113.7', port: 0 }), ['HOST 203.0.113.7 is no address of this machine; for example HOST=127.0.0.1'])
})

t.test('what says nothing about the address stays as it is', async t => {
  const error = new Error('else')
  t.equal(listenFault(error, { variable: 'PORT', host: '127.0.0.1', port: 1 }), error)
  t.match(listenFault(Object.assign(new Error('no'), { code: 'EACCES' }), { variable: 'PORT', host: '127.0.0.1', port: 80 }), { faults: [/^PORT 80 may not be opened by this user; for example PORT=0/] })
})
