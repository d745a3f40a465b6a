import { useState } from 'react'
import type { ActResult, ActWorld } from '#renderer/commands/acts/refusal.ts'
import { act } from '#renderer/commands/desk.ts'
import type { Outcome } from '#renderer/commands/project-session.ts'
import { useShell } from '#renderer/features/shell.ts'
import type { ProjectState } from '#shared/journal/state.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import { added, type Column, columnsWith, removed, renamed } from '#shared/sources/table-columns.ts'
import { sameNamed } from '#shared/sources/variable-names.ts'

type Make = (state: ProjectState, world: ActWorld) => ActResult

/** The columns of a table of variables or attributes, and the acts upon them. */
export interface EditedColumns {
  readonly columns: readonly Column[]
  /** What became of the last act; the window's own status line is behind the dialog, out of reach of a screen reader. */
  readonly said: string
  readonly setSaid: (words: string) => void
  readonly perform: (make: Make) => Promise<Outcome>
  readonly add: (name: string) => boolean
  readonly rename: (column: Pick<Column, 'key' | 'name'>, written: string) => Promise<void>
  readonly remove: (column: Pick<Column, 'key' | 'name'>) => Promise<void>
}

/** Keeps the columns of a table in step with the names in use, and says what becomes of acts. */
export function useColumns(
  used: readonly string[],
  acts: {
    readonly taken: MessageKey
    readonly rename: (from: string, to: string) => Make
    readonly remove: (name: string) => Make
  },
): EditedColumns {
  const { t, desk } = useShell()
  const [kept, setKept] = useState<readonly Column[]>([])
  const [said, setSaid] = useState('')
  const all = columnsWith(kept, used)
  if (all !== kept) setKept(all)
  const columns = all.filter(({ isRemoved }) => !isRemoved)

  const perform = async (make: Make): Promise<Outcome> => {
    const outcome = await act(desk, make)
    if (outcome.kind === 'failed') setSaid(t('notice.notSaved', { detail: outcome.detail }))
    else if (outcome.kind === 'refused' && outcome.refusal.refused !== 'refusal.sameValue') {
      setSaid(t(outcome.refusal.refused, outcome.refusal.values))
    } else setSaid(outcome.kind === 'done' ? t(outcome.entry.name, outcome.entry.values) : '')
    return outcome
  }
  /** Says what is wrong with a name for a column, and whether something is. */
  const isRefused = (name: string, besides: readonly Column[]): boolean => {
    const holder = sameNamed(
      besides.map((column) => column.name),
      name,
    )
    if (name === '') setSaid(t('refusal.nameEmpty'))
    else setSaid(holder === undefined ? '' : t(acts.taken, { name: holder }))
    return name === '' || holder !== undefined
  }
  return {
    columns,
    said,
    setSaid,
    perform,
    add: (name) => {
      if (isRefused(name, columns)) return false
      setKept((now) => added(now, name))
      return true
    },
    rename: async ({ key, name: from }, written) => {
      const to = written.trim()
      const others = columns.filter((column) => column.key !== key)
      if (isRefused(to, others)) return
      const outcome = await perform(acts.rename(from, to))
      // No row has it: only the column changes.
      if (outcome.kind === 'refused' && outcome.refusal.refused === 'refusal.sameValue') {
        setKept((now) => renamed(now, key, to))
      }
    },
    remove: async ({ key, name }) => {
      const { kind } = await perform(acts.remove(name))
      if (kind !== 'failed' && kind !== 'stopped') setKept((now) => removed(now, key))
    },
  }
}
