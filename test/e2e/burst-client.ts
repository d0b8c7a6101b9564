/** Many connections at the same moment, each with one turn: `node burst-client.ts port token count`; tells each end and its milliseconds as JSON. */
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'

export interface Ended { readonly end: string, readonly ms: number }

const BODY = JSON.stringify({ specific_question: 'We keep arguing about money and I feel worn out by it.' })

/** The status, or the code of what went wrong. Plain sockets: an HTTP client of 10,000 connections would take the core that the service needs. */
async function turn (port: number, token: string): Promise<Ended> {
  const startedAt = performance.now()
  const end = await new Promise<string>(resolve => {
    let said = ''
    const socket = connect(port, '127.0.0.1').setEncoding('latin1')
    socket.on('data', (text: string) => { said += text })
    socket.once('end', () => { resolve(/^HTTP\/1\.1 (\d+) [\s\S]*\}\s*$/.exec(said)?.[1] ?? 'half an answer') })
    socket.once('error', (error: NodeJS.ErrnoException) => { resolve(error.code ?? error.message) })
    socket.write(`POST /api/v1/coach HTTP/1.1\r\nhost: burst\r\nconnection: close\r\nauthorization: Bearer ${token}\r\nx-amora-user-id: ${randomUUID()}\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`)
  })
  return { end, ms: performance.now() - startedAt }
}

const [port, token, count] = process.argv.slice(2)
const ends = await Promise.all(Array.from({ length: Number(count) }, async () => turn(Number(port), token!)))
process.stdout.write(JSON.stringify(ends))
