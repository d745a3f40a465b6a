import { readFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../scripts/root.ts'
import { runtimeVersions } from './electron-run.ts'
import type { Results } from './results.ts'
import { startPeer } from './text/peer-run.ts'

/** What `bench.json` holds. */
export interface Report extends Results {
  readonly machine: string
  /** What was measured, and in what. */
  readonly versions: Readonly<Record<string, string>>
  /** ISO 8601, UTC. */
  readonly measuredAt: string
}

const PACKAGES = {
  recogito: '@recogito/text-annotator',
  lexical: 'lexical',
  dexie: 'dexie',
  'csv-stringify': 'csv-stringify',
} as const

/** The processor, how many of its cores, the memory, the system. */
export function machineClass(): string {
  const model = cpus()[0]?.model ?? 'unknown processor'
  return `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`
}

/** The versions of the runtime, of our program and of what it is measured beside. */
export async function versionsUsed(executable: string, env: NodeJS.ProcessEnv): Promise<Report['versions']> {
  const run = await startPeer(executable, env)
  const runtime = await runtimeVersions(run).finally(run.close)
  const packages = await Promise.all(
    Object.entries(PACKAGES).map(async ([name, path]) => [name, await versionOf(join('node_modules', path))] as const),
  )
  return { lectern: await versionOf('.'), ...runtime, ...Object.fromEntries(packages) }
}

/** The version that the `package.json` of a folder of the checkout names. */
async function versionOf(folder: string): Promise<string> {
  const about: { readonly version: string } = JSON.parse(await readFile(join(ROOT, folder, 'package.json'), 'utf8'))
  return about.version
}
