import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { classify } from '../../../services/understanding/classifier.ts'
import { leadOf } from '../../../services/understanding/strategy.ts'
import { trivialReply } from '../../../services/understanding/trivial-replies.ts'
import { triviality } from '../../../services/understanding/trivial.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/evals')
const present = { skip: existsSync(FOLDER) ? false : 'the development set (../shared/evals) is not here' }

interface Item { readonly id: string, readonly tier: 'must' | 'should', readonly text: string }
const items = (category: string): Item[] => readFileSync(join(FOLDER, `${category}.jsonl`), 'utf8').trim().split('\n').map(line => JSON.parse(line) as Item)
const must = (category: string) => items(category).filter(({ tier }) => tier === 'must')
const missedOf = (all: readonly Item[], right: (text: string) => boolean) => all.filter(({ text }) => !right(text)).map(({ id }) => id)

t.test('venting and advice-seeking are told apart, at least 85 % of each', present, async t => {
  for (const intent of ['venting', 'advice_seeking'] as const) {
    const all = must(intent)
    const missed = missedOf(all, text => leadOf(classify(text).intents) === intent)
    t.ok(1 - missed.length / all.length >= 0.85, missed.join())
  }
})

t.test('a theme for at least 85 % of relationship messages', present, async t => {
  const all = ['benign_relationship', 'advice_seeking', 'venting'].flatMap(must)
  const missed = missedOf(all, text => classify(text).themes.length > 0)
  t.ok(1 - missed.length / all.length >= 0.85, missed.join())
})

t.test('"is an AI" is said wherever it is asked', present, async t => {
  t.strictSame(missedOf(must('identity'), text => triviality(text) === 'identity' && /\bAI\b/.test(trivialReply('identity', { text, used: [], pick: 0 }).text)), [])
})

t.test('nothing of substance is taken for trivial, and what is trivial is seen', present, async t => {
  for (const category of ['benign_relationship', 'advice_seeking', 'venting', 'crisis_selfharm', 'crisis_abuse', 'offtopic', 'injection_lookalike']) {
    t.strictSame(missedOf(items(category), text => triviality(text) === undefined), [], category)
  }
  t.strictSame(missedOf(items('identity_lookalike'), text => triviality(text) !== 'identity'), [])
  t.strictSame(missedOf(must('trivial'), text => triviality(text) !== undefined), [])
})
