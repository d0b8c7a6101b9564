import { OFFLINE } from './arms.ts'
import { answersOf } from './rows.ts'

answersOf(OFFLINE)
