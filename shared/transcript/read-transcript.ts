import { NO_STRUCTURE, type SourceStructure } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import { chooseLabels } from './conventions.ts'
import { groupExchanges } from './exchanges.ts'
import { findFurniture } from './furniture.ts'
import { findCandidates } from './label-candidates.ts'
import { learnLayout } from './layout.ts'
import { splitLines } from './lines.ts'
import { blocksOf, proseBlocks } from './page-blocks.ts'
import type { Page } from './paragraphs.ts'
import type { Reading, Turn } from './reading.ts'
import { doubtsOf } from './reading-doubts.ts'
import { assignRoles } from './roles.ts'
import { nameSpeakers } from './same-speaker.ts'
import { asidesByLine, cutsOf, emphasisOf, timesOf } from './source-index.ts'
import { spokenLabels } from './spoken-labels.ts'
import { unnamedLabels } from './unnamed-labels.ts'

/**
 * Reads a source text as a transcript: joins hard-wrapped lines, closes up letter-spacing, finds
 * turns by the conventions that this text itself keeps and by what its file says of it, and sets
 * aside what is no speech. Pure, deterministic and linear in the text's length. Text without
 * speakers stays paragraphs.
 */
export function readTranscript(sourceText: string, structure: SourceStructure = NO_STRUCTURE): Reading {
  const lines = splitLines(sourceText, cutsOf(structure))
  const layout = learnLayout(lines, structure.lines)
  const furniture = findFurniture(sourceText, lines, asidesByLine(lines, structure))
  const page: Page = { text: sourceText, lines, layout, furniture }
  const spoken = spokenLabels(page, structure)
  const emphasis = emphasisOf(sourceText, lines, structure)
  const candidates = findCandidates({ ...page, emphasis, spoken: spoken.covered })
  const printed = chooseLabels(sourceText, lines, candidates, layout, structure.times.length > 0)
  const named = [...spoken.labels, ...printed].sort((a, b) => a.start - b.start)
  const found = [...named, ...unnamedLabels(page, named)].sort((a, b) => a.start - b.start)
  if (found.length === 0) return proseOf(page, structure)

  const { labels, alike } = nameSpeakers(found)
  const { blocks, drafts } = blocksOf(page, labels)
  const roles = assignRoles(drafts)
  const timeAt = timesOf(structure)
  const turns = drafts.map((draft, index): Turn => {
    const label = labels[index]
    const time = label?.time ?? timeAt(label?.end ?? 0)
    return turnOf(draft.turn, roles[index] ?? 'other', time)
  })
  const exchanges = groupExchanges(
    turns,
    drafts.map(({ asks }) => asks),
  )
  const speakers = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))]
  const warnings = doubtsOf({ page, labels, candidates, turns, exchanges, drafts, alike })
  return { blocks, turns, exchanges, speakers, warnings }
}

function turnOf(draft: Omit<Turn, 'role' | 'time'>, role: TurnRole, time: string | null): Turn {
  const { index, speaker, label, affiliation, span, line, firstBlock, endBlock } = draft
  return { index, speaker, label, affiliation, role, span, line, time, firstBlock, endBlock }
}

function proseOf(page: Page, structure: SourceStructure): Reading {
  const blocks = proseBlocks(page)
  // Captions without names are no transcript that went wrong.
  const doubt = structure.times.length > 0 ? 0.2 : 0.4
  const warnings =
    blocks.length === 0 ? [] : [{ code: 'no-turns' as const, values: {}, span: spanOf(0, page.text.length), doubt }]
  return { blocks, turns: [], exchanges: [], speakers: [], warnings }
}
