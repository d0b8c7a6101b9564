import t from 'tap'
import { createMemoryLedgerStore } from '../../../stores/memory/ledger-store.ts'
import { entryOf, ledgerContract } from '../ledger-contract.ts'

ledgerContract(t, async (_t, options) => {
  const clock = { now: 1 }
  return { store: createMemoryLedgerStore({ ...options, maxEntries: 100, now: () => clock.now }), advance: async ms => { clock.now += ms } }
})

t.test('the number of entries is bounded: the oldest leaves', async t => {
  const store = createMemoryLedgerStore({ keepMs: 1000, maxEntries: 10, now: () => 1 })
  for (let n = 0; n < 30; n++) await store.write(entryOf(`t${n}`))
  t.equal(await store.read('t0'), undefined)
  t.equal((await store.ofOwner('anna', 100)).length, 10)
})
