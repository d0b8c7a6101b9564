import type { FastifyInstance } from 'fastify'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { watchLoop } from './event-loop.ts'
import { startFakeOpenAI } from './fakes/openai-server.ts'
import { build, person } from './helper.ts'
import { HOSTILE, type Hostile } from './hostile-inputs.ts'

t.setTimeout(120_000)

const LONGEST_BLOCK_MS = 50
const UNLIMITED = { AMORA_BURST_PER_MINUTE: '100000', AMORA_FREE_DAILY_LIMIT: '1000000', AMORA_USER_DAILY_BUDGET_USD: '1000', AMORA_DAILY_BUDGET_USD: '1000' }

/** Controls, overrides of direction, a template that was worked out, a slot that was not filled. */
const UNSEEMLY = /\p{Cc}|[\u202A-\u202E]|49 49|\{\w+\}/u

type Send = (hostile: Hostile) => Promise<{ status: number, type: string, body: string }>

/** A client that writes what it is told and minds nothing. */
function clientOf (test: Test, origin: string, token: string): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  test.teardown(() => { agent.destroy() })
  return async ({ body, headers }) => new Promise((resolve, reject) => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body)
    const sent = request(`${origin}/api/v1/coach/`, { method: 'POST', agent, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload), ...headers } }, response => {
      text(response).then(body => { resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }) }, reject)
    })
    sent.on('error', reject)
    sent.end(payload)
  })
}

async function startArm (test: Test, env: Record<string, string> = {}): Promise<{ app: FastifyInstance, send: Send }> {
  const app = await build(test, { env: { ...UNLIMITED, ...env } })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, send: clientOf(test, origin, person(app).token) }
}

/** Why an answer is not as it should be; undefined when it is. */
function faultOf ({ status, type, body }: Awaited<ReturnType<Send>>): string | undefined {
  const reply = JSON.parse(body) as { message?: string, code?: string, status?: number }
  if (status === 200) return reply.message && reply.message.trim() !== '' && reply.message.isWellFormed() && !UNSEEMLY.test(reply.message) ? undefined : `200 with ${JSON.stringify(reply.message)}`
  return [400, 413, 415].includes(status) && type.startsWith('application/problem+json') && reply.status === status && reply.code?.startsWith('AMORA_') ? undefined : `${status} ${body.slice(0, 200)}`
}

/** Where many tests run at once, a service may say that it has no time: then it is asked again. */
async function answered (send: Send, hostile: Hostile): Promise<Awaited<ReturnType<Send>>> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const answer = await send(hostile)
    if (!answer.body.includes('AMORA_OVERLOADED')) return answer
    await sleep(300)
  }
  throw new Error('it never had time')
}

async function faultsOf (send: Send): Promise<Record<string, string>> {
  const faults: Record<string, string> = {}
  for (const hostile of HOSTILE) {
    const fault = await answered(send, hostile).then(faultOf, (error: unknown) => String(error))
    if (fault !== undefined) faults[hostile.name] = fault
  }
  return faults
}

t.test(`V1: ${HOSTILE.length} hostile requests, each answered or refused in words`, async t => {
  const { app, send } = await startArm(t, { AMORA_V2_ROLLOUT_PERCENTAGE: '0' })
  t.strictSame(await faultsOf(send), {})
  t.equal(({} as { isAdmin?: boolean }).isAdmin, undefined)
  t.equal((await app.inject('/health/live')).statusCode, 200)
})

t.test('V2 by a model over HTTP: the same', async t => {
  const openai = await startFakeOpenAI()
  t.teardown(openai.close)
  const { send } = await startArm(t, { OPENAI_API_KEY: 'any', OPENAI_BASE_URL: openai.url })
  t.strictSame(await faultsOf(send), {})
  t.ok(openai.calls.length > 50, 'and the model was asked')
})

t.test(`V2 by the offline model: the same, and nothing holds the event loop for ${LONGEST_BLOCK_MS} ms`, async t => {
  const { send } = await startArm(t)
  t.strictSame(await faultsOf(send), {})
  let slow: readonly Hostile[] = HOSTILE
  let worst: Record<string, number> = {}
  // The least of several runs: what a collection of garbage or a compilation took is not the input's.
  for (let run = 0; run < 4 && slow.length > 0; run++) {
    const found: Hostile[] = []
    worst = {}
    for (const hostile of slow) {
      const watch = watchLoop()
      await answered(send, hostile)
      const blockedMs = watch.stop()
      if (blockedMs > LONGEST_BLOCK_MS) {
        found.push(hostile)
        worst[hostile.name] = Math.round(blockedMs)
      }
    }
    slow = found
  }
  t.strictSame(worst, {})
})
