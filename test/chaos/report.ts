import type { ChaosOutcome } from './chaos.ts'

/** The table at the end of a run. */
export function reportOf ({ options, seconds, statuses, engines, reasons, struck, p50Ms, p99Ms, slowestMs, spentUsd, billedUsd, reservedUsd, faults }: ChaosOutcome): string {
  const counts = (title: string, of: Readonly<Record<string, number>>) =>
    `  ${title.padEnd(20)}${Object.entries(of).sort(([, one], [, other]) => other - one).map(([name, count]) => `${name} ${count}`).join('   ') || '–'}\n`
  const usd = (amount: number) => `$${amount.toFixed(6)}`
  return `
${options.turns} turns over ${options.replicas} replicas in ${seconds.toFixed(0)} s, seed ${options.seed}
${counts('answers', statuses)}${counts('engines', engines)}${counts('V1 stood in for', reasons)}${counts('faults struck', struck)}
  time to answer      p50 ${p50Ms.toFixed(0)} ms   p99 ${p99Ms.toFixed(0)} ms   slowest ${slowestMs.toFixed(0)} ms
  money               budget ${usd(options.budgetUsd)}   booked ${usd(spentUsd)} (${(spentUsd / options.budgetUsd * 100).toFixed(1)} %)   the fake's own bill ${usd(billedUsd)}   still reserved ${usd(reservedUsd)}

${faults.length === 0 ? 'The books balance.' : `${faults.length} faults:\n${faults.map(fault => `  - ${fault}`).join('\n')}`}
`
}
