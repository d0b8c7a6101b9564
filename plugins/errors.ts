import createError, { type FastifyError } from '@fastify/error'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'

export const InvalidRequest = createError('AMORA_INVALID_REQUEST', '%s', 400)
export const Unauthenticated = createError('AMORA_UNAUTHENTICATED', '%s', 401)
export const Forbidden = createError('AMORA_FORBIDDEN', '%s', 403)
export const NotFound = createError('AMORA_NOT_FOUND', '%s', 404)
export const SessionBusy = createError('AMORA_SESSION_BUSY', 'Your last message is still being answered. Give it a moment, then send this one again.', 429)
export const Conflict = createError('AMORA_CONFLICT', '%s', 409)
export const PreconditionFailed = createError('AMORA_PRECONDITION_FAILED', '%s', 412)
export const PreconditionRequired = createError('AMORA_PRECONDITION_REQUIRED', '%s', 428)
export const DialUnreachable = createError('AMORA_UNAVAILABLE', '%s', 503)

export const DailyLimit = createError('AMORA_DAILY_LIMIT', 'You have written %s messages today, and I am glad you did. There is room for new ones after midnight UTC, %s; what you shared stays here until then.', 429)
export const BurstLimit = createError('AMORA_BURST_LIMIT', 'That was a lot in one minute. Take a breath with me; I am ready for your next message %s.', 429)
export const Overloaded = createError('AMORA_OVERLOADED', 'More people are writing right now than I can listen to. Please try again in a moment; what you wrote was not counted.', 503)
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
  HPE_HEADER_OVERFLOW: { status: 431, code: 'AMORA_TOO_LARGE', detail: 'The headers are larger than this service accepts.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'AMORA_INVALID_REQUEST', detail: 'The request took too long to arrive.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'AMORA_INVALID_REQUEST', detail: 'The body is not as long as Content-Length says.' }
}

/** The problem that an error becomes. A 5xx carries no internal message out. */
export function problemOf (error: Partial<FastifyError>, turnId?: string): Problem {
  const thrownCode = String(error.code)
  const own = OWN_CODES[thrownCode]
  const status = own?.status ?? statusOf(error)
  const isOurs = thrownCode.startsWith('AMORA_')
  const code = own?.code ?? (isOurs ? thrownCode : status >= 500 ? 'AMORA_INTERNAL' : 'AMORA_INVALID_REQUEST')
  const detail = own?.detail ?? (status >= 500 && !isOurs ? 'Something went wrong on our side. Nothing you wrote was lost to others; please try again.' : error.message)
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Client Closed Request', status, code, detail, ...(turnId ? { turn_id: turnId } : {}) }
}

/** Anybody may throw anything: what is no status of an error is a fault of ours. */
const statusOf = ({ statusCode = 500 }: Partial<FastifyError>) => statusCode >= 400 && statusCode <= 599 ? statusCode : 500

/** Sends a problem; also used where no error was thrown. */
export function sendProblem (reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

/** Answers what never became a request: not HTTP, too slow, or with headers beyond the limit. */
export function refuseConnection (error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const problem = problemOf({ code: error.code, statusCode: 400, message: 'This is not an HTTP request.' })
  const body = JSON.stringify(problem)
  if (socket.writable) socket.write(`HTTP/1.1 ${problem.status} ${problem.title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`)
  socket.destroy(error)
}

function codedOf (thrown: unknown): Partial<FastifyError> {
  if (!(thrown instanceof Error)) return new Error('something was thrown that is no error')
  return thrown.name === 'StateUnavailable' ? new Unavailable() : thrown
}

const RETRY_LATER: ReadonlySet<number> = new Set([409, 429, 503])
/** Asking again helps; a conflict with what stands is not over in a second. */
const isOverSoon = ({ status, code }: Problem) => RETRY_LATER.has(status) && code !== 'AMORA_CONFLICT'

/** The problem behind whatever was thrown while a request was answered; a fault of ours is logged. */
export function problemBehind (thrown: unknown, request: FastifyRequest): Problem {
  const error = codedOf(thrown)
  const problem = problemOf(error, request.turnId)
  // A store that is away is said once, by its watch, and what is shed is counted.
  if (problem.status >= 500 && problem.status !== 503) request.log.error({ err: error, code: problem.code }, 'request failed')
  return problem
}

export default fp(async app => {
  app.setErrorHandler((thrown: unknown, request: FastifyRequest, reply) => {
    const problem = problemBehind(thrown, request)
    if (isOverSoon(problem) && !reply.hasHeader('retry-after')) reply.header('retry-after', '1')
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
