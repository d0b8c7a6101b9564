/** A streamed chat completion, put together chunk by chunk. */
import { LlmError, type ChatReply, type ChatStream, type LlmFacts } from '../model-client.ts'
import { MAX_REPLY_CHARACTERS, abortReason, chatReply, failureOf, fields, streamFailure, text, usageOf } from '../openai-wire.ts'
import { createSseParser } from './sse.ts'

/** The longest reply is about 2.5 MB when each token comes in a chunk of its own. */
const MAX_STREAM_BYTES = 8_000_000

export interface StreamedCall {
  /** The model that was asked, for a server that does not name the one that answers. */
  readonly asked: string
  readonly onText: ChatStream['onText']
  readonly onFinish?: ChatStream['onFinish']
  readonly signal: AbortSignal
}

/**
 * Reads a stream up to its end-marker and hands on each piece of text as it comes.
 * @throws {LlmError} as `chatReply` does; `upstream_error` for a stream that breaks off or ends before the model did, `invalid_output`
 * for one that is none, and what the signal says. Half a reply is never a whole one, and a whole one stays it when only its usage is lost.
 */
export async function readChatStream (bytes: AsyncIterable<Uint8Array>, { asked, onText, onFinish, signal }: StreamedCall): Promise<ChatReply> {
  const reply = createReply(asked, onText, onFinish)
  const parser = createSseParser(reply.take)
  let size = 0
  try {
    for await (const piece of bytes) {
      size += piece.length
      if (size > MAX_STREAM_BYTES) throw new LlmError('invalid_output')
      parser.push(piece)
      if (reply.isOver()) break
    }
    // An abort may end the loop without an error.
    if (signal.aborted) throw new LlmError(abortReason(signal))
  } catch (error) {
    const failure = failureOf(error, signal, 0)
    if (!reply.isWhole() || failure.reason === 'aborted') throw failure.with({ ...reply.billed(), begun: true })
  }
  return reply.whole()
}

function createReply (asked: string, onText: ChatStream['onText'], onFinish: ChatStream['onFinish']) {
  let [content, refusal, finish] = ['', '', '']
  let model: unknown
  // Each chunk may carry one; the last is the sum.
  let usage: unknown
  let isOver = false

  const hear = (said: string) => {
    if (said === '') return
    content += said
    if (content.length > MAX_REPLY_CHARACTERS) throw new LlmError('invalid_output')
    onText(said)
  }
  const billed = (): LlmFacts => ({ model: text(model) || asked, usage: usageOf(usage) })
  return {
    billed,
    isOver: () => isOver,
    /** The model has ended its reply; what may follow is the usage. */
    isWhole: () => finish !== '',
    take (data: string) {
      if (isOver) return
      isOver = data === '[DONE]'
      if (isOver) return
      const chunk = chunkOf(data)
      if (chunk.error) throw streamFailure(chunk.error)
      model = chunk.model ?? model
      usage = chunk.usage ?? usage
      const { delta, finish_reason: end } = fields(Array.isArray(chunk.choices) ? chunk.choices[0] : undefined)
      if (text(end) && !finish) onFinish?.()
      finish = text(end) || finish
      refusal += text(fields(delta).refusal)
      hear(text(fields(delta).content))
    },
    whole (): ChatReply {
      if (finish === '') throw new LlmError('upstream_error', { ...billed(), begun: true })
      return chatReply({ model, usage, choices: [{ message: { content, refusal }, finish_reason: finish }] }, asked)
    }
  }
}

function chunkOf (data: string): Readonly<Record<string, unknown>> {
  const chunk: unknown = JSON.parse(data)
  if (typeof chunk !== 'object' || chunk === null) throw new LlmError('invalid_output')
  return chunk as Record<string, unknown>
}
