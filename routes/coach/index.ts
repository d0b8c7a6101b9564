import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Static } from 'typebox'
import { CallerLeft, InvalidRequest, SessionBusy, problemBehind } from '../../plugins/errors.ts'
import { QUESTION_MAX_CHARACTERS, characterCount, cleanQuestion } from '../../services/question.ts'
import { replyOf, type CoachReply } from '../../services/reply.ts'
import { regionOf } from '../../services/safety/locale.ts'
import { replayFacts, screenFacts } from '../../services/tracing/turn-facts.ts'
import { STREAM_GOES_ON_MS, callerLeft, isTrivialTurn, type Turn } from '../../services/turn.ts'
import { wantsEvents } from './accept.ts'
import { contextOf } from './context.ts'
import { CoachBody, CoachReplySchema, ProblemSchema } from './schema.ts'
import { EVENT_HEADERS, createTurnEvents } from './turn-events.ts'

const BODY_LIMIT_BYTES = 128 * 1024
const KNOWN_FIELDS: ReadonlySet<string> = new Set(Object.keys(CoachBody.properties))

declare module 'fastify' {
  interface FastifyRequest { startedAt: number, turn: Turn }
}

const coachRoutes: FastifyPluginAsyncTypebox = async app => {
  const unknownFields = app.metrics.counter('amora_request_unknown_fields_total')
  const { begin, step } = app.tracing
  const screened = step('screen', app.safety.screen, screenFacts)
  const replayed = step('replay', app.idempotency.replay, replayFacts)
  const tierOf = step('tier', app.identity.tierOf)
  app.decorateRequest('startedAt', 0)
  app.decorateRequest<Turn | null>('turn', null)

  const start = async (request: FastifyRequest) => {
    request.startedAt = performance.now()
    request.turnId = randomUUID()
  }

  const screen = async (request: FastifyRequest<{ Body: Body }>, reply: FastifyReply) => {
    for (const field of Object.keys(request.body)) if (!KNOWN_FIELDS.has(field)) unknownFields.inc()
    request.turn = readTurn(request, reply)
    if (request.turn.screen.action === 'care' || !app.overload.isFull(request)) return
    app.coach.shed(request.turn)
    app.overload.refuse(request, reply)
  }

  const replay = async (request: FastifyRequest, reply: FastifyReply) => {
    const found = request.turn.screen.action === 'care' ? undefined : await replayed(request)
    if (found?.answered === undefined) {
      request.turn = { ...request.turn, retryKey: found?.retryKey }
      return
    }
    const { answered } = found
    reply.header('idempotent-replayed', 'true')
    return wantsEvents(request.headers.accept) ? sendEvents(reply, answered) : reply.type('application/json; charset=utf-8').serializer((text: string) => text).send(answered)
  }

  const limits = await app.quota.guard(app, async request => {
    const { turn } = request
    // A care reply waits for nothing, least of all for a price list.
    if (turn.screen.action === 'care') return { ...turn, countsFor: 'none' }
    request.turn = { ...turn, tier: await tierOf(request.caller) }
    return { ...request.turn, countsFor: isTrivialTurn(turn) ? 'burst' : 'all' }
  }, (request, window) => app.coach.refuse(request.turn, window))

  app.post('/api/v1/coach', {
    bodyLimit: BODY_LIMIT_BYTES,
    // Care has room always, and only the screen can tell.
    config: { shedding: 'by_itself' },
    schema: {
      tags: ['coach'],
      summary: 'One coaching turn: a message in, an answer out',
      description: 'With `Accept: text/event-stream` the same turn comes as server-sent events: `meta` (turn_id, session_id, engine), `delta` ({"text"}) sentence by sentence as each has passed review, then `done` with the reply as below, or `error` with a problem.',
      security: [{ bearer: [] }],
      body: CoachBody,
      response: { 200: CoachReplySchema, '4xx': ProblemSchema, '5xx': ProblemSchema }
    },
    onRequest: [start, app.identity.authenticate],
    preHandler: [begin, screen, replay, step('limits', limits)],
    onResponse: async (request, reply) => { if (reply.statusCode >= 400 && request.turn) await app.idempotency.forget(request.turn) }
  }, async (request, reply) => {
    const turn = { ...request.turn, quotaDay: app.quota.dayOf(request) }
    return wantsEvents(request.headers.accept) ? stream(request, reply, turn) : answer(turn)
  })

  async function answer (turn: Turn): Promise<CoachReply> {
    const end = await app.coach.answer(turn)
    if (end.message !== undefined) return replyOf(turn, end)
    // Not left to the hook after the response: somebody who hung up gets none, and his next try would find the key taken.
    await app.idempotency.forget(turn)
    throw end.outcome === 'aborted' ? new CallerLeft() : new SessionBusy()
  }

  /** The same turn as it comes. What refuses it is refused as any request is; once it has begun, a fault is an event. */
  async function stream (request: FastifyRequest, reply: FastifyReply, turn: Turn): Promise<FastifyReply> {
    const events = createTurnEvents(turn, () => performance.now())
    const answered = answer({ ...turn, stream: events })
    await Promise.race([events.begun, answered])
    answered.then(events.finish).catch(async (error: unknown) => {
      events.fail(problemBehind(error, request))
      await app.idempotency.forget(turn)
    })
    return reply.headers(EVENT_HEADERS).send(events.body)
  }

  function readTurn (request: FastifyRequest<{ Body: Body }>, reply: FastifyReply): Turn {
    const { body, caller, startedAt } = request
    const mode = body.mode ?? 'LEARN'
    const question = questionOf(body)
    const screen = screened(question)
    const { topics, scan } = contextOf(body.context)
    if (mode === 'EXPLAIN' && !scan && screen.action !== 'care') {
      throw new InvalidRequest('Mode EXPLAIN explains a scan: send it as context.scan_result, or ask in mode LEARN.')
    }
    const deadlineAt = startedAt + app.config.turnDeadlineMs
    return {
      id: request.turnId!,
      startedAt,
      deadlineAt,
      userId: caller.userId,
      owner: caller.owner,
      formerOwners: caller.formerOwners,
      forcedEngine: caller.forcedEngine,
      tier: caller.tierClaim ?? 'free',
      mode,
      question,
      topics,
      scan,
      region: regionOf({ claim: caller.locale, acceptLanguage: request.headers['accept-language'] }),
      sessionId: body.session_id ?? randomUUID(),
      screen,
      signal: deadlineOf(reply, deadlineAt - performance.now() + (wantsEvents(request.headers.accept) ? STREAM_GOES_ON_MS : 0))
    }
  }
}

type Body = Static<typeof CoachBody>

/** A reply that was given before, as events. */
function sendEvents (reply: FastifyReply, answered: string): FastifyReply {
  const said = JSON.parse(answered) as CoachReply
  const events = createTurnEvents({ id: said.turn_id, sessionId: said.session_id }, () => performance.now())
  events.finish(said)
  return reply.headers(EVENT_HEADERS).send(events.body)
}

function questionOf (body: Body): string {
  const question = cleanQuestion(body.specific_question ?? '')
  if (characterCount(question) > QUESTION_MAX_CHARACTERS) throw new InvalidRequest(`specific_question is longer than ${QUESTION_MAX_CHARACTERS} characters.`)
  return question
}

/** The turn's one deadline; it also ends when the caller leaves. */
function deadlineOf (reply: FastifyReply, leftMs: number): AbortSignal {
  const caller = new AbortController()
  reply.raw.once('close', () => { if (!reply.raw.writableFinished) caller.abort(callerLeft()) })
  return AbortSignal.any([caller.signal, AbortSignal.timeout(Math.max(1, Math.ceil(leftMs)))])
}

export default coachRoutes
