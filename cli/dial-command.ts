/** What the operator typed, as one request to the service. */
import { parseArgs } from 'node:util'

export const USAGE = `Reads and moves the dial between V1 and V2 of a running service.

  npm run dial -- status
  npm run dial -- set <percentage> ["reason"]    share of users on V2, 0 to 100, two decimals
  npm run dial -- on|off ["reason"]              turns V2 on at the share that is set, or off
  npm run dial -- kill ["reason"]                V1 for everybody at the next turn
  npm run dial -- pause ["reason"]               new sessions get V1, those on V2 finish there
  npm run dial -- rollback ["reason"]            V1 for everybody until somebody resumes
  npm run dial -- resume "reason"                back to the share before a pause, a kill or a rollback
  npm run dial -- promote ["reason"] [--force]   the plan's next step; --force before its time
  npm run dial -- explain <userId>               which engine a new session of a user gets, and why
  npm run dial -- audit [--after id] [--limit n] who moved it when and why

  --url <url>      the service; default http://127.0.0.1:8000
  --token <token>  a token with the scope amora:admin; default AMORA_ADMIN_TOKEN
  --wait <ms>      how long a move waits for the replicas, 0 to 5000; default 2000
  --json           the service's answer as it came

Ends with 0 when done, 1 when the service refused, 2 for wrong usage, 3 when the service can't be reached or is at fault,
4 when done but not yet acknowledged by every replica.
`

export class UsageError extends Error {
  override name = 'UsageError'
}

export interface Command {
  readonly name: string
  readonly method: 'GET' | 'PUT' | 'POST'
  /** Under /admin/rollout. */
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
  /** Acts on the version that a GET made just before shows. */
  readonly needsVersion: boolean
}

export interface Invocation {
  readonly command: Command
  readonly url: string
  readonly token?: string
  readonly json: boolean
}

const OPTIONS = {
  url: { type: 'string', default: 'http://127.0.0.1:8000' },
  token: { type: 'string' },
  wait: { type: 'string', default: '2000' },
  after: { type: 'string' },
  limit: { type: 'string' },
  force: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

const NO_REASON = 'no reason given'

/**
 * The arguments after the script's name; undefined asks for help.
 * @throws {UsageError}
 */
export function readArguments (args: readonly string[]): Invocation | undefined {
  const { values, positionals: [name, ...rest] } = parse(args)
  if (values.help || name === undefined || name === 'help') return undefined
  if (!/^([0-4]?\d{1,3}|5000)$/.test(values.wait)) throw new UsageError('--wait is 0 to 5000 milliseconds.')
  const { url, token, json } = values
  return { url: url.replace(/\/+$/, ''), token, json, command: commandOf(name, rest, values) }
}

function parse (args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

interface Values { readonly wait: string, readonly after?: string, readonly limit?: string, readonly force: boolean }

function commandOf (name: string, rest: readonly string[], { wait, after, limit, force }: Values): Command {
  const read = (path: string): Command => ({ name, method: 'GET', path, needsVersion: false })
  const move = (method: 'PUT' | 'POST', path: string, body: Command['body'], needsVersion: boolean): Command =>
    ({ name, method, path: `${path}?wait=${wait}`, body, needsVersion })
  const reason = (words: readonly string[] = rest) => one(words, 'reason, in quotes') ?? NO_REASON
  switch (name) {
    case 'status': return read(none(rest, ''))
    case 'audit': return read(none(rest, `/audit${queryOf({ after, limit })}`))
    case 'explain': return read(`/explain${queryOf({ userId: needed(one(rest, 'user id'), 'explain needs a user id.') })}`)
    case 'set': return move('PUT', '', { percentage: percentageOf(rest[0]), reason: reason(rest.slice(1)) }, true)
    case 'on': case 'off': return move('PUT', '', { enabled: name === 'on', reason: reason() }, true)
    case 'kill': case 'pause': case 'rollback': return move('POST', `/${name}`, { reason: reason() }, false)
    case 'resume': return move('POST', '/resume', { reason: needed(one(rest, 'reason, in quotes'), 'resume needs a reason.') }, true)
    case 'promote': return move('POST', '/promote', { reason: reason(), force }, true)
    default: throw new UsageError(`There is no command ${name}.`)
  }
}

function percentageOf (text: string | undefined): number {
  const matched = /^(\d{1,3}(?:\.\d{1,2})?)\s*%?$/.exec(text ?? '')?.[1]
  if (matched === undefined || Number(matched) > 100) throw new UsageError('set needs a percentage, 0 to 100 with two decimals at most.')
  return Number(matched)
}

function one (words: readonly string[], what: string): string | undefined {
  if (words.length > 1) throw new UsageError(`Expected one ${what}, got ${words.length} words.`)
  return words[0]
}

function none<T> (words: readonly string[], value: T): T {
  if (words.length > 0) throw new UsageError(`Nothing is expected after it, got ${words.join(' ')}.`)
  return value
}

function needed (word: string | undefined, complaint: string): string {
  if (word === undefined) throw new UsageError(complaint)
  return word
}

function queryOf (parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
