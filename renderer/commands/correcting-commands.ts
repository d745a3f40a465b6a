import { type Desk, say } from './desk.ts'
import {
  bringBack,
  joinParagraph,
  markLabel,
  moveExchange,
  setAside,
  splitParagraph,
  takeCorrectionsAway,
  turnAtCursor,
  unmarkLabel,
} from './reading-commands.ts'
import type { Command } from './registry.ts'
import type { WorkbenchState } from './workbench.ts'

const withSource = ({ open }: WorkbenchState): boolean => open !== null

/** The commands that put right what the recogniser made of the open source. */
export const correctingCommands = {
  'review-reading': { isEnabled: withSource, run: reviewReading },
  'edit-turn': {
    isEnabled: withSource,
    run: (desk) => {
      const turn = turnAtCursor(desk)
      if (turn !== null) desk.workbench.setState({ dialog: { kind: 'turn', at: turn.span.start } })
    },
  },
  'mark-label': { isEnabled: withSource, run: markLabel },
  'unmark-label': { isEnabled: withSource, run: unmarkLabel },
  'split-paragraph': { isEnabled: withSource, run: splitParagraph },
  'join-paragraph': { isEnabled: withSource, run: joinParagraph },
  // Which kind it is nobody needs to say: what matters is that it is no speech.
  'set-aside': { isEnabled: withSource, run: (desk) => setAside(desk, 'preamble') },
  'bring-back': { isEnabled: withSource, run: bringBack },
  'exchange-begins': { isEnabled: withSource, run: (desk) => moveExchange(desk, 'begins') },
  'exchange-continues': { isEnabled: withSource, run: (desk) => moveExchange(desk, 'continues') },
  'reset-reading': { isEnabled: withSource, run: takeCorrectionsAway },
} as const satisfies Record<string, Command>

function reviewReading(desk: Desk): void {
  const { open, reviewOpen, readingOn } = desk.workbench.getState()
  if (open === null) return
  if (!readingOn) say(desk, 'refused', 'notice.readingOff')
  else if (!reviewOpen && open.reading.warnings.length === 0) say(desk, 'refused', 'notice.noDoubts')
  else if (!reviewOpen) desk.workbench.setState({ reviewOpen: true, findOpen: false, alike: null })
  else {
    desk.workbench.setState({ reviewOpen: false })
    desk.transcript.current?.focus()
  }
}
