import type { EncodingChoices, TextOutcome } from '#shared/bridge.ts'
import { isShowable } from '#shared/importable-files.ts'
import { encodingChoices } from './encodings/choices.ts'
import { importBytes } from './import-bytes.ts'

/** Main asks for the source text of a file. */
export interface ImportOrder {
  readonly kind: 'import'
  readonly fileName: string
  readonly bytes: Uint8Array
  /** WHATWG label that somebody chose, or null: find it out. */
  readonly encoding: string | null
}

/** Main asks which encodings bytes may be in. */
export interface EncodingOrder {
  readonly kind: 'encodings'
  readonly bytes: Uint8Array
}

/** What main posts to the importing process: one order, answered once. */
export type WorkOrder = ImportOrder | EncodingOrder

/** The port that Electron gives a utility process; Node's own types do not know it. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

function isOrder(value: unknown): value is WorkOrder {
  if (typeof value !== 'object' || value === null) return false
  const { kind, fileName, bytes, encoding } = value as Partial<Record<keyof ImportOrder, unknown>>
  if (!(bytes instanceof Uint8Array)) return false
  if (kind === 'encodings') return true
  return kind === 'import' && typeof fileName === 'string' && (encoding === null || typeof encoding === 'string')
}

/** Answers one order; what an importer throws becomes an outcome, since here nobody could catch it. */
export async function answerOrder(order: WorkOrder): Promise<TextOutcome | EncodingChoices> {
  return order.kind === 'import' ? answerImport(order) : answerEncodings(order)
}

/** The bytes do not travel back: main has them. */
async function answerImport({ fileName, bytes, encoding }: ImportOrder): Promise<TextOutcome> {
  try {
    const outcome = await importBytes(fileName, bytes, encoding ?? undefined)
    if (outcome.kind === 'failed') return outcome
    const { original: _, ...file } = outcome.file
    if (!isShowable(file.text)) return { kind: 'failed', failure: { fileName, reason: 'too-long', detail: '' } }
    return { kind: 'imported', file }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', failure: { fileName, reason: 'importer-failed', detail } }
  }
}

function answerEncodings({ bytes }: EncodingOrder): EncodingChoices {
  try {
    return { kind: 'choices', choices: encodingChoices(bytes) }
  } catch {
    return { kind: 'failed', reason: 'importer-failed' }
  }
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
parentPort?.on('message', ({ data }) => {
  if (isOrder(data)) void answerOrder(data).then((answer) => parentPort.postMessage(answer))
})
