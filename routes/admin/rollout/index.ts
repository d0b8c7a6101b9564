import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden, InvalidRequest, PreconditionRequired } from '../../../plugins/errors.ts'
import { isUnconditional, type RolloutMove } from '../../../services/rollout-state.ts'
import {
  AuditQuery, AuditReply, DialBody, DialReply, ExplainQuery, ExplainReply, IfMatchHeader, MoveBody, MovedReply, OverridesBody, OverridesReply, PlanBody, PlanReply,
  PromoteBody, WaitQuery, described, replies
} from './schema.ts'
import { auditView, basisPointsOf, dialView, movedView, overrideOf, overridesView, planOf, planView } from './views.ts'

const DIAL = '/admin/rollout'
/** A thousand overrides with their ids. */
const BODY_LIMIT_BYTES = 256 * 1024
const AUDIT_PAGE = 100

const rolloutRoutes: FastifyPluginAsyncTypebox = async app => {
  // A process that is too full to answer is the very one whose dial must move.
  app.addHook('onRoute', route => { route.config = { ...route.config, shedding: 'never' } })
  app.addHook('onRequest', app.identity.authenticate)
  app.addHook('onRequest', app.identity.requireScope('amora:admin'))
  app.addHook('onRequest', async ({ caller }) => { if (caller.actedFor) throw new Forbidden('The dial is moved in one’s own name.') })
  app.addHook('onSend', async (_request, reply) => { reply.header('cache-control', 'no-store') })

  const move = async (request: FastifyRequest<{ Body: { reason: string }, Querystring: { wait?: string } }>, reply: FastifyReply, move: RolloutMove) => {
    const moved = await app.rollout.move({
      move,
      reason: request.body.reason,
      by: request.caller.owner,
      expected: isUnconditional(move) ? undefined : versionOf(request.headers['if-match']),
      waitMs: Number(request.query.wait ?? 0)
    })
    reply.header('etag', etagOf(moved.record.version))
    return movedView(moved)
  }

  app.get(DIAL, { schema: described('The dial: state, share in force, conflicts, replicas', { response: replies(DialReply) }) }, async (_request, reply) => {
    const view = await app.rollout.view()
    reply.header('etag', etagOf(view.record.version))
    return dialView(view)
  })

  app.put(DIAL, {
    schema: described('Sets the share, or turns V2 on or off', { headers: IfMatchHeader, querystring: WaitQuery, body: DialBody, response: replies(MovedReply) })
  }, async (request, reply) => {
    const { enabled, percentage } = request.body
    return move(request, reply, { to: 'put', enabled, basisPoints: percentage === undefined ? undefined : basisPointsOf(percentage) })
  })

  for (const [to, summary] of [
    ['kill', 'V1 for everybody at the next turn; needs no If-Match'],
    ['pause', 'New sessions get V1, those on V2 finish there; needs no If-Match'],
    ['rollback', 'V1 for everybody until somebody resumes; needs no If-Match']
  ] as const) {
    app.post(`${DIAL}/${to}`, { schema: described(summary, { querystring: WaitQuery, body: MoveBody, response: replies(MovedReply) }) },
      async (request, reply) => move(request, reply, { to }))
  }

  app.post(`${DIAL}/resume`, {
    schema: described('Back to the share before a pause, a kill or a rollback', { headers: IfMatchHeader, querystring: WaitQuery, body: MoveBody, response: replies(MovedReply) })
  }, async (request, reply) => move(request, reply, { to: 'resume' }))

  app.post(`${DIAL}/promote`, {
    schema: described('To the plan’s next step', { headers: IfMatchHeader, querystring: WaitQuery, body: PromoteBody, response: replies(MovedReply) })
  }, async (request, reply) => move(request, reply, { to: 'promote', force: request.body.force }))

  app.get(`${DIAL}/plan`, { schema: described('The plan', { response: replies(PlanReply) }) }, async (_request, reply) => {
    const { record: { version, plan } } = await app.rollout.view()
    reply.header('etag', etagOf(version))
    return { version, ...planView(plan) }
  })

  app.put(`${DIAL}/plan`, {
    schema: described('Replaces the plan', { headers: IfMatchHeader, querystring: WaitQuery, body: PlanBody, response: replies(MovedReply) })
  }, async (request, reply) => move(request, reply, { to: 'plan', plan: planOf(request.body) }))

  app.get(`${DIAL}/overrides`, { schema: described('Users with an engine of their own, by their keyed hash', { response: replies(OverridesReply) }) }, async (_request, reply) => {
    const { record } = await app.rollout.view()
    reply.header('etag', etagOf(record.version))
    return overridesView(record, Date.now())
  })

  app.put(`${DIAL}/overrides`, {
    bodyLimit: BODY_LIMIT_BYTES,
    schema: described('Replaces the overrides; ids are stored as keyed hashes', { headers: IfMatchHeader, querystring: WaitQuery, body: OverridesBody, response: replies(MovedReply) })
  }, async (request, reply) => {
    const overrides = request.body.overrides.map(sent => overrideOf(sent, userId => app.identity.pseudonymsOf(userId).owner))
    if (overrides.some(({ expiresAt = Infinity }) => expiresAt <= Date.now())) throw new InvalidRequest('expires_at is in the past.')
    return move(request, reply, { to: 'overrides', overrides })
  })

  app.get(`${DIAL}/explain`, { schema: described('Which engine a new session of a user gets, and why', { querystring: ExplainQuery, response: replies(ExplainReply) }) }, async ({ query }) => {
    const userId = query.userId.toLowerCase()
    return app.rollout.explain({ userId, ...app.identity.pseudonymsOf(userId) })
  })

  app.get(`${DIAL}/audit`, { schema: described('Who moved the dial when and why, oldest first', { querystring: AuditQuery, response: replies(AuditReply) }) }, async ({ query }) => {
    const limit = Number(query.limit ?? AUDIT_PAGE)
    const entries = await app.rollout.audit(query.after ?? '', limit)
    return { entries: entries.map(auditView), next: entries.length < limit ? undefined : entries.at(-1)?.id }
  })
}

const etagOf = (version: number) => `"${version}"`

/** A proxy that compresses may have weakened the tag. */
function versionOf (ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new PreconditionRequired('Send If-Match with the ETag of the GET that you act on.')
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(ifMatch)?.[1]
  if (version === undefined) throw new InvalidRequest('If-Match is the ETag of a GET, quotes included.')
  return Number(version)
}

export default rolloutRoutes
