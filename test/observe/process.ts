/** Programs of this machine that a run starts, and ends with itself. */
import { spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'

/** A test, or what a program uses in its place (closing.ts). */
export type Owner = Pick<Test, 'teardown'>

const START_ATTEMPTS = 400
const LOOK_MS = 50
const GRACE_MS = 3000

export const isMissing = (program: string, aptPackage: string): string | undefined =>
  spawnSync(program, ['--version']).error ? `${program} is not installed (Debian: apt-get install ${aptPackage})` : undefined

/** Ends it with its owner: asked first, then made to; `after` clears away what it leaves. */
export function endWith (t: Owner, child: ChildProcess, after: () => void): void {
  t.teardown(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const timer = setTimeout(() => { child.kill('SIGKILL') }, GRACE_MS)
      await ended
      clearTimeout(timer)
    }
    after()
  })
}

/** Resolves once it answers. @throws when it ended instead. */
export async function untilAnswers (child: ChildProcess, name: string, url: string): Promise<void> {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    if (await fetch(url).then(response => response.ok, () => false)) return
    await sleep(LOOK_MS)
  }
  throw new Error(`${name} did not start`)
}
