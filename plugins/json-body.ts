import fp from 'fastify-plugin'
import { isNestedDeeperThan } from '../services/nesting.ts'
import { InvalidRequest } from './errors.ts'

/** Far more than any body of ours has. */
const DEEPEST = 32

/** Bodies are JSON and nothing else, no deeper than what checks, digests and writes them by recursion can bear. */
export default fp(async app => {
  app.removeContentTypeParser('text/plain')
  app.addHook('preValidation', ({ body }, _reply, done) => {
    done(isNestedDeeperThan(DEEPEST, body) ? new InvalidRequest(`The body is nested deeper than ${DEEPEST} levels.`) : undefined)
  })
}, { name: 'json-body', dependencies: ['errors'] })
