import t from 'tap'
import { createUnderWay } from '../../services/under-way.ts'

t.test('it is settled when all has ended, well or not, and not before', async t => {
  const underWay = createUnderWay()
  const [one, other] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  for (const { promise } of [one, other]) underWay.add(promise)
  let isSettled = false
  const settled = underWay.settled().then(() => { isSettled = true })
  one.resolve('done')
  t.equal(await one.promise, 'done')
  t.equal(isSettled, false)
  other.reject(new Error('broken'))
  await t.rejects(other.promise, /broken/)
  await settled
  t.equal(isSettled, true)
})

t.test('with nothing under way it is settled at once', async t => {
  const underWay = createUnderWay()
  await underWay.settled()
  underWay.add(Promise.resolve())
  await t.resolves(underWay.settled())
})
