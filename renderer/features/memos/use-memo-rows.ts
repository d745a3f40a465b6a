import { useEffect, useMemo, useState } from 'react'
import { type MemoRow, memoRows } from '#renderer/commands/memo-list.ts'
import { readText } from '#renderer/db/contents.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import type { SourceId } from '#shared/model/ids.ts'

const NONE: readonly MemoRow[] = []

/** All memos as the list shows them. The words of turns in sources that are not open are read once, and come a moment later. */
export function useMemoRows(): readonly MemoRow[] {
  const { desk } = useShell()
  const project = useProject(({ state }) => state)
  const open = useWorkbench((state) => state.open)
  const [texts, setTexts] = useState<ReadonlyMap<SourceId, string>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else comes to be while the list is open is in the open source
  useEffect(() => {
    const wanted = new Set<SourceId>()
    for (const { target } of project?.memos.values() ?? []) {
      if (target.kind === 'turn' && target.sourceId !== open?.sourceId && project?.sources.has(target.sourceId)) {
        wanted.add(target.sourceId)
      }
    }
    if (wanted.size === 0) return
    void Promise.all([...wanted].map(async (id) => [id, (await readText(desk.db, id)).text] as const)).then((read) =>
      setTexts(new Map(read)),
    )
  }, [])
  return useMemo(() => (project === null ? NONE : memoRows(project, open, texts)), [project, open, texts])
}
