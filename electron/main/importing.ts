import { app, type UtilityProcess, utilityProcess } from 'electron'
import type { ImportOrder } from '#electron/importers/import-worker.ts'
import type { ImportFailure, ImportOutcome } from '#shared/bridge.ts'
import { readSource } from './files.ts'
import { isImportOutcome } from './shapes.ts'

/** What one import may cost before it is stopped. */
export interface ImportLimits {
  readonly milliseconds: number
  /** Memory of the whole process, not of the JavaScript heap alone: buffers count too. */
  readonly megabytes: number
}

const IMPORT_LIMITS: ImportLimits = { milliseconds: 60_000, megabytes: 1024 }

/** How often the memory is looked at. One look takes about a millisecond. */
const WATCH_MILLISECONDS = 100

/** How much of what a failing importer wrote is kept, in UTF-16 units. */
const STDERR_KEPT = 4000

/** Imports bytes; every failure is a value. */
export type ImportBytes = (fileName: string, bytes: Uint8Array, encoding?: string | null) => Promise<ImportOutcome>

/**
 * Makes the importing function. Each import runs in a process of its own: a file that hangs the
 * importer, or makes it eat the memory, takes down that process and nothing else.
 *
 * @param worker path of the built importer process
 */
export function importerIn(worker: string, limits = IMPORT_LIMITS): ImportBytes {
  return (fileName, bytes, encoding = null) =>
    new Promise((resolve) => {
      const child = utilityProcess.fork(worker, [], {
        serviceName: 'lectern-importer',
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const written = keepStderr(child)
      const settle = (outcome: ImportOutcome): void => {
        clearTimeout(timer)
        clearInterval(watch)
        // Before the kill, whose exit comes here too: the first outcome counts.
        resolve(outcome)
        child.kill()
      }
      const fail = (reason: ImportFailure['reason'], detail: string): void =>
        settle({ kind: 'failed', failure: { fileName, reason, detail } })
      const timer = setTimeout(() => fail('took-too-long', ''), limits.milliseconds)
      // Electron 25 ignores --max-old-space-size for utility processes (its heap limit stays at 4 GB),
      // and that switch would not count buffers: so the process is watched from outside.
      const watch = setInterval(() => {
        if (megabytesOf(child) > limits.megabytes) fail('out-of-memory', '')
      }, WATCH_MILLISECONDS)
      child.on('message', (answer: unknown) => {
        const outcome = (answer as { outcome?: unknown } | null)?.outcome
        if (isImportOutcome(outcome)) settle(outcome)
        else fail('importer-failed', '')
      })
      child.once('exit', (code) => {
        const reason = /out of memory/i.test(written()) ? 'out-of-memory' : 'importer-failed'
        fail(reason, /^\w*Error: .*$/m.exec(written())?.[0] ?? `exit code ${code}`)
      })
      const order: ImportOrder = { id: 1, fileName, bytes, encoding }
      child.postMessage(order)
    })
}

function megabytesOf(child: UtilityProcess): number {
  const metric = app.getAppMetrics().find((entry) => entry.pid === child.pid)
  return metric === undefined ? 0 : metric.memory.workingSetSize / 1024
}

/** Collects what the process writes to stderr, the last of it: there stands why it died. */
function keepStderr(child: UtilityProcess): () => string {
  let kept = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    kept = (kept + chunk.toString('utf8')).slice(-STDERR_KEPT)
  })
  return () => kept
}

/** Reads and imports files, a few at a time; the outcomes stand in the order of the paths. */
export async function importFiles(
  paths: readonly string[],
  importBytes: ImportBytes,
): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  const waiting = paths.entries()
  const lane = async (): Promise<void> => {
    for (const [place, path] of waiting) {
      const source = await readSource(path)
      outcomes[place] = source.kind === 'read' ? await importBytes(source.fileName, source.bytes) : source
    }
  }
  // Two at a time: the next file is read and its process started while the first is at work.
  await Promise.all([lane(), lane()])
  return outcomes
}
