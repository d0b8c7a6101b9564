import { OFFLINE } from './arms.ts'
import { answersOf } from './rows.ts'
import { sessionsOf } from './sessions.ts'

answersOf(OFFLINE)
sessionsOf(OFFLINE)
