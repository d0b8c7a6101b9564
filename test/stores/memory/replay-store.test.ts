import t from 'tap'
import { createMemoryReplayStore } from '../../../stores/memory/replay-store.ts'
import { replayContract } from '../replay-contract.ts'

replayContract(t, async (_t, options) => {
  const clock = { now: 1 }
  return { store: createMemoryReplayStore({ ...options, maxEntries: 100, now: () => clock.now }), advance: async ms => { clock.now += ms } }
})
