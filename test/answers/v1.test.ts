import { V1 } from './arms.ts'
import { answersOf } from './rows.ts'

answersOf(V1)
