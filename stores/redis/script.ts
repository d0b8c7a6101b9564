import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SharedStore, StoreOp } from './shared-store.ts'

export interface Script { readonly op: StoreOp, readonly source: string, readonly sha: string }

/** The script of an operation: the Lua files of these names in this folder, joined; one of the operation's own name unless told. */
export function loadScript (op: StoreOp, files: readonly string[] = [op]): Script {
  const source = files.map(file => readFileSync(join(import.meta.dirname, `${file}.lua`), 'utf8')).join('')
  return { op, source, sha: hash('sha1', source) }
}

/** Runs a script in one trip; a server that does not know it yet (restarted, failed over) is given its source. */
export async function runScript (store: SharedStore, { op, source, sha }: Script, keys: readonly string[], args: ReadonlyArray<string | number>, signal?: AbortSignal): Promise<unknown> {
  return store.run(op, async client => {
    try {
      return await client.evalsha(sha, keys.length, ...keys, ...args)
    } catch (error) {
      if (!(error as Error).message.startsWith('NOSCRIPT')) throw error
      return client.eval(source, keys.length, ...keys, ...args)
    }
  }, signal)
}
