import { useEffect, useRef, useState } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import type { CsvChoice } from '#shared/formats/export-request.ts'
import type { ExportPreview } from './export-messages.ts'
import { type ExportThread, startExportThread } from './export-thread.ts'

/** A thread for the open project for as long as the dialog is there, with the preview of what is chosen. */
export function useExportThread({ codeIds, sourceIds }: CsvChoice): {
  /** `null` until everything that was asked for before is saved. */
  readonly thread: ExportThread | null
  /** It goes on without the dialog: whoever uses it now closes it. */
  readonly letGo: () => void
  readonly preview: ExportPreview | null
} {
  const { desk } = useShell()
  const [thread, setThread] = useState<ExportThread | null>(null)
  const [preview, setPreview] = useState<ExportPreview | null>(null)
  const isLetGo = useRef(false)
  useEffect(() => {
    const { session } = desk.workbench.getState()
    let started: ExportThread | null = null
    let isOver = false
    void session?.settled().then(() => {
      if (isOver) return
      started = startExportThread(session.id, desk.reader.recogniser)
      setThread(started)
    })
    return () => {
      isOver = true
      if (!isLetGo.current) started?.close()
    }
  }, [desk])
  useEffect(() => {
    let isStale = false
    void thread?.preview({ codeIds, sourceIds }).then((made) => {
      if (!isStale && made !== null) setPreview(made)
    })
    return () => {
      isStale = true
    }
  }, [thread, codeIds, sourceIds])
  return {
    thread,
    letGo: () => {
      isLetGo.current = true
    },
    preview,
  }
}
