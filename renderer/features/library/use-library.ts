import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { readSetting, saveSetting } from '#renderer/db/contents.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { isPresent, presentSources } from '#shared/journal/present.ts'
import type { CoderId } from '#shared/model/ids.ts'
import {
  answersTo,
  type LibraryLine,
  type LibraryRow,
  libraryLines,
  libraryRows,
  sortedRows,
} from '#shared/sources/library-rows.ts'
import { variableNames } from '#shared/sources/variable-names.ts'
import { useCounted } from '../use-counted.ts'
import { useSounds } from '../use-sounds.ts'
import { DEFAULT_SETTINGS, isLibrarySettings, type LibrarySettings } from './library-settings.ts'

const KEY = 'library'

/** What the library lists, and how. */
export interface Library {
  readonly settings: LibrarySettings
  readonly change: (some: Partial<LibrarySettings>) => void
  readonly query: string
  readonly search: (query: string) => void
  /** The sources that are listed and answer to the search. */
  readonly rows: readonly LibraryRow[]
  readonly lines: readonly LibraryLine[]
  readonly variables: readonly string[]
  /** Names of all groups. */
  readonly groups: readonly string[]
  /** How many sources lie in the bin. */
  readonly binned: number
  readonly archived: number
  readonly coderName: (id: CoderId) => string
}

const NONE: readonly never[] = []

/** Follows the open project's sources, in the order and with the columns that were last chosen. */
export function useLibrary(): Library {
  const { desk, language } = useShell()
  const state = useProject((session) => session.state)
  const summaries = useWorkbench((workbench) => workbench.summaries)
  const [settings, setSettings] = useState(DEFAULT_SETTINGS)
  const [query, search] = useState('')
  const wanted = useDeferredValue(query)
  const sounds = useSounds()
  useEffect(() => {
    void readSetting(desk.db, KEY, isLibrarySettings).then((known) => known !== null && setSettings(known))
  }, [desk])
  const change = useCallback(
    (some: Partial<LibrarySettings>) => {
      const next = { ...settings, ...some }
      setSettings(next)
      void saveSetting(desk.db, KEY, next)
    },
    [desk, settings],
  )
  const sources = state?.sources
  const all = useMemo(() => [...(sources?.values() ?? [])], [sources])
  const present = state === null ? NONE : presentSources(state)
  const { list, order, folded } = settings
  const listed = useMemo(() => {
    if (list === 'bin') return all.filter((source) => !isPresent(source))
    return list === 'all' ? present : present.filter(({ archivedAt }) => archivedAt === undefined)
  }, [all, present, list])
  const coders = state?.coders
  const coderName = useCallback((id: CoderId) => coders?.get(id)?.name ?? '', [coders])
  const counted = useCounted(state, listed, summaries)
  const known = useMemo(
    () => (state === null ? NONE : libraryRows(state, listed, summaries, counted)),
    [state, listed, summaries, counted],
  )
  const rows = useMemo(() => {
    const found = known.filter(({ source }) => answersTo(source, wanted, sounds))
    return sortedRows(found, order, { language, coderName })
  }, [known, wanted, sounds, order, language, coderName])
  const lines = useMemo(() => libraryLines(rows, new Set(folded), language), [rows, folded, language])
  return {
    settings,
    change,
    query,
    search,
    rows,
    lines,
    variables: useMemo(() => variableNames(present), [present]),
    groups: useMemo(
      () => [...new Set(present.flatMap(({ group }) => group ?? []))].sort(new Intl.Collator(language).compare),
      [present, language],
    ),
    binned: all.length - present.length,
    archived: useMemo(() => present.filter(({ archivedAt }) => archivedAt !== undefined).length, [present]),
    coderName,
  }
}
