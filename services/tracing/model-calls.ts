/** A chat client whose requests are spans, by the conventions for generative AI. Never a word of a message or of a reply. */
import { LlmError, type ChatClient, type ChatReply, type ChatRequest, type ChatUsage } from '../v2/model-client.ts'
import { MODERATION_MODEL } from '../v2/openai-wire.ts'
import { GEN_AI, HTTP, OPERATIONS } from './names.ts'
import { failureFacts, type Call, type Ended, type Facts, type Tracer } from './tracer.ts'

export interface CallTracing {
  readonly tracer: Tracer
  /** The name of a model, out of a closed set: a server may call itself anything. */
  readonly nameOf: (model: string) => string
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** A span for each request of the client, so for each attempt where a call is made again. */
export function tracedClient (client: ChatClient, { tracer, nameOf, now }: CallTracing): ChatClient {
  const callOf = (operation: string, model: string, facts: Facts = {}): Call => ({
    name: `${operation} ${nameOf(model)}`,
    facts: { [GEN_AI.operation]: operation, [GEN_AI.provider]: client.kind, [GEN_AI.requestModel]: nameOf(model), ...facts }
  })
  const told = ({ value, error }: Ended<{ readonly model: string, readonly usage?: ChatUsage }>): Facts => {
    const { model, usage } = value ?? (error instanceof LlmError ? error : {})
    return {
      ...value ? {} : { ...failureFacts(error), [HTTP.status]: error instanceof LlmError ? error.status : undefined },
      [GEN_AI.responseModel]: model && nameOf(model),
      [GEN_AI.inputTokens]: usage?.inputTokens,
      [GEN_AI.cachedInputTokens]: usage?.cachedInputTokens,
      [GEN_AI.outputTokens]: usage?.outputTokens
    }
  }

  return {
    kind: client.kind,
    async complete (request, signal) {
      if (!tracer.isKept()) return client.complete(request, signal)
      const { request: timed, firstChunk } = withFirstChunk(request, now)
      const facts = { [GEN_AI.maxTokens]: request.maxTokens, [GEN_AI.isStream]: request.stream ? true : undefined }
      return tracer.call<ChatReply>(callOf(OPERATIONS.chat, request.model, facts), async () => client.complete(timed, signal), end => ({ ...told(end), [GEN_AI.firstChunk]: firstChunk() }))
    },
    async moderate (text, signal) {
      if (!tracer.isKept()) return client.moderate(text, signal)
      return tracer.call(callOf(OPERATIONS.moderation, MODERATION_MODEL), async () => client.moderate(text, signal), told)
    }
  }
}

/** The request, noting in seconds when its first piece came. */
function withFirstChunk (request: ChatRequest, now: () => number): { request: ChatRequest, firstChunk: () => number | undefined } {
  const { stream } = request
  if (!stream) return { request, firstChunk: () => undefined }
  const startedAt = now()
  let seconds: number | undefined
  const onText = (text: string) => {
    seconds ??= (now() - startedAt) / 1000
    stream.onText(text)
  }
  return { request: { ...request, stream: { ...stream, onText } }, firstChunk: () => seconds }
}
