import t from 'tap'
import { createMemoryRolloutStore } from '../../../stores/memory/rollout-store.ts'
import { rolloutContract } from '../rollout-contract.ts'

rolloutContract(t, async () => createMemoryRolloutStore({ salt: 'amora-v2', now: Date.now }))
