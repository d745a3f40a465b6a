import { type KeyboardEvent, useRef } from 'react'
import { moveCodeIn, moveCodeOut, shiftCode } from '#renderer/commands/acts/move-code.ts'
import { act } from '#renderer/commands/desk.ts'
import { pinByKey } from '#renderer/commands/quick-coding.ts'
import { useShell } from '#renderer/features/shell.ts'
import { hasSounds, matchesQuery } from '#shared/codebook/find-code.ts'
import type { Sounds } from '#shared/codebook/sounds.ts'
import { useSounds } from '../use-sounds.ts'
import { isControl } from './is-control.ts'
import type { ShownRow } from './rows-shown.ts'

/** What is typed within so many milliseconds is one beginning of a name. */
const TYPED_TOGETHER = 800

/** What the tree does at the asking of keys. */
export interface TreeActs {
  readonly focusRow: (index: number) => void
  readonly fold: (row: ShownRow) => void
  readonly use: (row: ShownRow) => void
  readonly edit: (row: ShownRow) => void
  readonly addBelow: (row: ShownRow) => void
}

/** The keys of the tree: those of every tree, and those that rework the codebook. */
export function useTreeKeys(
  rows: readonly ShownRow[],
  activeIndex: number,
  isOwnOrder: boolean,
  acts: TreeActs,
): (event: KeyboardEvent) => void {
  const { desk } = useShell()
  const sounds = useSounds()
  const typed = useRef({ text: '', at: 0 })

  const typeAhead = (character: string, now: number): void => {
    const { text, at } = typed.current
    const isMore = now - at < TYPED_TOGETHER && text !== ''
    const wanted = isMore ? text + character : character
    typed.current = { text: wanted, at: now }
    // More of a name may still be that of the same row; a new name is looked for behind it.
    const from = isMore ? activeIndex : activeIndex + 1
    const inOrder = [...rows.slice(from), ...rows.slice(0, from)]
    const hit = inOrder.find(({ code }) => matchesBeginning(code.name, wanted, sounds))
    if (hit !== undefined) acts.focusRow(rows.indexOf(hit))
  }

  return (event) => {
    const row = rows[activeIndex]
    if (row === undefined || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    if (isControl(event.target)) return
    const codeId = row.code.id
    const moving =
      (make: Parameters<typeof act>[1]): (() => void) =>
      () => {
        // Where another order is shown, up and down would not be what one sees.
        if (isOwnOrder) void act(desk, make)
      }
    const actions: Record<string, () => void> = {
      ArrowDown: () => acts.focusRow(activeIndex + 1),
      ArrowUp: () => acts.focusRow(activeIndex - 1),
      Home: () => acts.focusRow(0),
      End: () => acts.focusRow(rows.length - 1),
      ArrowRight: () => {
        if (row.isParent && !row.isOpen) acts.fold(row)
        else if (row.isParent) acts.focusRow(activeIndex + 1)
      },
      ArrowLeft: () => {
        if (row.isOpen) acts.fold(row)
        else acts.focusRow(rows.findIndex((other) => other.code.id === row.code.parentId))
      },
      Enter: () => acts.use(row),
      ' ': () => acts.use(row),
      F2: () => acts.edit(row),
      '+': () => acts.addBelow(row),
      'Alt+ArrowUp': moving((state) => shiftCode(state, { codeId, by: -1 })),
      'Alt+ArrowDown': moving((state) => shiftCode(state, { codeId, by: 1 })),
      'Alt+ArrowLeft': moving((state) => moveCodeOut(state, { codeId })),
      'Alt+ArrowRight': moving((state) => moveCodeIn(state, { codeId })),
    }
    const action = actions[event.altKey ? `Alt+${event.key}` : event.key]
    if (action !== undefined) {
      event.preventDefault()
      action()
    } else if (!event.altKey && [...event.key].length === 1) {
      event.preventDefault()
      // A digit in the midst of a name is part of it.
      const isNew = event.timeStamp - typed.current.at >= TYPED_TOGETHER || typed.current.text === ''
      if (!isNew || !pinByKey(desk, codeId, event.key)) typeAhead(event.key, event.timeStamp)
    }
  }
}

/** By its first letters, or by the pinyin of its first characters. */
function matchesBeginning(name: string, typed: string, sounds: Sounds | null): boolean {
  if (name.toLowerCase().startsWith(typed.toLowerCase())) return true
  const [first = ''] = name
  return hasSounds(first) && matchesQuery(first, typed.charAt(0), sounds) && matchesQuery(name, typed, sounds)
}
