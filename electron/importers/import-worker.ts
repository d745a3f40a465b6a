import type { ImportOutcome } from '#shared/bridge.ts'
import { importBytes } from './import-bytes.ts'

/** What main posts to the importing process. */
export interface ImportOrder {
  readonly id: number
  readonly fileName: string
  readonly bytes: Uint8Array
  /** WHATWG label that somebody chose, or null: find it out. */
  readonly encoding: string | null
}

/** What it posts back, with the order's id. */
export interface ImportAnswer {
  readonly id: number
  readonly outcome: ImportOutcome
}

/** The port that Electron gives a utility process; Node's own types do not know it. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

function isOrder(value: unknown): value is ImportOrder {
  if (typeof value !== 'object' || value === null) return false
  const { id, fileName, bytes, encoding } = value as Partial<Record<keyof ImportOrder, unknown>>
  return (
    typeof id === 'number' &&
    typeof fileName === 'string' &&
    bytes instanceof Uint8Array &&
    (encoding === null || typeof encoding === 'string')
  )
}

/** Answers one order; what an importer throws becomes an outcome, since here nobody could catch it. */
export async function answerOrder({ id, fileName, bytes, encoding }: ImportOrder): Promise<ImportAnswer> {
  try {
    return { id, outcome: await importBytes(fileName, bytes, encoding ?? undefined) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { id, outcome: { kind: 'failed', failure: { fileName, reason: 'importer-failed', detail } } }
  }
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
parentPort?.on('message', ({ data }) => {
  if (isOrder(data)) void answerOrder(data).then((answer) => parentPort.postMessage(answer))
})
