import type { SourceStructure } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import { chooseLabels } from './conventions.ts'
import { groupExchanges } from './exchanges.ts'
import { findFurniture } from './furniture.ts'
import { withInsets } from './insets.ts'
import { findCandidates } from './label-candidates.ts'
import { learnLayout } from './layout.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import { blocksOf, proseBlocks, type TurnDraft } from './page-blocks.ts'
import type { Page } from './paragraphs.ts'
import type { Reading, Turn } from './reading.ts'
import { doubtsOf } from './reading-doubts.ts'
import { assignRoles } from './roles.ts'
import { nameSpeakers } from './same-speaker.ts'
import { asidesByLine, cutsOf, emphasisOf, timesOf } from './source-index.ts'
import { splitLines } from './split-lines.ts'
import { spokenLabels } from './spoken-labels.ts'
import { unnamedLabels } from './unnamed-labels.ts'

/** A reading whose blocks are made one by one, when they are asked for: all that is needed to go through a long source once. */
export interface LazyReading extends Omit<Reading, 'blocks'> {
  readonly blocks: LazyBlocks
}

/** As `readTranscript`, without making any text yet. */
export function readLazily(sourceText: string, known: SourceStructure): LazyReading {
  const structure = withInsets(sourceText, known)
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
    const time = draft.label.time ?? timeAt(draft.label.end)
    return turnOf(index, draft, blocks.line(draft.firstBlock), roles[index] ?? 'other', time)
  })
  const exchanges = groupExchanges(
    turns,
    drafts.map(({ asks }) => asks),
  )
  const speakers = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))]
  const warnings = doubtsOf({ page, labels, candidates, turns, exchanges, drafts, alike })
  return { blocks, turns, exchanges, speakers, warnings }
}

function turnOf(index: number, draft: TurnDraft, line: number, role: TurnRole, time: string | null): Turn {
  const { label, printed, firstBlock, endBlock } = draft
  const { speaker, affiliation } = label
  const span = spanOf(label.start, draft.end)
  return { index, speaker, label: printed, affiliation, role, span, line, time, firstBlock, endBlock }
}

function proseOf(page: Page, structure: SourceStructure): LazyReading {
  const blocks = proseBlocks(page)
  // Captions without names are no transcript that went wrong.
  const doubt = structure.times.length > 0 ? 0.2 : 0.4
  const warnings =
    blocks.length === 0 ? [] : [{ code: 'no-turns' as const, values: {}, span: spanOf(0, page.text.length), doubt }]
  return { blocks, turns: [], exchanges: [], speakers: [], warnings }
}
