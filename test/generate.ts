/** Writes the files that are made from code; CI fails when they differ: `npm run generate`, `--check` to compare only. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { observabilityFiles } from '../grafana/src/generate.ts'
import { envExample } from '../services/configuration.ts'

const ROOT = join(import.meta.dirname, '..')
const GENERATED: Readonly<Record<string, () => string>> = { '.env.example': envExample, ...observabilityFiles }

const check = process.argv.includes('--check')
const drifted = Object.entries(GENERATED).filter(([file, make]) => {
  const path = join(ROOT, file)
  if (!check) writeFileSync(path, make())
  return readFileSync(path, 'utf8') !== make()
})
for (const [file] of drifted) console.error(`${file} differs from what the code generates: run npm run generate`)
process.exitCode = drifted.length > 0 ? 1 : 0
