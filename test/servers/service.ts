/** The service as a process of its own, as `npm start` starts it, with nothing of this machine's environment but the path. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Test } from 'tap'

const ROOT = join(import.meta.dirname, '../..')

export interface Ended { readonly code: number | null, readonly signal: NodeJS.Signals | null }

export interface ServiceProcess {
  readonly child: ChildProcess
  /** What it has written so far. */
  readonly stdout: () => string
  readonly stderr: () => string
  readonly ended: Promise<Ended>
}

export interface RunningService extends ServiceProcess {
  readonly origin: string
  readonly metrics: string
  /** The command that it printed, as printed; empty when it printed none. */
  readonly curl: string
  readonly token: string
}

/** Starts it on free ports and lets it go; ended with the test. */
export function launchService (t: Pick<Test, 'teardown'>, env: Readonly<Record<string, string>> = {}): ServiceProcess {
  const child = spawn(process.execPath, ['--import', './telemetry.ts', 'server.ts'], { cwd: ROOT, env: { PATH: process.env.PATH, PORT: '0', AMORA_METRICS_PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text })
  const ended = new Promise<Ended>(resolve => { child.once('close', (code, signal) => { resolve({ code, signal }) }) })
  t.teardown(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, stdout: () => stdout, stderr: () => stderr, ended }
}

/** Starts it and waits for its start lines. */
export async function startService (t: Pick<Test, 'teardown'>, env: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  const service = launchService(t, env)
  const said = await new Promise<string>((resolve, reject) => {
    const look = () => { if (service.stderr().endsWith('\n\n')) resolve(service.stderr()) }
    service.child.stderr?.on('data', look)
    service.ended.then(({ code }) => { reject(new Error(`ended with ${code}: ${service.stderr()}`)) }, reject)
  })
  const found = (pattern: RegExp) => pattern.exec(said)?.[1] ?? ''
  return { ...service, origin: found(/listens on (http:\S+)/), metrics: found(/metrics (http:\S+)\/metrics/), curl: found(/^(curl .+)$/m), token: found(/Bearer ([\w.-]+)/) }
}
