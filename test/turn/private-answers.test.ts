/** Two people, the same question, each with something of his own behind it: no word of the one ever reaches the other. */
import t from 'tap'
import { privacyKeysOf, pseudonymsOf } from '../../services/identity/pseudonym.ts'
import { classify } from '../../services/understanding/classifier.ts'
import { encodeReading } from '../../services/v2/understand.ts'
import type { ChatClient, ChatRequest } from '../../services/v2/model-client.ts'
import type { Theme } from '../../services/understanding/reading.ts'
import { person, type Person } from '../helper.ts'
import { house } from './harness.ts'

/** A number as letters: a reply may hold no digits that could be taken for a contact. */
const spelled = (n: number) => [...String(n)].map(digit => 'abdefgiklm'[Number(digit)]).join('')
const secretOf = (n: number) => `zor${spelled(n)}qui`
const SECRETS = /zor[a-m]+qui/g

/** Tells every secret that it was shown, and never says the same twice. */
function createTeller (): ChatClient & { calls: number } {
  const usage = { inputTokens: 300, cachedInputTokens: 0, outputTokens: 30 }
  const teller = {
    kind: 'openai' as const,
    calls: 0,
    async complete ({ leg, messages, model }: ChatRequest) {
      const question = messages.findLast(({ role }) => role === 'user')!.content
      if (leg === 'understand') return { text: encodeReading(classify(question)), finish: 'stop' as const, model, usage }
      const secrets = messages.flatMap(({ content }) => content.match(SECRETS) ?? [])
      const text = `You spoke of ${secrets.join(' and ') || 'little'}, and nim${spelled(teller.calls++)}tor of it stays. What is it like for you now?`
      return { text, finish: 'stop' as const, model, usage }
    },
    moderate: async () => ({ model: 'omni-moderation-latest', flagged: {} })
  }
  return teller
}

/** A fixed sequence: a run that fails can be repeated. */
function createDice (seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(state / 65_536) % sides
  }
}

const HALVES = [
  ['Why does my partner', 'How do I stop it when my sister', 'What does it mean that my husband', 'Is it normal that my boyfriend', 'How do I tell her that my mother', 'Should I worry that my wife'],
  ['go quiet after every small quarrel', 'forgets what I told her last week', 'laughs when I am sad', 'never asks how my day was', 'wants to read all of my letters', 'still writes to an old friend'],
  ['and leaves the room?', 'while I wait at home?', 'when others are there?', 'since we moved in together?', 'on our only free evening?', 'before I can answer?']
] as const

const PRIVACY_KEYS = `of-this-test:${'0123456789abcdef'.repeat(3)}`
const PAIRS = 1000
const AT_ONCE = 20

t.test(`${PAIRS} pairs`, async t => {
  const teller = createTeller()
  const app = await house(t, { chatClient: teller, env: { AMORA_BURST_PER_MINUTE: '1000', AMORA_PRIVACY_KEYS: PRIVACY_KEYS } })
  const dice = createDice(20_261_125)
  let shared = 0
  let foreign = 0
  let own = 0

  /** What makes somebody's turn private: words of before, or what is remembered of him. */
  async function prepare ({ userId }: Person, kind: number, secret: string): Promise<void> {
    const user = pseudonymsOf(userId, privacyKeysOf(PRIVACY_KEYS))
    const messages = [{ role: 'user', text: `I never told anyone about ${secret}.` }, { role: 'assistant', text: 'Thank you for telling me.' }] as const
    if (kind === 0) return app.session.note({ owner: user.owner, sessionId: 'one' }, { messages }, new AbortController().signal)
    const themes: Theme[] = [kind === 1 ? 'trust' : 'jealousy']
    for (let n = 0; n < 2; n++) await app.memory.note(user, { themes, day: '2026-11-25', isNewSession: true })
  }

  async function pair (n: number): Promise<void> {
    const question = HALVES.map(half => half[dice(half.length)]!).join(' ')
    const twin = dice(2) === 0 ? question : question.toUpperCase().replace('?', ' ??')
    const kind = dice(3)
    const claims = kind === 0 ? {} : { subscription_status: 'premium' }
    const [one, other] = [person(app, claims), person(app, claims)]
    const [mine, theirs] = [secretOf(2 * n), secretOf(2 * n + 1)]
    await prepare(one, kind, mine)
    await prepare(other, kind, theirs)
    const ask = async (user: Person, words: string) => (await user.say(words, { session_id: 'one' })).body
    const [first, second] = dice(2) === 0 ? await Promise.all([ask(one, question), ask(other, twin)]) : [await ask(one, question), await ask(other, twin)]
    if (first.engine !== 'v2' || second.engine !== 'v2') t.fail(`pair ${n}: ${first.engine}, ${second.engine}`)
    if (first.message === second.message) shared++
    const secrets = (words: string): readonly string[] => words.match(SECRETS) ?? []
    if (secrets(first.message).some(secret => secret !== mine) || secrets(second.message).some(secret => secret !== theirs)) foreign++
    if (kind !== 0 || (secrets(first.message).includes(mine) && secrets(second.message).includes(theirs))) own++
  }

  for (let n = 0; n < PAIRS; n += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, async (_, offset) => pair(n + offset)))
  t.equal(shared, 0, 'no answer is given to both')
  t.equal(foreign, 0, 'no answer tells the other one’s secret')
  t.equal(own, PAIRS, 'each is answered from what is his')
  t.equal(teller.calls, 2 * PAIRS, 'each answer was written for its reader')
})
