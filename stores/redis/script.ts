import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SharedStore } from './shared-store.ts'

export interface Script { readonly name: string, readonly source: string, readonly sha: string }

/** The Lua file of this name in this folder, behind the one it builds on; its name is also its label in the metrics. */
export function loadScript (name: string, basis?: string): Script {
  const read = (file: string) => readFileSync(join(import.meta.dirname, `${file}.lua`), 'utf8')
  const source = (basis === undefined ? '' : read(basis)) + read(name)
  return { name, source, sha: hash('sha1', source) }
}

/** Runs a script in one trip; a server that does not know it yet (restarted, failed over) is given its source. */
export async function runScript (store: SharedStore, { name, source, sha }: Script, keys: readonly string[], args: ReadonlyArray<string | number>): Promise<unknown> {
  return store.run(name, async client => {
    try {
      return await client.evalsha(sha, keys.length, ...keys, ...args)
    } catch (error) {
      if (!(error as Error).message.startsWith('NOSCRIPT')) throw error
      return client.eval(source, keys.length, ...keys, ...args)
    }
  })
}
