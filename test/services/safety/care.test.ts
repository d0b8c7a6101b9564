import t from 'tap'
import { careReply } from '../../../services/safety/care.ts'
import { HELP_LINE_REGIONS, helpLineFor } from '../../../services/safety/help-lines.ts'
import { review } from '../../../services/safety/review.ts'
import { sentencesOf } from '../../../services/safety/sentences.ts'
import { CARE_GRADES, CARE_KINDS, type CareGrade, type CareKind } from '../../../services/safety/verdict.ts'

const LOW = { strategy: 'LOW', canary: 'qkstbmlfdhpgrcnjbqsdkkfmtrlhgpcd' } as const

interface Heard { readonly kind: CareKind, readonly grade: CareGrade, readonly text: string }

/** Everything that a session of this kind and grade hears until words repeat. */
function everyReply (kind: CareKind, grade: CareGrade, region?: string): Heard[] {
  const used: string[] = []
  const heard: Heard[] = []
  for (let turn = 0; turn < 100; turn++) {
    const { text, wording } = careReply({ kind, grade, region, used, pick: (turn * 0.37) % 1 })
    if (used.includes(wording)) return heard
    used.push(wording)
    heard.push({ kind, grade, text })
  }
  return heard
}

const pairs = CARE_KINDS.flatMap(kind => CARE_GRADES.map(grade => ({ kind, grade })))
const all = pairs.flatMap(({ kind, grade }) => everyReply(kind, grade, 'GB'))
const helpIn = (text: string) => sentencesOf(text).filter(sentence => /\d{3}|findahelpline\.com/.test(sentence))
const withoutHelp = (text: string) => sentencesOf(text).filter(sentence => !/\d{3}|findahelpline\.com/.test(sentence)).join(' ')

t.test('at least eight wordings for each kind and grade, all different', async t => {
  for (const { kind, grade } of pairs) t.ok(everyReply(kind, grade).length >= 8, `${kind} ${grade}`)
  t.equal(new Set(all.map(({ text }) => withoutHelp(text))).size, all.length)
})

t.test('what every care reply says', async t => {
  for (const { kind, text } of all) {
    t.match(text, /\bAI\b/, text)
    t.match(text, /not a crisis service/, text)
    t.match(text, /\b(?:un)?saf(?:e|ely)\b[^?]*\?/, 'asks about safety')
    t.equal(helpIn(text).length, 1, 'one line of help')
    t.match(helpIn(text)[0]!, kind === 'self_harm' ? /116 123/ : /0808 2000 247/)
    t.equal(text.match(/\?/g)?.length, 1, 'one question')
    t.ok(sentencesOf(text).length <= 5, `${sentencesOf(text).length} sentences`)
    t.ok(text.length < 480, `${text.length} characters`)
  }
})

t.test('what no care reply says', async t => {
  for (const { text } of all) {
    t.notMatch(text, /\b(?:must|should|have to|need to)\b/i, text)
    t.notMatch(text, /\b(?:secret|between us|confidential|promise|nobody will know|anonymous)\b/i, text)
    t.notMatch(text, /\b(?:pills?|overdose|razor|blade|knife|rope|bridge|gun|cut(?:ting)?|hang(?:ing)?|jump)\b/i, text)
    t.notMatch(text, /\b(?:depress|disorder|narciss|bipolar|diagnos|illness)/i, text)
    t.notMatch(text, /\b(?:leave (?:him|her|them)|break up|get out)\b/i, text)
    t.strictSame(review(withoutHelp(text), LOW), [], text)
  }
})

t.test('with its help line a reply has no fault but its length', async t => {
  for (const region of [undefined, ...HELP_LINE_REGIONS]) {
    for (const { kind, grade } of pairs) for (const { text } of everyReply(kind, grade, region)) t.strictSame(review(text, LOW).filter(fault => fault !== 'length'), [], text)
  }
})

t.test('a friend\'s words are for the friend and see the helper too', async t => {
  for (const { text } of all.filter(({ grade }) => grade === 'third_person')) t.match(text, /\b(?:they|them|their)\b/i, text)
  const load = /heavy|scared|fear|frightening|lonely|helpless|worries|hurts|weight|hard|strength|what this does to you/
  for (const { text } of all.filter(({ grade }) => grade === 'third_person')) t.match(withoutHelp(text), load, 'what it costs the one who helps')
})

t.test('the region decides the help line and no more', async t => {
  const ask = (region?: string) => careReply({ kind: 'self_harm', grade: 'explicit', region, used: [], pick: 0 })
  t.match(ask('US').text, /988/)
  t.match(ask().text, /your local emergency number.*findahelpline\.com/)
  t.equal(ask('XX').text, ask().text)
  t.equal(ask('US').wording, ask('GB').wording)
})

t.test('what a session has heard is not said again while anything else is left', async t => {
  const first = careReply({ kind: 'abuse', grade: 'past', used: [], pick: 0 })
  t.not(careReply({ kind: 'abuse', grade: 'past', used: [first.wording], pick: 0 }).text, first.text)
  t.match(first.wording, /^care\.abuse\.past\.\d+$/)
  t.ok(first.text.includes(helpLineFor('abuse')))
})
