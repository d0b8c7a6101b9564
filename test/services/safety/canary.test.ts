import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import t from 'tap'
import { createCanary, hasCanary } from '../../../services/safety/canary.ts'

t.test('a marker is random, long and made of letters', async t => {
  const markers = new Set(Array.from({ length: 200 }, () => createCanary(randomUUID)))
  t.equal(markers.size, 200)
  for (const marker of markers) t.match(marker, /^(?:[a-z]{5}-){6}[a-z]{2}$/)
})

t.test('it is found in any case, spacing, width, direction, and by its half', async t => {
  const canary = createCanary(randomUUID)
  const bare = canary.replaceAll('-', '')
  const spellings = [
    canary, canary.toUpperCase(), bare, [...bare].join(' '), [...bare].join('.'), [...bare].join('\n'), `**${canary}**`, [...bare].reverse().join(''),
    [...bare].map(letter => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)).join(''), bare.slice(0, 16), bare.slice(16), bare.replace(/./g, letter => `${letter}\u200b`)
  ]
  for (const spelling of spellings) t.ok(hasCanary(`The word is ${spelling}, I think.`, canary), spelling)
})

t.test('ordinary words never carry it', async t => {
  fc.assert(fc.property(fc.string(), fc.uuid(), (text, uuid) => !hasCanary(text, createCanary(() => uuid))))
  t.notOk(hasCanary('I hear you. What hurts?', createCanary(randomUUID)))
  t.notOk(hasCanary('anything', ''), 'no marker, no leak')
})
