import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

const missing = (program: string, where: string) => spawnSync(program, ['--version']).error ? `${program} is not installed (Debian: apt-get install ${where})` : undefined

/** Why tests that need promtool skip; undefined when it is installed. CI makes a skip a failure. */
export const promtoolMissing = missing('promtool', 'prometheus')
export const amtoolMissing = missing('amtool', 'prometheus-alertmanager')

/** Runs a program to its end, on `input` where it reads one; what it said, and whether it was content. */
export async function run (program: string, args: readonly string[], input = ''): Promise<{ ok: boolean, output: string }> {
  const child = spawn(program, args, { stdio: 'pipe' })
  child.stdin.on('error', () => {}).end(input)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text })
  const [code] = await once(child, 'close') as [number | null]
  return { ok: code === 0, output }
}
