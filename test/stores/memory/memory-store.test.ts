import t from 'tap'
import { createMemoryMemoryStore } from '../../../stores/memory/memory-store.ts'
import { memoryContract } from '../memory-contract.ts'

memoryContract(t, async (_t, options) => {
  const clock = { now: 1 }
  return { store: createMemoryMemoryStore({ ...options, maxUsers: 100, now: () => clock.now }), advance: async ms => { clock.now += ms } }
})
