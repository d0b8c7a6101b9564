import { usdOf, type NanoUsd } from '../../services/money.ts'
import type { ChaosOutcome } from './chaos.ts'
import type { Asked } from './callers.ts'

/** The table at the end of a run. */
export function reportOf ({ options, seconds, asked, struck, outwaitedMs, lagMs, cores, money, faults }: ChaosOutcome): string {
  const { exact, estimated, lost, booked, billed, reserved, days } = money
  const blows = Object.values(struck).reduce((sum, times) => sum + times, 0)
  const group = ({ turns, booked, billed }: { turns: number, booked: NanoUsd, billed: NanoUsd }) => `${turns} turns, booked ${usd(booked)}, billed ${usd(billed)}`
  return `
${asked.length} turns over ${options.replicas} replicas in ${seconds.toFixed(0)} s, seed ${options.seed}
${[
    ['answers', counts(asked.map(({ end }) => end))],
    ['engines', counts(asked.map(({ engine }) => engine))],
    ['V1 stood in for', counts(asked.map(({ reason }) => reason))],
    [`${blows} blows`, ranked(struck)],
    ['first words, JSON', waits(asked.filter(({ form }) => form === 'json'))],
    ['first words, stream', waits(asked.filter(({ form }) => form === 'events'))],
    ['', `slowest JSON by the service's clock ${money.slowestMs} ms; replicas ran ${seconds1(cores.ranMs)} s and waited ${seconds1(cores.waitedMs)} s for a core; the callers' process was late by ${lagMs.toFixed(0)} ms at the worst`],
    ['budget', `${usd(options.budgetUsd * 1e9)}   booked ${usd(booked)} (${(booked / options.budgetUsd / 1e7).toFixed(2)} %; by day ${days.map(usd).join(', ')})   the fake billed ${usd(billed)}`],
    ['– exact', group(exact)],
    ['– estimated', group(estimated)],
    ['– no entry', group(lost)],
    ['reserved', `${usd(reserved)} after waiting ${seconds1(outwaitedMs)} s for the last lease`]
  ].map(([title, text]) => `  ${title!.padEnd(21)}${text}`).join('\n')}

${faults.length === 0 ? 'The books balance.' : `${faults.length} faults:\n${faults.slice(0, MOST_SHOWN).map(fault => `  - ${fault}`).join('\n')}`}
`
}

const MOST_SHOWN = 30

const seconds1 = (ms: number) => (ms / 1000).toFixed(1)
const usd = (amount: NanoUsd) => `$${usdOf(amount).toFixed(9)}`

function counts (names: ReadonlyArray<string | undefined>): string {
  const of: Record<string, number> = {}
  for (const name of names) if (name !== undefined) of[name] = (of[name] ?? 0) + 1
  return ranked(of)
}

const ranked = (of: Readonly<Record<string, number>>) =>
  Object.entries(of).sort(([, one], [, other]) => other - one).map(([name, times]) => `${name} ${times}`).join('   ') || '–'

function waits (asked: readonly Asked[]): string {
  const sorted = asked.filter(({ end }) => end === '200').map(({ firstMs }) => firstMs).sort((one, other) => one - other)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0)
  return `p50 ${at(0.5)} ms   p99 ${at(0.99)} ms   slowest ${at(1)} ms`
}
