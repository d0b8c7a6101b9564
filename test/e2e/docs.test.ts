import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { browserMissing, openPage } from '../fakes/browser.ts'
import { startService } from '../servers/service.ts'

/** Kept for the reader; made anew by deleting it and running this test. */
const PICTURE = join(import.meta.dirname, '../../docs/img/reference-page.png')

t.test('in a browser: open the reference page, be refused without a token, authorise with the printed one, send a message, see the answer', { skip: browserMissing ?? false, timeout: 90_000 }, async t => {
  const { origin, token } = await startService(t)
  const { page, complaints, asked } = await openPage(t, { width: 1280, height: 1850 })
  await page.goto(`${origin}/docs`)
  t.equal(await page.title(), 'Amora coach')

  const turn = page.locator('[id^="operations-coach-"]').filter({ hasText: 'POST' }).first()
  await turn.locator('.opblock-summary').click()
  t.match(await turn.locator('textarea').inputValue(), /specific_question/, 'an example is there already')
  const execute = turn.getByRole('button', { name: 'Execute' })
  const answer = turn.locator('.live-responses-table tr.response')
  await execute.click()
  await answer.filter({ hasText: '401' }).waitFor()
  t.match(await answer.innerText(), /AMORA_UNAUTHENTICATED[\s\S]*Authorization header/)

  await page.getByRole('button', { name: 'Authorize' }).first().click()
  await page.getByRole('textbox', { name: 'auth-bearer-value' }).fill(token)
  await page.getByRole('button', { name: 'Apply credentials' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await turn.locator('textarea').fill(JSON.stringify({ specific_question: 'We argue about small things every evening. How do I start a calmer talk?' }, null, 2))
  await execute.click()
  await answer.filter({ hasNotText: '401' }).waitFor()
  t.equal(await answer.locator('.response-col_status').innerText(), '200')
  t.match(JSON.parse(await answer.locator('code').first().innerText()), { message: /\w+ \w+/, engine: 'v2', degraded: false })

  if (!existsSync(PICTURE)) {
    mkdirSync(dirname(PICTURE), { recursive: true })
    await page.screenshot({ path: PICTURE })
  }
  t.strictSame(complaints.filter(text => !/status of 401/.test(text)), [])
  t.strictSame(asked.filter(url => !url.startsWith(origin) && !url.startsWith('data:')), [], 'nothing from elsewhere')
})
