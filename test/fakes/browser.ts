/** A real browser for tests: Debian's chromium, driven by playwright-core. */
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const executable = ['/usr/bin/chromium', ...(process.env.PATH ?? '').split(delimiter).map(folder => join(folder, 'chromium'))].find(isExecutable)

/** Why a test that needs a browser skips; undefined when there is one. */
export const browserMissing: string | undefined = executable === undefined ? 'chromium is not installed (Debian: apt-get install chromium)' : undefined

function isExecutable (path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface Visit {
  readonly page: Page
  /** What the page complained of: errors of scripts, refused resources, breaches of its content policy. */
  readonly complaints: readonly string[]
  /** Every address that was asked for. */
  readonly asked: readonly string[]
}

/** A page in a browser of the test's own, with a profile of its own; both end with the test. */
export async function openPage (t: Pick<Test, 'teardown'>, viewport = { width: 1280, height: 1600 }): Promise<Visit> {
  const profile = mkdtempSync(join(tmpdir(), 'amora-chromium-'))
  const browser = await chromium.launchPersistentContext(profile, { executablePath: executable, args: FLAGS, viewport, timeout: 60_000 })
  t.teardown(async () => {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
  })
  const page = browser.pages()[0] ?? await browser.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()) })
  page.on('pageerror', error => { complaints.push(error.message) })
  page.on('requestfailed', request => { complaints.push(`${request.url()} ${request.failure()?.errorText}`) })
  page.on('request', request => { asked.push(request.url()) })
  return { page, complaints, asked }
}
