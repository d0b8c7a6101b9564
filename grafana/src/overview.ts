/** May we turn the dial? */
import type { Plan } from './frame.ts'
import { BURN, LIMITS } from './limits.ts'
import { TURNS_PER_SECOND, alertTable, atLeast, bars, below, lines, note, number, states } from './panels.ts'
import { count, grown, quantile, rate, rateOfSeen, ratio, recorded, series, sumOf } from './query.ts'

const BY_V2 = { served: 'v2', outcome: 'ok', cache: 'miss' } as const
const FAILED = { reason: { not: ['timeout', 'budget', 'state_unavailable', 'no_key'] } } as const

const sharePositive = (engine: 'v1' | 'v2') => ratio(
  grown(series('amora_feedback_total', { served: engine, rating: 'up' })), grown(series('amora_feedback_total', { served: engine })))

const failed = `(${grown(series('amora_fallbacks_total', FAILED))} + ${grown(series('amora_turns_total', { assigned: 'v2', outcome: 'error' }))})`

const grownRule = (name: string, window: string) => `sum by (slo) (increase(${recorded(name)}[${window}]))`

const budgetLeft = `1 - ${grownRule('amora:slo_bad:total', '30d')} / (${grownRule('amora:slo_all:total', '30d')} > 0) / on (slo) group_left () amora:slo_allowed:ratio`

const LEVELS = '**availability**: 99 % of turns end without a 5xx. **v2_in_time**: 95 % of V2’s turns within 3 s. **v2_not_failed**: 99 % of V2’s turns answered by V2.'

export const overview: Plan = {
  uid: 'amora-overview',
  title: 'Amora: overview',
  description: 'May we turn the dial? The guide’s four limits, V1 beside V2, the error budgets, the dial, today’s money.',
  from: 'now-24h',
  rows: [
    {
      title: 'May we turn the dial?',
      panels: [
        number({
          title: 'May the dial be turned up?', width: 6, unit: 'none', noValue: 'undecided',
          description: 'NO: a limit to the right is broken, or a page is open. YES: all three limits hold over the last day, and no page is open: nothing speaks against the next step of the plan. Undecided: fewer than 100 turns or 20 conversations of V2 in the last day. The gates, which act on it, use exact counts and not this.',
          queries: [{ expr: recorded('amora:dial_objections:count') }],
          words: { 0: ['YES', 'green'], 1: ['NO: 1 objection', 'red'], '2+': ['NO: several', 'red'] }
        }),
        number({
          title: 'Limit by limit, over the last day', width: 10, unit: 'none', noValue: 'undecided',
          description: 'Each measured limit of the migration guide over the last day. A limit that is not listed is undecided: too little was seen. Positive feedback joins when votes are counted.',
          queries: [{ expr: recorded('amora:dial_limit:broken'), legend: '{{limit}}' }],
          words: { 0: ['holds', 'green'], 1: ['broken', 'red'] }
        }),
        number({
          title: 'Alerts now', width: 5, unit: 'none',
          description: 'Alerts that fire. With a page open the dial is not turned.',
          queries: [
            { expr: 'count(ALERTS{alertstate="firing", severity="page", job=~"$job|otel-collector"}) or vector(0)', legend: 'pages' },
            { expr: 'count(ALERTS{alertstate="firing", severity="ticket", job=~"$job|otel-collector"}) or vector(0)', legend: 'tickets' }
          ],
          limits: below(1)
        }),
        number({
          title: 'Dial now', width: 3, unit: 'percent',
          description: 'Share of users on V2 that is in force; 0 when V2 is off, paused, killed or rolled back.',
          queries: [{ expr: `max(${series('amora_rollout_percentage')})` }]
        })
      ]
    },
    {
      title: 'V1 beside V2, over the chosen time',
      panels: [
        number({
          title: 'Positive feedback (≥ 80 %)', width: 6, unit: 'percentunit', decimals: 1, noValue: 'no votes counted yet',
          description: 'Thumbs up over all votes, by the engine that answered. The only limit on which V2 is compared with V1. Votes are not counted in this version.',
          queries: [{ expr: sharePositive('v1'), legend: 'V1' }, { expr: sharePositive('v2'), legend: 'V2' }],
          limits: atLeast(LIMITS.positiveFeedbackRatio)
        }),
        number({
          title: 'Response time, p95 (< 3 s)', width: 6, unit: 's', decimals: 2, noValue: 'no turns',
          description: '95 % of answers came within this time. V2 without answers from the cache, which would flatter it; turns that V2 was too late for are in the error budgets instead.',
          queries: [
            { expr: quantile(0.95, 'amora_turn_duration_seconds', { served: 'v1', outcome: 'ok' }, [], '$__range'), legend: 'V1' },
            { expr: quantile(0.95, 'amora_turn_duration_seconds', BY_V2, [], '$__range'), legend: 'V2' }
          ],
          limits: below(LIMITS.secondsP95),
          runbooks: ['LatencyBudgetBurnFast']
        }),
        number({
          title: 'Cost per V2 conversation (< $0.10)', width: 6, unit: 'currencyUSD', decimals: 4, noValue: 'no conversations',
          description: 'All model money, that of turns which V1 answered in the end too, over the conversations that V2 led. A conversation is a session until 30 minutes of silence. V1 costs nothing.',
          queries: [{ expr: ratio(grown(series('amora_llm_cost_usd_total')), grown(series('amora_conversations_total', { served: 'v2' }))), legend: 'V2' }],
          limits: below(LIMITS.usdPerConversation),
          runbooks: ['CostPerConversationHigh']
        }),
        number({
          title: 'Error rate (< 1 %)', width: 6, unit: 'percentunit', decimals: 2, noValue: 'no turns',
          description: 'V1: turns that ended in a 5xx. V2: turns assigned to V2 and not answered by it, whether or not V1 stood in; late turns, missing money, Redis and key are counted apart.',
          queries: [
            { expr: ratio(grown(series('amora_turns_total', { assigned: 'v1', outcome: 'error' })), grown(series('amora_turns_total', { assigned: 'v1' }))), legend: 'V1' },
            { expr: `${failed} / (${failed} + ${grown(count('amora_turn_duration_seconds', BY_V2))} > 0)`, legend: 'V2' }
          ],
          limits: below(LIMITS.errorRatio),
          runbooks: ['FallbackBudgetBurn', 'ErrorBudgetBurnFast']
        })
      ]
    },
    {
      title: 'Service levels',
      panels: [
        bars({
          title: 'Error budget left (30 days)', width: 8, unit: 'percentunit', decimals: 0, max: 1, noValue: 'no turns',
          description: `What is left of each error budget. Empty: the level is missed, and turning the dial up waits. ${LEVELS}`,
          queries: [{ expr: budgetLeft, legend: '{{slo}}' }],
          limits: [{ from: null, color: 'red' }, { from: 0.25, color: 'orange' }, { from: 0.5, color: 'green' }],
          runbooks: ['ErrorBudgetBurnSlow', 'LatencyBudgetBurnSlow', 'FallbackBudgetBurn']
        }),
        lines({
          title: 'Burn rate, 1 hour', width: 16, unit: 'none', decimals: 1,
          description: `How many times faster than allowed each error budget is used up. Above 1 for days: a ticket; above 6 for hours or 14.4 for an hour: a page. ${LEVELS}`,
          queries: [{ expr: recorded('amora:slo_burn:rate1h'), legend: '{{slo}}' }, { expr: recorded('amora:money_burn:rate1h'), legend: 'money' }],
          limits: [{ from: null, color: 'green' }, { from: BURN.ticket, color: 'orange' }, { from: BURN.page, color: 'red' }],
          runbooks: ['ErrorBudgetBurnFast', 'LatencyBudgetBurnFast', 'FallbackBudgetBurn', 'CostBudgetBurnFast']
        })
      ]
    },
    {
      title: 'The dial',
      panels: [
        lines({
          title: 'Share of V2: dial and observed', width: 12, unit: 'percentunit', decimals: 1, max: 1,
          description: 'The dial, and the share of new sessions that it sent to V2 (pinned, forced and listed ones left out). They part at low traffic by chance, and after that for a reason.',
          queries: [
            { expr: `max(${series('amora_rollout_percentage')}) / 100`, legend: 'dial' },
            { expr: ratio(rate(series('amora_rollout_assignments_total', { reason: 'in_rollout' })), rate(series('amora_rollout_assignments_total', { reason: ['in_rollout', 'out_of_rollout'] }))), legend: 'observed' }
          ],
          runbooks: ['RolloutShareDrift']
        }),
        states({
          title: 'State', width: 12, unit: 'none',
          description: 'The rollout’s states in the chosen time, as the processes apply them. Two at once: they disagree.',
          queries: [{ expr: `max by (state) (${series('amora_rollout_state')}) and on (state) (max by (state) (max_over_time(${series('amora_rollout_state')}[$__range])) > 0)`, legend: '{{state}}' }],
          words: { 0: ['–', 'transparent'], 1: ['in force', 'blue'] },
          runbooks: ['RolloutPaused', 'RolloutRolledBack', 'ReplicasDisagree']
        }),
        lines({
          title: 'Turns by engine', width: 12, unit: TURNS_PER_SECOND, stacked: true,
          description: 'Turns a second by the engine that they were assigned to. `none`: answered or refused before an engine was chosen.',
          queries: [{ expr: rateOfSeen(series('amora_turns_total'), ['assigned']), legend: '{{assigned}}' }]
        }),
        lines({
          title: 'Why this engine', width: 12, unit: TURNS_PER_SECOND, stacked: true,
          description: 'Assignments a second by their reason. `forced`, `allowed` and `denied` stay out of all comparisons.',
          queries: [{ expr: rateOfSeen(series('amora_rollout_assignments_total'), ['engine', 'reason']), legend: '{{engine}}: {{reason}}' }]
        })
      ]
    },
    {
      title: 'Money today (UTC)',
      panels: [
        number({
          title: 'Spent today', width: 6, unit: 'currencyUSD', decimals: 2,
          description: 'Model money that is spent since midnight UTC, as the budget’s store has it.',
          queries: [{ expr: `max(${series('amora_budget_spent_usd', { period: 'day' })})` }]
        }),
        number({
          title: 'Forecast for today', width: 6, unit: 'currencyUSD', decimals: 2, noValue: 'too early',
          description: 'Spent so far, and the pace of the last two hours until midnight UTC.',
          queries: [{ expr: recorded('amora:budget_forecast:usd', { period: 'day' }) }],
          runbooks: ['CostForecastOverBudget']
        }),
        bars({
          title: 'Budgets used', width: 6, height: 5, unit: 'percentunit', decimals: 1, max: 1,
          description: 'Spent over the budget, for the day and the month (UTC). At 100 % V1 answers.',
          queries: [{ expr: `max by (period) (${series('amora_budget_spent_usd')}) / (max by (period) (${series('amora_budget_usd')}) > 0)`, legend: '{{period}}' }],
          limits: [{ from: null, color: 'green' }, { from: 0.8, color: 'orange' }, { from: 0.95, color: 'red' }],
          runbooks: ['CostBudgetBurnFast']
        }),
        number({
          title: 'Cost per turn of V2', width: 6, unit: 'currencyUSD', decimals: 5, noValue: 'no turns',
          description: 'Average cost of a turn that V2 answered, over the chosen time; answers from the cache cost nothing and count.',
          queries: [{ expr: ratio(grown(sumOf('amora_turn_cost_usd', { served: 'v2' })), grown(count('amora_turn_cost_usd', { served: 'v2' }))) }]
        })
      ]
    },
    {
      title: 'Alerts and gates',
      panels: [
        alertTable({
          title: 'Alerts that fire', width: 12, height: 6, unit: 'none', noValue: 'none',
          description: 'A name leads to its runbook.',
          queries: [{ expr: 'ALERTS{alertstate="firing", job=~"$job|otel-collector"}' }]
        }),
        note({
          title: 'Gates', width: 12, height: 6, description: 'The place of the gates.',
          markdown: 'The gates, with their evidence and what the next step still needs, will stand here. Until they do, an operator promotes by the limits above: they are ratios of a day, looked at by eye, so **give them the guide’s two weeks**.'
        })
      ]
    }
  ]
}
