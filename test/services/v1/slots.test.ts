import t from 'tap'
import { fill, slotsOf } from '../../../services/v1/slots.ts'
import { wordsOf } from '../../../services/understanding/words.ts'

const person = (text: string, ...people: Parameters<typeof slotsOf>[1] & {}) => slotsOf(wordsOf(text), people.length > 0 ? people : undefined).person
const feeling = (text: string) => slotsOf(wordsOf(text)).feeling

t.test('somebody the writer calls theirs', async t => {
  t.equal(person('My boyfriend left'), 'your boyfriend')
  t.equal(person('my hubby is great'), 'your husband')
  t.equal(person('I miss my ex-wife'), 'your ex')
  t.equal(person('my former boyfriend called'), 'your ex')
  t.equal(person("my best friend's boyfriend is rude"), 'your best friend')
  t.equal(person('my lovely new girlfriend'), 'your girlfriend')
  t.equal(person('My mother-in-law came'), 'your mother-in-law')
  t.equal(person('our kids are small'), 'your children')
})

t.test('nobody else', async t => {
  for (const text of ['his wife called', 'a husband cheats', 'the mother of his kids', 'my car', 'my', '']) t.equal(person(text), undefined, text)
})

t.test('whom the topic is likely to mean', async t => {
  const text = 'My sister says my husband and my ex are alike'
  t.equal(person(text), 'your sister')
  t.equal(person(text, 'partner'), 'your husband')
  t.equal(person(text, 'ex', 'partner'), 'your ex')
  t.equal(person(text, 'friend'), undefined)
})

t.test('the writer\'s own feeling, not another\'s and not a denied one', async t => {
  t.equal(feeling('I am so hurt'), 'hurt')
  t.equal(feeling("I'm really worried about us"), 'worry')
  t.equal(feeling('it makes me feel sad'), 'sadness')
  t.equal(feeling('he was angry but I felt guilty'), 'guilt')
  for (const text of ['he was angry', 'I am not sad', 'she says I am wrong and is upset', 'should I ask if I am angry', 'my wife is tired', 'hurt']) t.equal(feeling(text), undefined, text)
})

t.test('a slot, or what stands in for it', async t => {
  t.equal(fill('With {person|somebody} and {feeling|weight}.', { person: 'your wife' }), 'With your wife and weight.')
})
