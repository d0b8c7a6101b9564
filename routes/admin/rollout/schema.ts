import { Type, type TSchema } from 'typebox'
import { ENGINES, ROLLOUT_REASONS, ROLLOUT_STATUSES } from '../../../services/rollout.ts'
import { CONFLICTS, LISTS, MOST_OVERRIDES, PROMOTIONS, type ConflictKey } from '../../../services/rollout-state.ts'
import { ProblemSchema } from '../../coach/schema.ts'

const strict = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false })

const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S', description: 'Why; kept in the audit' })
const Percentage = Type.Number({ minimum: 0, maximum: 100, description: '0 to 100, two decimals' })
const Time = Type.String({ format: 'date-time' })
const UserId = Type.String({ format: 'uuid' })
const List = Type.Enum([...LISTS], { description: 'allowed: V2 at any percentage; denied: V1, whatever else' })
const Status = Type.Enum([...ROLLOUT_STATUSES])
const Owner = Type.String({ pattern: '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}$', description: 'A user as GET shows him: his keyed hash' })

export const MoveBody = strict({ reason: Reason })
export const PromoteBody = strict({ reason: Reason, force: Type.Optional(Type.Boolean({ description: 'Leave the present step before the plan allows; audited' })) })
export const DialBody = Type.Object({
  enabled: Type.Optional(Type.Boolean()),
  percentage: Type.Optional(Percentage),
  reason: Reason
}, { additionalProperties: false, minProperties: 2, description: 'At least one of enabled and percentage' })

const Step = strict({ percentage: Percentage, days: Type.Number({ minimum: 0, maximum: 365 }) })
const Plan = { steps: Type.Array(Step, { minItems: 1, maxItems: 20 }), promotion: Type.Enum([...PROMOTIONS]) }
export const PlanBody = strict({ ...Plan, reason: Reason })
export const PlanReply = Type.Object({ version: Type.Integer(), ...Plan })

const expiry = { list: List, expires_at: Type.Optional(Time) }
export const OverridesBody = strict({
  overrides: Type.Array(Type.Union([strict({ user_id: UserId, ...expiry }), strict({ owner: Owner, ...expiry })]), { maxItems: MOST_OVERRIDES, description: 'The whole list; a user by id, or as GET shows him' }),
  reason: Reason
})
export const OverridesReply = Type.Object({ version: Type.Integer(), overrides: Type.Array(Type.Object({ owner: Owner, ...expiry })) })

export const WaitQuery = strict({ wait: Type.Optional(Type.String({ pattern: '^([0-4]?\\d{1,3}|5000)$', description: 'Milliseconds to wait for the replicas, 0 to 5000' })) })
export const ExplainQuery = strict({ userId: UserId })
export const AuditQuery = strict({
  after: Type.Optional(Type.String({ pattern: '^\\d{1,20}(-\\d{1,20})?$', description: 'The id of the last entry that was read' })),
  limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$', description: '1 to 500, 100 unless given' }))
})

export const MovedReply = Type.Object({
  version: Type.Integer(),
  status: Status,
  percentage: Type.Number(),
  acknowledged: Type.Array(Type.String(), { description: 'Replicas that apply this version' }),
  pending: Type.Array(Type.String(), { description: 'Replicas heard within a minute that do not, or have ended without saying so' })
})

export const ExplainReply = Type.Object({
  bucket: Type.Integer({ description: 'Place on the dial, 0 to 9,999; in when below a hundred times the percentage' }),
  engine: Type.Enum([...ENGINES]), reason: Type.Enum([...ROLLOUT_REASONS]), version: Type.Integer()
})

export const AuditReply = Type.Object({
  entries: Type.Array(Type.Object({
    id: Type.String(), version: Type.Integer(), move: Type.String(), reason: Type.String(), by: Type.String(), at: Time,
    change: Type.Object({
      status: Type.Optional(Status), percentage: Type.Optional(Type.Number()), plan: Type.Optional(Type.Object(Plan)),
      overrides: Type.Optional(Type.Integer({ description: 'How many' })), forced: Type.Optional(Type.Boolean())
    })
  })),
  next: Type.Optional(Type.String({ description: 'after= for the next page; absent on the last' }))
})

export const DialReply = Type.Object({
  version: Type.Integer(),
  status: Status,
  percentage: Type.Number({ description: 'The share that is stored' }),
  effective_percentage: Type.Number({ description: 'The share in force in this replica: 0 while V2 lets nobody in' }),
  enabled: Type.Boolean({ description: 'Whether this replica may assign V2 at all' }),
  reason: Type.String(), by: Type.String(), changed_at: Type.Optional(Time),
  environment: Type.Object({ enabled: Type.Boolean(), percentage: Type.Optional(Type.Number()), max_percentage: Type.Number() }),
  conflicts: Type.Array(Type.Object({ key: Type.Enum(Object.keys(CONFLICTS) as ConflictKey[]), variable: Type.String(), configured: Type.String(), stored: Type.String() })),
  plan: Type.Object(Plan),
  next_step: Type.Optional(Type.Object({ percentage: Type.Number(), not_before: Type.Optional(Time) }, { description: 'Absent at the last step' })),
  overrides: Type.Object({ allowed: Type.Integer(), denied: Type.Integer() }),
  this_replica: Type.Object({
    name: Type.String(),
    standing: Type.Enum(['current', 'stale', 'unavailable'], { description: 'stale: not confirmed for a minute, unavailable: never read; V1 answers in both' }),
    age_seconds: Type.Optional(Type.Number()),
    killed: Type.Optional(Type.String({ description: 'Why V2 is killed in this process alone' }))
  }),
  replicas: Type.Array(Type.Object({ name: Type.String(), version: Type.Integer() }))
})

export const IfMatchHeader = Type.Object({ 'if-match': Type.Optional(Type.String({ description: 'The ETag of the GET that you act on' })) })

/** What every route of the dial says of itself. */
export const described = <S extends object>(summary: string, schema: S) => ({ tags: ['admin'], summary, security: [{ bearer: [] }], ...schema })
export const replies = <R extends TSchema>(reply: R) => ({ 200: reply, '4xx': ProblemSchema, '5xx': ProblemSchema })
