import type { CsvMaker } from '#renderer/commands/export-codings.ts'
import type { CsvChoice } from '#shared/formats/export-request.ts'
import type { ProjectId } from '#shared/model/ids.ts'
import type { ExportAnswer, ExportAsk, ExportPreview } from './export-messages.ts'

/** A thread that makes exports of a project as it was stored when the thread was started. */
export interface ExportThread extends CsvMaker {
  /** The table of a choice; `null` where another was asked for meanwhile. */
  readonly preview: (choice: CsvChoice) => Promise<ExportPreview | null>
}

/** Starts a thread for the project, with what this recogniser made of its sources. Whoever starts it closes it. What fails in it is thrown where it is waited for. */
export function startExportThread(projectId: ProjectId, recogniser: string): ExportThread {
  const worker = new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' })
  const ask = (message: ExportAsk): void => worker.postMessage(message)
  const heard: ExportAnswer[] = []
  let onHeard = (): void => {}
  const hear = (answer: ExportAnswer): void => {
    heard.push(answer)
    onHeard()
  }
  worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) => hear(data)
  worker.onerror = ({ message }) => hear({ kind: 'failed', detail: message })
  /** What is answered next. */
  const next = async (): Promise<ExportAnswer> => {
    for (let answer = heard.shift(); ; answer = heard.shift()) {
      if (answer?.kind === 'failed') throw new Error(answer.detail)
      if (answer !== undefined) return answer
      await new Promise<void>((resolve) => {
        onHeard = resolve
      })
    }
  }
  /** What is asked is answered before the next is asked. */
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work)
    before = done.catch(() => undefined)
    return done
  }
  let newest = 0
  ask({ kind: 'open', projectId, recogniser })
  return {
    preview: (choice) => {
      const number = ++newest
      return inTurn(async () => {
        if (number !== newest) return null
        ask({ kind: 'preview', choice })
        const answer = await next()
        return answer.kind === 'preview' && number === newest ? answer.preview : null
      })
    },
    async *parts(options) {
      await before
      ask({ kind: 'make', options })
      for (let answer = await next(); answer.kind !== 'made'; answer = await next()) {
        if (answer.kind !== 'part') continue
        yield answer
        ask({ kind: 'taken' })
      }
    },
    close: () => worker.terminate(),
  }
}
