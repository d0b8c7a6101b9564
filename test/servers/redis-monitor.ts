import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'
import type { RedisServer } from './redis.ts'

/** Hears of every command that the server does, in its own order, those of scripts among them. */
export async function monitorRedis (t: Test, { port }: RedisServer, onLine: (line: string) => void): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  t.teardown(() => { socket.destroy() })
  const lines = createInterface(socket)
  socket.write('MONITOR\r\n')
  await once(lines, 'line')
  lines.on('line', onLine)
}
