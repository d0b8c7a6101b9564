/** The service's answers as lines for a terminal. */
import type { Static } from 'typebox'
import type { AuditReply, DialReply, ExplainReply, MovedReply } from '../routes/admin/rollout/schema.ts'

type Dial = Static<typeof DialReply>

export function dialText (dial: Dial): string {
  const { environment, this_replica: replica, next_step: next, overrides } = dial
  return lines([
    `V2 is ${dial.status} at ${dial.percentage} %; in force in this replica: ${dial.effective_percentage} %   (version ${dial.version}${dial.changed_at ? `, since ${dial.changed_at}` : ''})`,
    dial.reason !== '' && `  because  ${dial.reason}   (${dial.by})`,
    `  environment  V2 ${environment.enabled ? 'on' : 'off'}, ${environment.percentage === undefined ? 'no share of its own' : `starts at ${environment.percentage} %`}, at most ${environment.max_percentage} %`,
    ...dial.conflicts.map(({ variable, configured, stored }) => `  conflict  ${variable} says ${configured}, the stored state ${stored}`),
    next && `  next step  ${next.percentage} %${next.not_before ? `, not before ${next.not_before}` : ''}`,
    overrides.allowed + overrides.denied > 0 && `  overrides  ${overrides.allowed} allowed, ${overrides.denied} denied`,
    replica.standing !== 'current' && `  this replica  ${replica.standing}: the store has not confirmed the state${replica.age_seconds === undefined ? '' : ` for ${Math.round(replica.age_seconds)} s`}, V1 answers`,
    replica.killed !== undefined && `  this replica  V2 is killed here alone until it restarts: ${replica.killed}`,
    `  replicas  ${dial.replicas.map(({ name, version }) => `${name} ${version === dial.version ? 'has it' : `is at ${version}`}`).join(', ') || 'unknown: the store does not answer'}`
  ])
}

export function movedText ({ status, percentage, version, acknowledged, pending }: Static<typeof MovedReply>): string {
  const count = acknowledged.length + pending.length
  return lines([
    `V2 is ${status} at ${percentage} %   (version ${version})`,
    `  ${acknowledged.length} of ${count} replicas have it`,
    pending.length > 0 && `  not yet, or ended without saying so: ${pending.join(', ')}`
  ])
}

export const explainText = ({ bucket, engine, reason, version }: Static<typeof ExplainReply>): string =>
  lines([`${engine}, ${reason}   (place ${bucket} of 10000 on the dial, version ${version})`])

export function auditText ({ entries, next }: Static<typeof AuditReply>): string {
  return lines([
    ...entries.map(({ at, version, move, reason, by, change }) => `${at}  ${version}  ${move}  ${JSON.stringify(change)}  ${reason}  (${by})`),
    entries.length === 0 && 'nothing more',
    next !== undefined && `  go on with --after ${next}`
  ])
}

const lines = (of: ReadonlyArray<string | false | undefined>): string => of.filter(line => line).map(line => `${line}\n`).join('')
