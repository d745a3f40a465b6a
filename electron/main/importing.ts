import { app, type UtilityProcess, utilityProcess } from 'electron'
import type { WorkOrder } from '#electron/importers/import-worker.ts'
import type { EncodingChoices, ImportFailure, TextOutcome } from '#shared/bridge.ts'
import { isEncodingChoices, isTextOutcome } from './shapes.ts'

/** What one import may cost before it is stopped. */
export interface ImportLimits {
  readonly milliseconds: number
  /** Memory of the whole process, not of the JavaScript heap alone: buffers count too. */
  readonly megabytes: number
}

const IMPORT_LIMITS: ImportLimits = { milliseconds: 60_000, megabytes: 1024 }

/** A large file may take so many times its own size, even where that is more than the limit. */
const TIMES_ITS_SIZE = 8

/** How often the memory is looked at. One look takes about a millisecond. */
const WATCH_MILLISECONDS = 100

/** How much of what a failing importer wrote is kept, in UTF-16 units. */
const STDERR_KEPT = 4000

/** What is done with files' bytes, away from the main process. Every failure is a value. */
export interface Importing {
  readonly importBytes: (
    fileName: string,
    bytes: Uint8Array,
    encoding: string | null,
    signal: AbortSignal,
  ) => Promise<TextOutcome>
  readonly encodingChoices: (bytes: Uint8Array, signal: AbortSignal) => Promise<EncodingChoices>
}

/**
 * Sets up importing. Each order runs in a process of its own: a file that hangs the importer, or makes
 * it eat the memory, takes down that process and nothing else. Aborting the signal ends the process.
 *
 * @param worker path of the built importer process
 */
export function importerIn(worker: string, limits = IMPORT_LIMITS): Importing {
  return {
    importBytes: async (fileName, bytes, encoding, signal) => {
      const done = await runOrder(worker, { kind: 'import', fileName, bytes, encoding }, limits, signal, isTextOutcome)
      return done.kind === 'answered' ? done.answer : { kind: 'failed', failure: { fileName, ...done.failure } }
    },
    encodingChoices: async (bytes, signal) => {
      const done = await runOrder(worker, { kind: 'encodings', bytes }, limits, signal, isEncodingChoices)
      return done.kind === 'answered' ? done.answer : { kind: 'failed', reason: done.failure.reason }
    },
  }
}

type Done<T> =
  | { readonly kind: 'answered'; readonly answer: T }
  | { readonly kind: 'died'; readonly failure: Omit<ImportFailure, 'fileName'> }

function runOrder<T>(
  worker: string,
  order: WorkOrder,
  limits: ImportLimits,
  signal: AbortSignal,
  isAnswer: (value: unknown) => value is T,
): Promise<Done<T>> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve({ kind: 'died', failure: { reason: 'cancelled', detail: '' } })
      return
    }
    const child = utilityProcess.fork(worker, [], {
      serviceName: 'lectern-importer',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const written = keepStderr(child)
    const settle = (done: Done<T>): void => {
      clearTimeout(timer)
      clearInterval(watch)
      signal.removeEventListener('abort', cancel)
      // Before the kill, whose exit comes here too: the first outcome counts.
      resolve(done)
      child.kill()
    }
    const fail = (reason: ImportFailure['reason'], detail: string): void =>
      settle({ kind: 'died', failure: { reason, detail } })
    const cancel = (): void => fail('cancelled', '')
    signal.addEventListener('abort', cancel)
    const timer = setTimeout(() => fail('took-too-long', ''), limits.milliseconds)
    const most = Math.max(limits.megabytes, (TIMES_ITS_SIZE * order.bytes.byteLength) / 2 ** 20)
    // Electron 25 ignores --max-old-space-size for utility processes (its heap limit stays at 4 GB),
    // and that switch would not count buffers: so the process is watched from outside.
    const watch = setInterval(() => {
      if (megabytesOf(child) > most) fail('out-of-memory', '')
    }, WATCH_MILLISECONDS)
    child.on('message', (answer: unknown) => {
      if (isAnswer(answer)) settle({ kind: 'answered', answer })
      else fail('importer-failed', '')
    })
    child.once('exit', (code) => {
      const reason = /out of memory/i.test(written()) ? 'out-of-memory' : 'importer-failed'
      fail(reason, /^\w*Error: .*$/m.exec(written())?.[0] ?? `exit code ${code}`)
    })
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
