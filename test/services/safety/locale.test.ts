import fc from 'fast-check'
import t from 'tap'
import { regionOf } from '../../../services/safety/locale.ts'

t.test('the claim comes first, then the header by its weights', async t => {
  const rows = [
    ['en-GB', undefined, 'GB'],
    ['en_GB', undefined, 'GB'],
    ['en_GB.UTF-8', undefined, 'GB'],
    ['zh-Hant-HK', undefined, 'HK'],
    ['de-DE-1996', undefined, 'DE'],
    ['GB', undefined, 'GB'],
    ['UK', undefined, 'GB'],
    ['en-uk', undefined, 'GB'],
    ['fr-ca', 'en-US', 'CA'],
    ['en', 'en-IE', 'IE'],
    ['', 'en-IE', 'IE'],
    [undefined, 'en-AU,en;q=0.9', 'AU'],
    [undefined, 'de;q=0.9, en-US;q=0.5, en-NZ;q=0.7', 'NZ'],
    [undefined, 'fr-FR;q=0, en-CA;q=0.1', 'CA'],
    [undefined, 'fr-FR;q=0', undefined],
    [undefined, 'en-US ; q = 0.4 , pt-BR', 'BR']
  ] as const
  for (const [claim, acceptLanguage, region] of rows) t.equal(regionOf({ claim, acceptLanguage }), region, `${claim} | ${acceptLanguage}`)
})

t.test('a language alone names no country', async t => {
  for (const tag of ['en', 'de', 'gb', 'fr', 'ENG', 'english', 'es-419', 'en-EN', 'zh-Hant', '*', 'en-*', 'x', '-GB', 'en-GBR', '12-GB']) t.equal(regionOf({ claim: tag, acceptLanguage: tag }), undefined, tag)
})

t.test('total on hostile input', async t => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (claim, acceptLanguage) => /^[A-Z]{2}$/.test(regionOf({ claim, acceptLanguage }) ?? 'GB')))
  const forged: { claim?: string } = JSON.parse('{"claim":{"a":1}}')
  t.equal(regionOf(forged), undefined)
  t.equal(regionOf({ claim: 'en-GB'.repeat(100_000), acceptLanguage: 'en-GB,'.repeat(100_000) }), 'GB')
  t.equal(regionOf({ acceptLanguage: ','.repeat(1_000_000) }), undefined)
})
