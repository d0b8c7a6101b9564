import { V1 } from './arms.ts'
import { answersOf } from './rows.ts'
import { sessionsOf } from './sessions.ts'

answersOf(V1)
sessionsOf(V1)
