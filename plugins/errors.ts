import createError, { type FastifyError } from '@fastify/error'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { STATUS_CODES } from 'node:http'

export const InvalidRequest = createError('AMORA_INVALID_REQUEST', '%s', 400)
export const Unauthenticated = createError('AMORA_UNAUTHENTICATED', '%s', 401)
export const Forbidden = createError('AMORA_FORBIDDEN', '%s', 403)
export const NotFound = createError('AMORA_NOT_FOUND', '%s', 404)
export const SessionBusy = createError('AMORA_SESSION_BUSY', 'Your last message is still being answered. Give it a moment, then send this one again.', 429)

export const DailyLimit = createError('AMORA_DAILY_LIMIT', 'You have written %s messages today, and I am glad you did. There is room for new ones after midnight UTC, %s; what you shared stays here until then.', 429)
export const BurstLimit = createError('AMORA_BURST_LIMIT', 'That was a lot in one minute. Take a breath with me; I am ready for your next message %s.', 429)
export const ReplayInFlight = createError('AMORA_IN_FLIGHT', 'A message with this Idempotency-Key is being answered. Ask again in a moment.', 409)
export const ReplayMismatch = createError('AMORA_IDEMPOTENCY_MISMATCH', 'This Idempotency-Key was used with another body.', 422)

export const Unavailable = createError('AMORA_UNAVAILABLE', 'What you ask for is kept in a store that does not answer now. Please try again.', 503)

/** Nobody is there to read it; it ends the request in the log. */
export const CallerLeft = createError('AMORA_CALLER_LEFT', 'The caller left.', 499)

/** RFC 9457. */
export interface Problem { type: string, title: string, status: number, code: string, detail?: string, turn_id?: string }

/** Fastify's own refusals, in our words: their codes are no contract. */
const OWN_CODES: Readonly<Record<string, { status: number, code: string, detail: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'AMORA_TOO_LARGE', detail: 'The body is larger than this route accepts.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'AMORA_UNSUPPORTED_MEDIA_TYPE', detail: 'Send the body as application/json.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'AMORA_INVALID_REQUEST', detail: 'The body is empty; send a JSON object.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'AMORA_INVALID_REQUEST', detail: 'The body is not valid JSON.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'AMORA_INVALID_REQUEST', detail: 'The body is not as long as Content-Length says.' }
}

/** The problem that an error becomes. A 5xx carries no internal message out. */
export function problemOf (error: Partial<FastifyError> & { validation?: unknown }, turnId?: string): Problem {
  const own = OWN_CODES[error.code ?? '']
  const status = own?.status ?? (error.validation || error instanceof SyntaxError ? 400 : error.statusCode ?? 500)
  const isOurs = error.code?.startsWith('AMORA_') === true
  const code = own?.code ?? (isOurs ? error.code! : status >= 500 ? 'AMORA_INTERNAL' : 'AMORA_INVALID_REQUEST')
  const detail = own?.detail ?? (status >= 500 && !isOurs ? 'Something went wrong on our side. Nothing you wrote was lost to others; please try again.' : error.message)
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Client Closed Request', status, code, detail, ...(turnId ? { turn_id: turnId } : {}) }
}

/** Sends a problem; also used where no error was thrown. */
export function sendProblem (reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

const RETRY_LATER: ReadonlySet<number> = new Set([409, 429, 503])

export default fp(async app => {
  app.setErrorHandler((thrown: FastifyError, request: FastifyRequest, reply) => {
    const error = thrown.name === 'StateUnavailable' ? new Unavailable() : thrown
    const problem = problemOf(error, request.turnId)
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed')
    if (RETRY_LATER.has(problem.status) && !reply.hasHeader('retry-after')) reply.header('retry-after', '1')
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
    return sendProblem(reply, problem)
  })
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, problemOf(new NotFound(`There is no ${request.method} ${request.url.split('?')[0]?.slice(0, 200)} here.`))))
  app.decorateRequest('turnId', undefined)
}, { name: 'errors', dependencies: ['config'] })

declare module 'fastify' {
  interface FastifyRequest { turnId: string | undefined }
}
