import type { CsvOptions } from '#shared/formats/export-request.ts'
import { type Desk, say } from './desk.ts'
import { type Progress, withProgress } from './long-work.ts'

/** Makes the file of an export out of the way of whoever is typing. */
export interface CsvMaker {
  /** The file piece by piece: not far ahead of whoever takes them. */
  readonly parts: (options: CsvOptions) => AsyncIterable<FilePart>
  readonly close: () => void
}

/** A piece of the file, with how many rows of how many there are up to its end, without the header. */
export interface FilePart {
  readonly bytes: Uint8Array
  readonly rows: number
  readonly count: number
}

/**
 * Asks where to, and writes the codings there, whole or not at all, while everything else goes on.
 * Answers why it could not begin, or null; `onBegun` is called once the rest goes on by itself.
 */
export async function exportCodings(
  desk: Desk,
  maker: CsvMaker,
  options: CsvOptions,
  onBegun: () => void,
): Promise<string | null> {
  const name = desk.workbench.getState().session?.store.getState().state.project.name ?? ''
  const suggestedName = `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim() || 'lectern'}.csv`
  const begun = await desk.bridge.beginExport(suggestedName)
  if (begun.kind === 'failed') return begun.detail
  if (begun.kind === 'cancelled') return null
  onBegun()
  const { token } = begun
  try {
    await withProgress(desk, 'work.exporting', (progress) => write(desk, maker, options, token, progress))
  } catch (error) {
    await desk.bridge.cancelExport(token)
    throw error
  } finally {
    maker.close()
  }
  return null
}

async function write(
  desk: Desk,
  maker: CsvMaker,
  options: CsvOptions,
  token: string,
  { signal, tell, commit }: Progress,
): Promise<void> {
  let written = 0
  for await (const { bytes, rows, count } of maker.parts(options)) {
    if (signal.aborted) break
    const outcome = await desk.bridge.writeExport(token, bytes)
    if (outcome.kind === 'failed') {
      say(desk, 'failed', 'notice.exportFailed', { detail: outcome.detail })
      return
    }
    written = rows
    tell(rows, count)
  }
  if (signal.aborted) {
    await desk.bridge.cancelExport(token)
    say(desk, 'done', 'notice.exportStopped')
    return
  }
  commit()
  const ended = await desk.bridge.endExport(token)
  if (ended.kind === 'saved') say(desk, 'done', 'notice.exported', { count: written, path: ended.path })
  else say(desk, 'failed', 'notice.exportFailed', { detail: ended.detail })
}
