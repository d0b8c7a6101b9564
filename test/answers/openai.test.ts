import { OPENAI } from './arms.ts'
import { answersOf } from './rows.ts'

answersOf(OPENAI)
