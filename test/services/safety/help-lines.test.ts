import t from 'tap'
import { contactsIn } from '../../../services/safety/contacts.ts'
import { HELP_LINE_REGIONS, helpLineFor, isOwnContact, reviewedAt } from '../../../services/safety/help-lines.ts'
import { sentencesOf } from '../../../services/safety/sentences.ts'
import { CARE_KINDS } from '../../../services/safety/verdict.ts'

t.test('the lines that the regions are known for', async t => {
  const rows = [
    ['self_harm', 'US', /\b988\b.*HOME to 741741/],
    ['abuse', 'US', /1-800-799-7233.*START to 88788/],
    ['self_harm', 'CA', /9-8-8/],
    ['abuse', 'CA', /911/],
    ['self_harm', 'GB', /116 123.*SHOUT to 85258/],
    ['abuse', 'GB', /0808 2000 247.*999/],
    ['self_harm', 'IE', /116 123/],
    ['abuse', 'IE', /1800 341 900/],
    ['self_harm', 'DE', /\b112\b.*findahelpline\.com/],
    ['abuse', 'FR', /\b112\b.*findahelpline\.com/],
    ['self_harm', 'AU', /13 11 14/],
    ['abuse', 'AU', /1800 737 732/],
    ['self_harm', 'NZ', /\b1737\b/],
    ['abuse', 'NZ', /0800 733 843/]
  ] as const
  for (const [kind, region, line] of rows) t.match(helpLineFor(kind, region), line, `${kind} ${region}`)
})

t.test('every country of the Union has its line', async t => {
  for (const region of 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')) t.ok(HELP_LINE_REGIONS.includes(region), region)
})

t.test('an unknown place, and none, get the neutral line; so does hostile input', async t => {
  for (const kind of CARE_KINDS) {
    for (const region of [undefined, '', 'XX', 'gb', '__proto__', 'constructor', 'toString']) {
      t.match(helpLineFor(kind, region), /your local emergency number.*findahelpline\.com/, String(region))
      t.equal(helpLineFor(kind, region), helpLineFor(kind))
    }
  }
})

t.test('one sentence each, in other words for those who hear it again', async t => {
  for (const region of [undefined, ...HELP_LINE_REGIONS]) {
    for (const kind of CARE_KINDS) {
      const variants = [0, 1, 2].map(variant => helpLineFor(kind, region, variant))
      for (const line of variants) t.equal(sentencesOf(line).length, 1, line)
      t.equal(new Set(variants).size, 3)
      t.equal(helpLineFor(kind, region, 3), variants[0])
    }
  }
})

t.test('our own contacts are known, others are not', async t => {
  for (const contact of ['988', '741741', '18007997233', '88788', '116123', '85258', '08082000247', '999', '911', '112', '131114', '1737', 'findahelpline.com', 'sheltersafe.ca']) t.ok(isOwnContact(contact), contact)
  for (const contact of ['987', '116124', '1800', 'findahelpline.co', '', '11']) t.notOk(isOwnContact(contact), contact)
  for (const region of HELP_LINE_REGIONS) for (const kind of CARE_KINDS) t.ok(contactsIn(helpLineFor(kind, region)).every(isOwnContact), region)
})

t.test('the review date is a date that has been', async t => {
  t.match(reviewedAt, /^\d{4}-\d\d-\d\d$/)
  t.ok(Date.parse(reviewedAt) <= Date.now())
})
