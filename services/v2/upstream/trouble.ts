import { LlmError, type ChatClient, type LlmFailure } from '../model-client.ts'

export interface WatchedClient extends ChatClient {
  /** Why the latest chat call failed, when the fault was the server's; undefined once one succeeds. */
  readonly trouble: LlmFailure | undefined
}

/** Failures that speak of the server's state rather than of one request. */
const SERVER_FAULTS: ReadonlySet<string> = new Set<LlmFailure>(['timeout', 'upstream_error', 'rate_limited', 'quota_exhausted', 'auth', 'model_gone'])

/** Remembers whether the client's server is in trouble. */
export function rememberTrouble (client: ChatClient): WatchedClient {
  let trouble: LlmFailure | undefined
  return {
    kind: client.kind,
    get trouble () { return trouble },
    moderate: async (text, signal) => client.moderate(text, signal),
    complete: async (request, signal) => {
      try {
        const reply = await client.complete(request, signal)
        trouble = undefined
        return reply
      } catch (error) {
        if (error instanceof LlmError && SERVER_FAULTS.has(error.reason)) trouble = error.reason
        throw error
      }
    }
  }
}
