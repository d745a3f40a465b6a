import { useEffect, useState } from 'react'
import { type HistoryStep, readSteps } from '#renderer/commands/history-commands.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'

/** The steps of the history that were read so far, the newest first, and how to read further back. */
export interface Steps {
  readonly steps: readonly HistoryStep[]
  readonly hasMore: boolean
  readonly readMore: () => void
}

/** Follows the open project's history: new steps come on top, older ones when they are asked for. */
export function useSteps(): Steps {
  const { desk } = useShell()
  const seq = useProject(({ head }) => head.seq) ?? 0
  const [steps, setSteps] = useState<readonly HistoryStep[]>([])
  const newest = steps[0]?.seq ?? 0
  const oldest = steps.at(-1)?.seq ?? seq + 1
  useEffect(() => {
    if (newest >= seq) return undefined
    let isStale = false
    void readSteps(desk, seq + 1).then((read) => {
      if (isStale) return
      // What was read before stays only where it follows on without a gap.
      setSteps((before) => {
        const older = before.filter((step) => step.seq < (read.at(-1)?.seq ?? 0))
        const follows = older[0] === undefined || older[0].seq === (read.at(-1)?.seq ?? 0) - 1
        return follows ? [...read, ...older] : read
      })
    })
    return () => {
      isStale = true
    }
  }, [desk, seq, newest])
  const [isReading, setReading] = useState(false)
  const hasMore = steps.length > 0 && oldest > 1
  return {
    steps,
    hasMore,
    readMore: () => {
      if (!hasMore || isReading) return
      setReading(true)
      void readSteps(desk, oldest).then((read) => {
        setSteps((before) => (before.at(-1)?.seq === oldest ? [...before, ...read] : before))
        setReading(false)
      })
    },
  }
}
