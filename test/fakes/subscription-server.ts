/** The billing side's answer to "what has this user?", over real HTTP, with faults. */
import type { ServerResponse } from 'node:http'
import type { Test } from 'tap'
import { serve } from './http-server.ts'

export interface SubscriptionServer {
  readonly url: string
  /** The paths that were asked for, oldest first. */
  readonly asked: string[]
  /** How it answers from now on. A string is sent as it is. */
  answer: { readonly status?: number, readonly body: unknown } | 'hang' | 'hang in the body' | 'reset'
  latencyMs: number
}

export const subscribed = (word: unknown) => ({ body: { subscription_status: word } })

export async function startSubscriptionServer (t: Test): Promise<SubscriptionServer> {
  const asked: string[] = []
  const origin = await serve(t, (request, response) => {
    asked.push(request.url ?? '')
    setTimeout(() => { send(response, server.answer) }, server.latencyMs)
  })
  const server: SubscriptionServer = { url: `${origin}/subscriptions`, asked, answer: subscribed('premium'), latencyMs: 0 }
  return server
}

function send (response: ServerResponse, answer: SubscriptionServer['answer']): void {
  switch (answer) {
    case 'hang': return
    case 'hang in the body': response.writeHead(200, { 'content-type': 'application/json' }).write('{"subscription_'); return
    case 'reset': response.destroy(); return
    default: response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' }).end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  }
}
