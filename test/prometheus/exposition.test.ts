/** What the service shows after turns of many kinds, as Prometheus' own checker sees it. */
import t from 'tap'
import { redisMissing, startRedis } from '../servers/redis.ts'
import { QUESTION, person, stage } from '../turn/harness.ts'
import { promtoolMissing, run } from './promtool.ts'

/** Its name is the house's: a model's end is announced in days. */
const IN_DAYS = 'amora_model_days_to_shutdown use base unit "seconds" instead of "days"'

t.test('promtool finds nothing to say against the plain rendering', { skip: promtoolMissing ?? redisMissing }, async t => {
  const redis = await startRedis(t)
  // The economy model is one that has an end.
  const { app, fake } = await stage(t, { env: { REDIS_URL: redis.url, AMORA_ECONOMY_MODEL: 'gpt-4-turbo', AMORA_FREE_DAILY_LIMIT: '3' } })
  const user = person(app)
  for (const question of ['hello', QUESTION, QUESTION, 'I want to kill myself', 'How do we talk about money without a fight?', 'And one more?']) await user.say(question)
  await user.say('', { mode: 'SAFETY', of_another_contract: 1 }, { 'idempotency-key': 'one' })
  fake.fault('server_error', { match: 'respond' })
  await person(app, { subscription_status: 'premium' }).say('We have not spoken since yesterday. What now?')
  await app.inject('/nowhere')
  const response = await fetch(`${await app.metrics.listen()}/metrics`, { headers: { accept: 'text/plain' } })
  const text = await response.text()
  for (const seen of ['amora_turns_total{assigned="v2",served="v1",outcome="degraded",tier="paid"} 1', 'amora_redis_command_duration_seconds_count{op="session",outcome="ok"}', 'amora_rate_limit_denials_total{tier="free",window="daily"} 2', 'amora_dependency_up{dependency="openai"} 0']) t.ok(text.includes(seen), seen)
  const { output } = await run('promtool', ['check', 'metrics'], text)
  t.strictSame(output.split('\n').filter(line => line !== ''), [IN_DAYS])
  t.notOk((await run('promtool', ['check', 'metrics'], text.replace('# HELP amora_turns_total ', '# HELP '))).ok, 'and it looks')
})
