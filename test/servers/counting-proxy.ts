import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { Test } from 'tap'

export interface CountingProxy {
  readonly url: string
  /** What clients sent, a burst at a time: what is written together is one round trip. */
  readonly bursts: string[]
}

/** Stands between the service and its Redis and keeps what was sent. `ignores` says which bursts are nobody's turn. */
export async function startCountingProxy (t: Test, targetPort: number, ignores: (burst: string) => boolean): Promise<CountingProxy> {
  const bursts: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(inward => {
    const outward = connect(targetPort, '127.0.0.1')
    for (const socket of [inward, outward]) {
      sockets.add(socket.setNoDelay(true).on('error', () => {}))
      socket.on('close', () => { inward.destroy(); outward.destroy() })
    }
    inward.on('data', chunk => {
      const burst = String(chunk)
      if (!ignores(burst)) bursts.push(burst)
    })
    inward.pipe(outward).pipe(inward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, bursts }
}
