/** The dial from a terminal: npm run dial -- --help */
import { USAGE, UsageError, readArguments, type Command, type Invocation } from './dial-command.ts'
import { auditText, dialText, explainText, movedText } from './dial-text.ts'

const EXIT = { done: 0, refused: 1, usage: 2, unreachable: 3, pending: 4 } as const
type Exit = typeof EXIT[keyof typeof EXIT]

/** Longer than the longest wait for replicas and the tries before it. */
const DEADLINE_MS = 10_000

interface Answer { readonly status: number, readonly etag: string | null, readonly body: unknown }

async function main (): Promise<Exit> {
  const invocation = readArguments(process.argv.slice(2))
  if (!invocation) {
    process.stdout.write(USAGE)
    return EXIT.done
  }
  const token = invocation.token ?? process.env.AMORA_ADMIN_TOKEN
  if (!token) throw new UsageError('Give a token with --token or in AMORA_ADMIN_TOKEN.')
  const answer = await run(invocation, token)
  if (answer.status >= 400) return complain(answer)
  process.stdout.write(invocation.json ? `${JSON.stringify(answer.body, null, 2)}\n` : textOf(invocation.command, answer.body))
  return isAcknowledged(answer.body) ? EXIT.done : EXIT.pending
}

async function run ({ url, command }: Invocation, token: string): Promise<Answer> {
  if (!command.needsVersion) return ask(url, token, command)
  const dial = await ask(url, token, { method: 'GET', path: '' })
  return dial.status >= 400 ? dial : ask(url, token, command, dial.etag)
}

async function ask (url: string, token: string, { method, path, body }: Pick<Command, 'method' | 'path' | 'body'>, etag: string | null = null): Promise<Answer> {
  const response = await fetch(`${url}/admin/rollout${path}`, {
    method,
    signal: AbortSignal.timeout(DEADLINE_MS),
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}), ...(etag ? { 'if-match': etag } : {}) },
    body: body && JSON.stringify(body)
  })
  return { status: response.status, etag: response.headers.get('etag'), body: await response.json() }
}

function complain ({ status, body }: Answer): Exit {
  const { code = '', detail = '' } = body as { code?: string, detail?: string }
  process.stderr.write(`${status} ${code}: ${detail}\n`)
  return status >= 500 ? EXIT.unreachable : EXIT.refused
}

function textOf ({ name }: Command, body: unknown): string {
  switch (name) {
    case 'status': return dialText(body as Parameters<typeof dialText>[0])
    case 'explain': return explainText(body as Parameters<typeof explainText>[0])
    case 'audit': return auditText(body as Parameters<typeof auditText>[0])
    default: return movedText(body as Parameters<typeof movedText>[0])
  }
}

/** Nothing to acknowledge for a reading; for a move, somebody has and nobody has not. */
function isAcknowledged (body: unknown): boolean {
  const { acknowledged, pending } = body as { acknowledged?: readonly string[], pending?: readonly string[] }
  return acknowledged === undefined || pending === undefined || (acknowledged.length > 0 && pending.length === 0)
}

/** Node's fetch says `fetch failed`; why is in the cause. */
const whyOf = ({ message, cause }: Error): string => (cause as NodeJS.ErrnoException | undefined)?.code ?? message

main().then(exit => { process.exitCode = exit }, (error: Error) => {
  const isUsage = error instanceof UsageError
  process.stderr.write(isUsage ? `${error.message}\n\n${USAGE}` : `The service can't be reached: ${whyOf(error)}\n`)
  process.exitCode = isUsage ? EXIT.usage : EXIT.unreachable
})
