/** What the real service refuses, so that a wrong request fails here as it would there. */
import type { JsonSchema } from './openai-replies.ts'

export interface Refusal { readonly status: number, readonly code: string | null, readonly type: string, readonly message: string, readonly param?: string, readonly headers?: Readonly<Record<string, string>> }

export const FAKE_MODELS: ReadonlyArray<{ readonly id: string, readonly shutdown?: string }> = [
  { id: 'gpt-6-luna' }, { id: 'gpt-6.1-terra' }, { id: 'gpt-6.1-sol' }, { id: 'gpt-5.6-luna' },
  { id: 'gpt-4o-mini', shutdown: '2027-01-14' }, { id: 'gpt-4-turbo', shutdown: '2026-10-23' }, { id: 'gpt-4-turbo-preview', shutdown: '2026-03-26' },
  { id: 'omni-moderation-latest' }
]

export interface ChatPayload {
  readonly model?: unknown
  readonly messages?: unknown
  readonly stream?: unknown
  readonly stream_options?: { readonly include_usage?: unknown }
  readonly max_tokens?: unknown
  readonly max_completion_tokens?: unknown
  readonly temperature?: unknown
  readonly top_p?: unknown
  readonly reasoning_effort?: unknown
  readonly response_format?: { readonly type?: unknown, readonly json_schema?: { readonly name?: unknown, readonly strict?: unknown, readonly schema?: JsonSchema } }
}

const refuse = (message: string, param: string, code: string | null = null): Refusal => ({ status: 400, type: 'invalid_request_error', code, message, param })
const unsupported = (param: string) => refuse(`Unsupported parameter: '${param}' is not supported with this model.`, param, 'unsupported_parameter')

/** Why the service would not take this request; undefined when it would. */
export function refusalOf (path: string, body: ChatPayload & { readonly input?: unknown }, authorization: string | undefined, apiKey: string | undefined): Refusal | undefined {
  const key = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  if (!key || (apiKey && key !== apiKey)) return { status: 401, type: 'invalid_request_error', code: 'invalid_api_key', message: 'Incorrect API key provided.' }
  if (typeof body.model !== 'string') return refuse('you must provide a model parameter', 'model')
  if (!FAKE_MODELS.some(({ id }) => id === body.model)) return { status: 404, type: 'invalid_request_error', code: 'model_not_found', message: 'The model does not exist or you do not have access to it.' }
  if (path.endsWith('/moderations')) return isInput(body.input) ? undefined : refuse('\'input\' is a required property', 'input')
  return messageFault(body.messages) ?? parameterFault(body.model, body) ?? formatFault(body.response_format)
}

const isInput = (input: unknown) => typeof input === 'string' || (Array.isArray(input) && input.length > 0)

function messageFault (messages: unknown): Refusal | undefined {
  if (!Array.isArray(messages) || messages.length === 0) return refuse('\'messages\' must contain at least one message.', 'messages')
  const fits = ({ role, content }: { role?: unknown, content?: unknown }) => ['system', 'developer', 'user', 'assistant'].includes(String(role)) && typeof content === 'string'
  return messages.every(fits) ? undefined : refuse('Invalid value in \'messages\'.', 'messages', 'invalid_value')
}

/** The newer models count reasoning in, and take a temperature only while they don't reason. */
function parameterFault (model: string, body: ChatPayload): Refusal | undefined {
  const limit = body.max_tokens ?? body.max_completion_tokens
  if (limit !== undefined && !(Number.isInteger(limit) && Number(limit) > 0)) return refuse('Invalid value for the limit of tokens.', 'max_tokens', 'integer_below_min_value')
  if (/^gpt-[56]/.test(model)) {
    if (body.max_tokens !== undefined) return unsupported('max_tokens')
    if (body.reasoning_effort !== 'none' && body.temperature !== undefined) return unsupported('temperature')
    if (body.reasoning_effort !== 'none' && body.top_p !== undefined) return unsupported('top_p')
  } else if (body.reasoning_effort !== undefined) {
    return unsupported('reasoning_effort')
  }
  return undefined
}

function formatFault (format: ChatPayload['response_format']): Refusal | undefined {
  if (format?.type !== 'json_schema') return undefined
  const { name, schema, strict } = format.json_schema ?? {}
  if (typeof name !== 'string' || !/^[\w-]{1,64}$/.test(name) || !schema) return refuse('Missing or invalid \'response_format.json_schema\'.', 'response_format')
  const fault = strict === true ? strictFault(schema) : undefined
  return fault ? refuse(`Invalid schema for response_format '${name}': ${fault}`, 'response_format') : undefined
}

/** Strict schemas are closed: every object forbids other fields and requires its own. */
function strictFault (schema: JsonSchema): string | undefined {
  if (schema.type === 'object') {
    const names = Object.keys(schema.properties ?? {})
    if (schema.additionalProperties !== false) return '\'additionalProperties\' is required to be supplied and to be false.'
    if (!names.every(name => schema.required?.includes(name))) return '\'required\' is required to be supplied and to be an array including every key in properties.'
  }
  const parts = [...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])]
  return parts.map(strictFault).find(fault => fault !== undefined)
}
