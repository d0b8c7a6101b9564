/** A chat model without a network: it composes replies from a reading, by rules, and takes the same path as the real one. */
import { classify } from '../understanding/classifier.ts'
import { LlmError, type ChatClient, type ChatReply, type ChatRequest } from './model-client.ts'
import { compose } from './offline/compose.ts'
import { conversationOf } from './offline/conversation.ts'
import { abortReason } from './openai-wire.ts'
import { encodeReading } from './understand.ts'

export const OFFLINE_MODEL = 'amora-offline-1'

/** A token of English is about four characters. */
const CHARACTERS_PER_TOKEN = 4

/** Embedded, deterministic, instant: no key, no network, no state. */
export function createOfflineModel (): ChatClient {
  return {
    kind: 'offline',
    async complete (request, signal) {
      refuseWhenAborted(signal)
      return cutTo(request, request.leg === 'understand' ? encodeReading(classify(conversationOf(request.messages).message)) : compose(request, { isPlain: request.leg === 'repair' }))
    },
    // The local rules have judged the message before it came here, and this model knows no more than they do.
    async moderate (_text, signal) {
      refuseWhenAborted(signal)
      return { model: OFFLINE_MODEL, flagged: {} }
    }
  }
}

function refuseWhenAborted (signal: AbortSignal): void {
  if (signal.aborted) throw new LlmError(abortReason(signal))
}

/** The reply within the caller's limit of tokens, with what it would have been billed. */
function cutTo ({ messages, maxTokens }: ChatRequest, text: string): ChatReply {
  const isWhole = tokensOf(text) <= maxTokens
  const written = isWhole ? text : text.slice(0, maxTokens * CHARACTERS_PER_TOKEN)
  const inputTokens = messages.reduce((sum, { content }) => sum + tokensOf(content), 0)
  return { text: written, finish: isWhole ? 'stop' : 'length', model: OFFLINE_MODEL, usage: { inputTokens, cachedInputTokens: 0, outputTokens: tokensOf(written) } }
}

const tokensOf = (text: string) => Math.ceil(text.length / CHARACTERS_PER_TOKEN)
