/** What it costs. Users, revenue and unit economics join when they are counted. */
import type { Plan } from './frame.ts'
import { BURN, LIMITS } from './limits.ts'
import { TURNS_PER_SECOND, below, lines, note, number } from './panels.ts'
import { grown, quantile, rate, rateOfSeen, ratio, recorded, series, sumOf } from './query.ts'

const COST = series('amora_llm_cost_usd_total')
const perDay = (labels: readonly string[]) => `${rate(COST, labels)} * 86400`

export const business: Plan = {
  uid: 'amora-business',
  title: 'Amora: business',
  description: 'What conversations cost, who and what the money goes to, how long it lasts, what is saved.',
  from: 'now-7d',
  rows: [
    {
      title: 'Cost of a conversation, over the chosen time',
      panels: [
        number({
          title: 'Per V2 conversation', width: 6, unit: 'currencyUSD', decimals: 4, noValue: 'no conversations',
          description: 'All model money over the conversations that V2 led. A conversation is a session until 30 minutes of silence. The guide’s limit is $0.10.',
          queries: [{ expr: ratio(grown(COST), grown(series('amora_conversations_total', { served: 'v2' }))) }],
          limits: below(LIMITS.usdPerConversation), runbooks: ['CostPerConversationHigh']
        }),
        number({
          title: 'Per turn, by tier', width: 6, unit: 'currencyUSD', decimals: 5, noValue: 'no turns',
          description: 'All model money over all turns that ended with an answer or a fault, free and paid.',
          queries: [{ expr: ratio(grown(sumOf('amora_turn_cost_usd'), ['tier']), grown(series('amora_turns_total'), ['tier'])), legend: '{{tier}}' }]
        }),
        number({
          title: 'Conversations', width: 6, unit: 'short', decimals: 0,
          description: 'Conversations that began, by the engine that leads them.',
          queries: [{ expr: grown(series('amora_conversations_total'), ['served']), legend: '{{served}}' }]
        }),
        number({
          title: 'Spent', width: 6, unit: 'currencyUSD', decimals: 2,
          description: 'All model money of the chosen time.',
          queries: [{ expr: grown(COST) }], runbooks: ['CostMetricAbsent']
        }),
        lines({
          title: 'Cost per conversation, a day back', width: 12, unit: 'currencyUSD', decimals: 4, noValue: 'no conversations',
          description: 'At each moment: the last day’s money over the last day’s V2 conversations.',
          queries: [{ expr: recorded('amora:conversation_cost:usd1d'), legend: 'V2' }],
          limits: below(LIMITS.usdPerConversation), runbooks: ['CostPerConversationHigh']
        }),
        lines({
          title: 'Cost of a V2 turn', width: 12, unit: 'currencyUSD', decimals: 4, noValue: 'no turns',
          description: 'Half of the turns that V2 answered cost less than p50, 95 % less than p95. Answers from the cache cost nothing and are among them.',
          queries: [
            { expr: quantile(0.5, 'amora_turn_cost_usd', { served: 'v2' }), legend: 'p50' },
            { expr: quantile(0.95, 'amora_turn_cost_usd', { served: 'v2' }), legend: 'p95' }
          ]
        })
      ]
    },
    {
      title: 'Where the money goes',
      panels: [
        lines({ title: 'By model', width: 8, unit: 'currencyUSD', decimals: 2, stacked: true, description: 'Dollars a day at the pace of each moment, by the model that answered.', queries: [{ expr: perDay(['model']), legend: '{{model}}' }], runbooks: ['UnpricedTokens'] }),
        lines({ title: 'By leg', width: 8, unit: 'currencyUSD', decimals: 2, stacked: true, description: 'Dollars a day at the pace of each moment: understanding a message, writing the reply, repairing it. Moderation is free.', queries: [{ expr: perDay(['leg']), legend: '{{leg}}' }] }),
        lines({ title: 'By tier', width: 8, unit: 'currencyUSD', decimals: 2, stacked: true, description: 'Dollars a day at the pace of each moment, by the tier of the user.', queries: [{ expr: perDay(['tier']), legend: '{{tier}}' }] })
      ]
    },
    {
      title: 'How long the money lasts (UTC)',
      panels: [
        number({
          title: 'Today: spent, forecast, budget', width: 8, unit: 'currencyUSD', decimals: 2,
          description: 'Spent since midnight; with the pace of the last two hours until midnight; and what the day has.',
          queries: [
            { expr: `max(${series('amora_budget_spent_usd', { period: 'day' })})`, legend: 'spent' },
            { expr: recorded('amora:budget_forecast:usd', { period: 'day' }), legend: 'forecast' },
            { expr: `max(${series('amora_budget_usd', { period: 'day' })})`, legend: 'budget' }
          ],
          runbooks: ['CostForecastOverBudget']
        }),
        number({
          title: 'Month: spent, forecast, budget', width: 8, unit: 'currencyUSD', decimals: 2,
          description: 'Spent since the first; with the pace of the last day until the month’s end; and what the month has.',
          queries: [
            { expr: `max(${series('amora_budget_spent_usd', { period: 'month' })})`, legend: 'spent' },
            { expr: recorded('amora:budget_forecast:usd', { period: 'month' }), legend: 'forecast' },
            { expr: `max(${series('amora_budget_usd', { period: 'month' })})`, legend: 'budget' }
          ],
          runbooks: ['CostForecastOverBudget']
        }),
        number({
          title: 'Reserved by turns under way', width: 8, unit: 'currencyUSD', decimals: 4,
          description: 'The most that turns under way may still spend. It comes back to 0 when nobody writes.',
          queries: [{ expr: `max(${series('amora_budget_reserved_usd', { period: 'day' })})` }]
        }),
        lines({
          title: 'Burn of the month’s money', width: 12, unit: 'none', decimals: 2,
          description: 'At 1 the month’s budget lasts exactly 30 days. Above 1 for days a ticket; above 6 for hours or 14.4 for an hour a page.',
          queries: [{ expr: recorded('amora:money_burn:rate1h'), legend: '1 hour' }, { expr: recorded('amora:money_burn:rate1d'), legend: '1 day' }, { expr: recorded('amora:money_burn:rate3d'), legend: '3 days' }],
          limits: [{ from: null, color: 'green' }, { from: BURN.ticket, color: 'orange' }, { from: BURN.page, color: 'red' }], runbooks: ['CostBudgetBurnFast', 'CostBudgetBurnSlow']
        }),
        lines({
          title: 'Turns without money', width: 12, unit: TURNS_PER_SECOND, stacked: true, noValue: 'none',
          description: 'Reservations that were refused a second, by the window that had no room; `unavailable`: Redis did not answer. V1 answers these turns.',
          queries: [{ expr: rateOfSeen(series('amora_budget_reservations_total', { result: { not: ['granted'] } }), ['result']), legend: '{{result}}' }]
        })
      ]
    },
    {
      title: 'Savings and correctness',
      panels: [
        number({ title: 'Saved by the answer cache', width: 6, unit: 'currencyUSD', decimals: 3, description: 'What the calls that were spared would have cost, over the chosen time.', queries: [{ expr: grown(series('amora_cache_saved_usd_total')) }] }),
        number({
          title: 'Input from the provider’s cache', width: 6, unit: 'percentunit', decimals: 1, noValue: 'no tokens',
          description: 'Share of the input tokens that the provider had cached and billed at a fraction.',
          queries: [{ expr: ratio(grown(series('amora_llm_tokens_total', { direction: 'cached_input' })), grown(series('amora_llm_tokens_total', { direction: ['input', 'cached_input'] }))) }]
        }),
        number({ title: 'Budget less ledger', width: 4, unit: 'currencyUSD', decimals: 4, description: 'What the budget counts as spent today (UTC) less what the ledger’s entries of today cost. It is 0, but for turns under way and turns that were lost, which are booked at their estimate.', queries: [{ expr: `max(${series('amora_ledger_drift_usd')})` }], runbooks: ['CostDisagreesWithLedger'] }),
        number({ title: 'Unpriced tokens', width: 4, unit: 'short', decimals: 0, description: 'Tokens of models without a price, charged at the dearest, over the chosen time.', queries: [{ expr: grown(series('amora_llm_unpriced_tokens_total')) }], limits: below(1), runbooks: ['UnpricedTokens'] }),
        number({ title: 'Prices checked', width: 4, unit: 's', decimals: 0, description: 'Time since the prices were compared with their source.', queries: [{ expr: `max(${series('amora_price_table_age_seconds')})` }], limits: below(60 * 86_400), runbooks: ['PriceTableStale'] }),
        note({
          title: 'Users and revenue', width: 24, height: 3, description: 'The place of unit economics.',
          markdown: 'Cost per active and per paid user, revenue, margin, LTV and CAC will stand here when sign-ups, subscriptions and payments are counted.'
        })
      ]
    }
  ]
}
