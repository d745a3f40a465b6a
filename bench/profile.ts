import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../scripts/root.ts'
import { type ElectronRun, startElectron } from './electron-run.ts'
import { Findings } from './findings.ts'

/** Rows by store, as the database has them. */
export type Rows = Readonly<Record<string, readonly unknown[]>>

/** A folder in which the program finds what somebody has worked on for a year. `parts` are written one after another. */
export async function makeProfile(executable: string, env: NodeJS.ProcessEnv, parts: Iterable<Rows>): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
  try {
    const run = await startElectron(executable, ROOT, environmentOf(env, profile))
    // The program has made its stores by the time it says what can be done.
    await run.page.getByRole('button').first().waitFor()
    for (const rows of parts) await run.page.evaluate(writeRows, rows)
    await run.close()
    return profile
  } catch (error) {
    await rm(profile, { recursive: true, force: true })
    throw error
  }
}

/**
 * Starts the program on a copy of a profile, in a process of its own, and measures it for `limit` milliseconds at
 * most; then the process ends and the copy goes.
 */
export async function measureOnCopy(
  { executable, env, profile, limit }: ProfileRun,
  measure: (run: ElectronRun, findings: Findings) => Promise<void>,
): Promise<Findings> {
  const copy = await mkdtemp(join(tmpdir(), 'lectern-bench-run-'))
  try {
    await cp(profile, copy, { recursive: true })
    const findings = new Findings(limit)
    const run = await startElectron(executable, ROOT, environmentOf(env, copy))
    await measure(run, findings).finally(() => (findings.isOver ? run.kill() : run.close()))
    return findings
  } finally {
    await rm(copy, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Where and how long the program is measured. */
export interface ProfileRun {
  readonly executable: string
  readonly env: NodeJS.ProcessEnv
  readonly profile: string
  readonly limit: number
}

function environmentOf(env: NodeJS.ProcessEnv, profile: string): NodeJS.ProcessEnv {
  return { ...env, LECTERN_USER_DATA: profile, LECTERN_LANGUAGE: 'en' }
}

/** Runs in the page: writes rows into the program's database. */
async function writeRows(rows: Rows): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('lectern')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(rows), 'readwrite')
    transaction.oncomplete = () => resolve()
    transaction.onerror = () => reject(transaction.error)
    for (const [store, list] of Object.entries(rows)) for (const row of list) transaction.objectStore(store).put(row)
  })
  database.close()
}
