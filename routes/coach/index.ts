import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Static } from 'typebox'
import { CallerLeft, InvalidRequest, SessionBusy } from '../../plugins/errors.ts'
import { QUESTION_MAX_CHARACTERS, characterCount, cleanQuestion } from '../../services/question.ts'
import { replyOf } from '../../services/reply.ts'
import { regionOf } from '../../services/safety/locale.ts'
import { callerLeft, isTrivialTurn, type Turn } from '../../services/turn.ts'
import { contextOf } from './context.ts'
import { CoachBody, CoachReplySchema, ProblemSchema } from './schema.ts'

const BODY_LIMIT_BYTES = 128 * 1024
const KNOWN_FIELDS: ReadonlySet<string> = new Set(Object.keys(CoachBody.properties))

declare module 'fastify' {
  interface FastifyRequest { startedAt: number, turn: Turn }
}

const coachRoutes: FastifyPluginAsyncTypebox = async app => {
  const unknownFields = app.metrics.counter('amora_request_unknown_fields_total', 'Fields of coach requests that the contract does not know')
  app.decorateRequest('startedAt', 0)
  app.decorateRequest<Turn | null>('turn', null)

  const start = async (request: FastifyRequest) => {
    request.startedAt = performance.now()
    request.turnId = randomUUID()
  }

  const screen = async (request: FastifyRequest<{ Body: Body }>, reply: FastifyReply) => {
    for (const field of Object.keys(request.body)) if (!KNOWN_FIELDS.has(field)) unknownFields.inc()
    request.turn = readTurn(request, reply)
  }

  const replay = async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.turn.screen.action !== 'care' && await app.idempotency.replay(request, reply)) return reply
  }

  const limits = await app.quota.guard(app, async request => {
    const { turn } = request
    // A care reply waits for nothing, least of all for a price list.
    if (turn.screen.action === 'care') return { ...turn, countsFor: 'none' }
    request.turn = { ...turn, tier: await app.identity.tierOf(request.caller) }
    return { ...request.turn, countsFor: isTrivialTurn(turn) ? 'burst' : 'all' }
  }, (request, window) => app.coach.refuse(request.turn, window))

  app.post('/api/v1/coach', {
    bodyLimit: BODY_LIMIT_BYTES,
    schema: {
      tags: ['coach'],
      summary: 'One coaching turn: a message in, an answer out',
      security: [{ bearer: [] }],
      body: CoachBody,
      response: { 200: CoachReplySchema, '4xx': ProblemSchema, '5xx': ProblemSchema }
    },
    onRequest: [start, app.identity.authenticate],
    preHandler: [screen, replay, limits],
    onResponse: async (request, reply) => { if (reply.statusCode >= 400) await app.idempotency.forget(request) }
  }, async request => {
    const turn = { ...request.turn, quotaDay: app.quota.dayOf(request) }
    const end = await app.coach.answer(turn)
    if (end.message !== undefined) {
      const reply = replyOf(turn, end)
      await app.idempotency.keep(request, JSON.stringify(reply))
      return reply
    }
    // Not left to the hook after the response: somebody who hung up gets none, and his next try would find the key taken.
    await app.idempotency.forget(request)
    throw end.outcome === 'aborted' ? new CallerLeft() : new SessionBusy()
  })

  function readTurn (request: FastifyRequest<{ Body: Body }>, reply: FastifyReply): Turn {
    const { body, caller, startedAt } = request
    const mode = body.mode ?? 'LEARN'
    const question = questionOf(body)
    const screen = app.safety.screen(question)
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
      tier: caller.tierClaim ?? 'free',
      mode,
      question,
      topics,
      scan,
      region: regionOf({ claim: caller.locale, acceptLanguage: request.headers['accept-language'] }),
      sessionId: body.session_id ?? randomUUID(),
      screen,
      signal: deadlineOf(reply, deadlineAt - performance.now())
    }
  }
}

type Body = Static<typeof CoachBody>

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
