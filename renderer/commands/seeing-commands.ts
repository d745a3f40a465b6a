import type { CommandId } from '#shared/commands.ts'
import { NO_FILTER } from '#shared/query/coding-filter.ts'
import { say } from './desk.ts'
import type { Command } from './registry.ts'
import { codingsAt, isFiltering } from './shown-codings.ts'

/** Seeing what is coded: choosing among codings that meet, and leaving some out of sight. */
export const seeingCommands = {
  'choose-coding': {
    isEnabled: ({ open }) => open !== null,
    run(desk) {
      const { selection, cursor } = desk.workbench.getState()
      const ids = codingsAt(desk, selection?.start ?? cursor)
      const beside = desk.transcript.current?.cursorRect() ?? null
      if (ids.length === 0 || beside === null) say(desk, 'refused', 'notice.noCodingHere')
      else if (ids.length === 1) desk.workbench.setState({ codingId: ids[0] ?? null })
      else desk.workbench.setState({ choice: { ids, beside } })
    },
  },
  'filter-codings': {
    isEnabled: ({ open }) => open !== null,
    isChecked: isFiltering,
    run(desk) {
      desk.workbench.setState({ filterOpen: true })
      desk.focusPane('filter')
    },
  },
  'clear-filter': {
    isEnabled: isFiltering,
    run(desk) {
      desk.workbench.setState({ filter: NO_FILTER, filterOpen: false })
      say(desk, 'done', 'notice.filterCleared')
    },
  },
} satisfies Partial<Record<CommandId, Command>>
