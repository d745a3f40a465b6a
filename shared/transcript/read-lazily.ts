import type { SourceStructure } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { chooseLabels, type Label } from './conventions.ts'
import { declaredRoles } from './declared-roles.ts'
import { eventLines } from './events.ts'
import { examinersOf, withExaminers } from './examiners.ts'
import { groupExchanges } from './exchanges.ts'
import { findFurniture } from './furniture.ts'
import { withInsets } from './insets.ts'
import { findCandidates } from './label-candidates.ts'
import { learnLayout } from './layout.ts'
import type { LazyBlocks } from './lazy-blocks.ts'
import { LazyTurns } from './lazy-turns.ts'
import type { Lines } from './lines.ts'
import { numberedHeadings } from './numbered-headings.ts'
import { blocksOf, proseBlocks } from './page-blocks.ts'
import { pairsOnALine } from './pairs-on-a-line.ts'
import type { Page } from './paragraphs.ts'
import { questionsWithoutNames } from './questions-without-names.ts'
import type { Reading } from './reading.ts'
import { doubtsOf } from './reading-doubts.ts'
import { assignRoles, withVerbs } from './roles.ts'
import { nameSpeakers } from './same-speaker.ts'
import { withFullNames } from './short-names.ts'
import { asidesByLine, cutsOf, emphasisOf, timesOf } from './source-index.ts'
import { splitLines } from './split-lines.ts'
import { spokenLabels } from './spoken-labels.ts'
import { TurnTable } from './turn-table.ts'
import { unnamedLabels } from './unnamed-labels.ts'
import { FOLLOW_UP } from './vocabulary.ts'

/** A reading whose blocks and turns are made one by one, when they are asked for: all that is needed to go through a long source once. */
export interface LazyReading extends Omit<Reading, 'blocks' | 'turns'> {
  readonly blocks: LazyBlocks
  readonly turns: LazyTurns
}

/** As `readTranscript`, without making any text yet. */
export function readLazily(sourceText: string, known: SourceStructure): LazyReading {
  const structure = withInsets(sourceText, known)
  const lines = linesOf(sourceText, cutsOf(structure))
  const layout = learnLayout(lines, structure.lines)
  const furniture = findFurniture(sourceText, lines, asidesByLine(lines, structure))
  const examiners = examinersOf(sourceText, lines, furniture)
  for (const { line } of examiners) furniture.set(line, 'note')
  const page: Page = { text: sourceText, lines, layout, furniture }
  const spoken = spokenLabels(page, structure)
  const emphasis = emphasisOf(sourceText, lines, structure)
  const candidates = findCandidates({ ...page, emphasis, spoken: spoken.covered })
  const chosen = chooseLabels(sourceText, lines, candidates, layout, furniture, structure.times.length > 0)
  const printed = withExaminers(chosen, examiners)
  const named = inOrder(spoken.labels, printed)
  const unnamed = inOrder(named, unnamedLabels(page, named))
  const found = unnamed.length > 0 ? unnamed : questionsWithoutNames(page, candidates, emphasis)
  if (found.length === 0) return proseOf(page, structure)

  const { labels, alike } = nameSpeakers(withFullNames(found))
  for (const line of numberedHeadings(sourceText, lines, labels, furniture)) furniture.set(line, 'subheading')
  for (const line of eventLines(sourceText, lines, labels, furniture)) furniture.set(line, 'event')
  const { blocks, turns: table } = blocksOf(page, labels)
  const roles = withVerbs(assignRoles(table, declaredRoles(headOf(page, labels), peopleOf(labels))), labels)
  const turns = new LazyTurns(blocks, table, roles, timesOfLabels(labels, structure))
  const exchanges = groupExchanges(
    roles,
    (turn) => turns.speaker(turn),
    (turn) => FOLLOW_UP.test(labels[turn]?.verb ?? ''),
    (turn) => table.asks(turn),
  )
  const speakers = new Set<string>()
  for (let turn = 0; turn < turns.length; turn++) {
    const speaker = turns.speaker(turn)
    if (speaker !== null) speakers.add(speaker)
  }
  const warnings = doubtsOf({ page, labels, candidates, turns, exchanges, alike })
  return { blocks, turns, exchanges, speakers: [...speakers], warnings }
}

/** Cut also where a line holds a question and its answer. */
function linesOf(text: string, cuts: readonly number[]): Lines {
  const lines = splitLines(text, cuts)
  const pairs = pairsOnALine(text, lines)
  return pairs.length === 0
    ? lines
    : splitLines(
        text,
        [...new Set([...cuts, ...pairs])].sort((a, b) => a - b),
      )
}

/** What stands above the first label, line by line. */
function* headOf({ text, lines }: Page, labels: readonly Label[]): Generator<string> {
  for (let index = 0; index < (labels[0]?.line ?? 0); index++) yield text.slice(lines.start(index), lines.end(index))
}

function* peopleOf(labels: readonly Label[]): Generator<string> {
  for (const { person } of labels) yield person
}

/** Two lists of labels, each in source order, as one. */
function inOrder(some: readonly Label[], others: readonly Label[]): readonly Label[] {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some
  return [...some, ...others].sort((a, b) => a.start - b.start)
}

/** The time at which each turn begins, as far as the file knows of times. */
function timesOfLabels(labels: readonly Label[], structure: SourceStructure): readonly (string | null)[] {
  if (structure.times.length === 0) return []
  const timeAt = timesOf(structure)
  return labels.map(({ time, end }) => time ?? timeAt(end))
}

function proseOf(page: Page, structure: SourceStructure): LazyReading {
  const blocks = proseBlocks(page)
  // Captions without names are no transcript that went wrong.
  const doubt = structure.times.length > 0 ? 0.2 : 0.4
  const warnings =
    blocks.length === 0 ? [] : [{ code: 'no-turns' as const, values: {}, span: spanOf(0, page.text.length), doubt }]
  return { blocks, turns: new LazyTurns(blocks, new TurnTable([]), [], []), exchanges: [], speakers: [], warnings }
}
