import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Pseudonyms } from '../../services/identity/pseudonym.ts'
import { memoryLines } from '../../services/memory.ts'
import { ProblemSchema } from '../coach/schema.ts'

const TURNS_SHOWN = 200

const ExportSchema = Type.Object({
  memory: Type.Object({
    sessions: Type.Integer(),
    themes: Type.Record(Type.String(), Type.Object({ count: Type.Integer(), first_seen: Type.String(), last_seen: Type.String(), emotions: Type.Record(Type.String(), Type.Integer()) })),
    goals: Type.Record(Type.String(), Type.Integer()),
    noticed: Type.Array(Type.String(), { description: 'What the coach goes by, in its own words' })
  }),
  turns: Type.Array(Type.Object({ turn_id: Type.String(), at: Type.String(), engine: Type.String(), outcome: Type.String() }), { description: `The newest turns of the last eight days, ${TURNS_SHOWN} at most; no words are kept of them` })
}, { description: 'All that outlives a session of the caller' })

/** His hash by the key that writes, and those by keys that only read: replicas in the middle of a change write either. */
const namesOf = ({ owner, formerOwners }: Pseudonyms) => [owner, ...formerOwners]

const memoryRoutes: FastifyPluginAsyncTypebox = async app => {
  app.get('/api/v1/coach/memory', {
    schema: { tags: ['memory'], summary: 'What is kept of the caller', security: [{ bearer: [] }], response: { 200: ExportSchema, '4xx': ProblemSchema, '5xx': ProblemSchema } },
    onRequest: [app.identity.authenticate]
  }, async ({ caller }) => {
    const [facts, ...owned] = await Promise.all([app.memory.read(caller), ...namesOf(caller).map(async owner => app.ledger.ofOwner(owner, TURNS_SHOWN))])
    const turns = owned.flat().toSorted((one, other) => other.at - one.at).slice(0, TURNS_SHOWN)
    const { sessions = 0, themes = {}, goals = {} } = facts ?? {}
    const shown = Object.entries(themes).map(([theme, { count, firstSeen, lastSeen, emotions }]) => [theme, { count, first_seen: firstSeen, last_seen: lastSeen, emotions }])
    return {
      memory: { sessions, themes: Object.fromEntries(shown) as Record<string, never>, goals, noticed: facts ? [...memoryLines(facts)] : [] },
      turns: turns.map(({ turnId, at, served, outcome }) => ({ turn_id: turnId, at: new Date(at).toISOString(), engine: served, outcome }))
    }
  })

  app.delete('/api/v1/coach/memory', {
    schema: { tags: ['memory'], summary: 'Erases the caller: sessions, memory, cached answers, idempotency records, ledger ownership', security: [{ bearer: [] }], response: { 204: Type.Null(), '4xx': ProblemSchema, '5xx': ProblemSchema } },
    onRequest: [app.identity.authenticate]
  }, async ({ caller }, reply) => {
    for (const owner of namesOf(caller)) {
      await app.erasure.begin(owner)
      await Promise.all([app.session.erase(owner), app.memory.erase(owner), app.cache.erase(owner), app.idempotency.erase(owner), app.ledger.disown(owner)])
    }
    return reply.code(204).send(null)
  })
}

export default memoryRoutes
