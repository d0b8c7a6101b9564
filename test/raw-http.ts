/** HTTP as bytes on a socket: what no well-behaved client sends. */
import { once } from 'node:events'
import { connect } from 'node:net'

/** Status 0: the other side hung up without a word. */
export interface RawReply { readonly status: number, readonly headers: string, readonly body: string }

/** Sends the bytes as they are and reads until the other side closes; without `end`, the request is left half sent. */
export async function rawRequest (origin: string, bytes: string, { end = true }: { end?: boolean } = {}): Promise<RawReply> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let answer = ''
  socket.setEncoding('utf8').on('data', (text: string) => { answer += text }).on('error', () => {})
  socket.write(bytes)
  if (end) socket.end()
  await new Promise(resolve => { socket.once('close', resolve) })
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), headers: head.toLowerCase(), body: rest.join('\r\n\r\n') }
}

/** A request's head with the given lines, closing the connection behind it. */
export const head = (first: string, ...lines: readonly string[]) => `${[`${first} HTTP/1.1`, 'host: amora', 'connection: close', ...lines].join('\r\n')}\r\n\r\n`
