import { OPENAI } from './arms.ts'
import { answersOf } from './rows.ts'
import { sessionsOf } from './sessions.ts'

answersOf(OPENAI)
sessionsOf(OPENAI)
