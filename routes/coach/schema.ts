import { Type } from 'typebox'
import { MODES } from '../../services/understanding/reading.ts'

/** Legacy clients send null where they mean nothing. */
const optional = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Optional(Type.Union([schema, Type.Null()]))

const id = (description: string) => optional(Type.String({ maxLength: 256, description }))
const texts = (description: string) => optional(Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 100, description }))

const ScanResultSchema = Type.Object({
  overall_score: optional(Type.Number()),
  category: optional(Type.String({ maxLength: 200 })),
  category_scores: optional(Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()]))),
  strengths: texts('What goes well'),
  awareness_areas: texts('What to look at'),
  red_flags: texts('What worries')
}, { description: 'A relationship scan to explain' })

export const CoachBody = Type.Object({
  mode: optional(Type.Enum([...MODES], { description: 'LEARN unless given' })),
  specific_question: optional(Type.String({ description: 'What the person writes: up to 4,000 characters, may be empty' })),
  context: optional(Type.Object({ topics: texts('Topics the app knows of'), scan_result: optional(ScanResultSchema) }, { description: '16 KiB at most' })),
  session_id: optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$', description: 'Missing: a session is started and its id returned' })),
  coach_session_id: id('Accepted, not needed'),
  scan_id: id('Accepted, not needed'),
  scan_result_id: id('Accepted, not needed'),
  blueprint_id: id('Accepted, not needed'),
  category: id('Accepted, not needed')
}, { examples: [{ specific_question: 'We argue about small things every evening. How do I start a calmer talk?' }] })

export const CoachReplySchema = Type.Object({
  message: Type.String(),
  mode: Type.String(),
  confidence: Type.Number(),
  referenced_data: Type.Object({}, { additionalProperties: true }),
  session_id: Type.String(),
  turn_id: Type.String(),
  engine: Type.String({ description: 'The engine that served: v1, v2 or safety' }),
  degraded: Type.Boolean({ description: 'True when V1 stood in for V2' })
})

export const ProblemSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String({ description: 'AMORA_…' }),
  detail: Type.Optional(Type.String()),
  turn_id: Type.Optional(Type.String())
}, { description: 'RFC 9457 problem' })
