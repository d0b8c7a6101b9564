/** How long the cache keeps an answer: answers that were written together do not end together. */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { classify } from '../../services/understanding/classifier.ts'
import { movableClock } from '../fakes/clock.ts'
import { house } from '../turn/harness.ts'

const TTL_SECONDS = 1000
const KEY = { kind: 'public', key: 'a'.repeat(64), check: 'b'.repeat(64) } as const
const ANSWER = { id: 'w1', text: 'What would you like him to hear?', model: 'gpt-6.1-terra', strategy: 'LOW', reading: classify('How do I tell him?'), cost: 1 } as const
/** A slow machine's own time counts too. */
const SLACK_SECONDS = 20

for (const { chance, share } of [{ chance: 0, share: 0.9 }, { chance: 0.5, share: 1 }, { chance: 1, share: 1.1 }]) {
  t.test(`an answer lives ${share} times the set time where chance says ${chance}`, async t => {
    const clock = movableClock(t)
    let drawn = chance
    const app = await house(t, { random: () => drawn, env: { AMORA_CACHE_TTL_SECONDS: String(TTL_SECONDS) } })
    const isThere = async () => (await app.cache.answers.find(KEY, [])).answer !== undefined
    app.cache.answers.put(KEY, ANSWER, 'anna')
    await sleep(30)
    // Which answer is given is drawn too.
    drawn = 0
    t.equal(await isThere(), true)
    clock.advance((share * TTL_SECONDS - SLACK_SECONDS) * 1000)
    t.equal(await isThere(), true, 'shortly before')
    clock.advance(2 * SLACK_SECONDS * 1000)
    t.equal(await isThere(), false, 'shortly after')
  })
}
