/** An issuer's key server over real HTTP: what it publishes and how it misbehaves is set while it runs. */
import type { ServerResponse } from 'node:http'
import type { Test } from 'tap'
import { serve } from './http-server.ts'
import type { IssuerKey } from './issuer.ts'

export interface JwksServer {
  readonly url: string
  /** How often the document was asked for. */
  readonly fetches: () => number
  /** What it answers from now on. */
  publish (...keys: readonly IssuerKey[]): void
  /** Publishes a document as it is, valid or not. */
  publishRaw (document: unknown): void
  /** `hang`: never answers. `fail`: 503. `redirect`: elsewhere, which must not be followed. */
  mode: 'serve' | 'hang' | 'fail' | 'redirect' | 'html'
  /** Waited before an answer, which holds what was published when the question came. */
  latencyMs: number
}

export async function startJwksServer (t: Test, ...keys: readonly IssuerKey[]): Promise<JwksServer> {
  let document: unknown
  let fetches = 0
  const url = await serve(t, (_request, response) => {
    fetches++
    const asPublished = JSON.stringify(document)
    setTimeout(() => { answer(response, server.mode, asPublished) }, server.latencyMs)
  })
  const server: JwksServer = {
    url: `${url}/.well-known/jwks.json`,
    fetches: () => fetches,
    publish: (...published) => { document = { keys: published.map(({ jwk }) => jwk) } },
    publishRaw: raw => { document = raw },
    mode: 'serve',
    latencyMs: 0
  }
  server.publish(...keys)
  return server
}

function answer (response: ServerResponse, mode: JwksServer['mode'], document: string): void {
  switch (mode) {
    case 'hang': return
    case 'fail': response.writeHead(503).end(); return
    case 'redirect': response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(); return
    case 'html': response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>login</h1>'); return
    case 'serve': response.writeHead(200, { 'content-type': 'application/json' }).end(document)
  }
}
