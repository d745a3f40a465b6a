import type { SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { NO_STRUCTURE, type SourceStructure } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import type { TurnRole } from '#shared/model/turn-role.ts'
import { labelBlock, paragraphBlock } from './block-builder.ts'
import { chooseLabels, type Label } from './conventions.ts'
import { groupExchanges } from './exchanges.ts'
import { endOfSpeech, findFurniture, nameSurroundings } from './furniture.ts'
import { findCandidates } from './label-candidates.ts'
import { learnLayout } from './layout.ts'
import type { LineStretch } from './letter-spacing.ts'
import { splitLines } from './lines.ts'
import { type Page, paragraphsOf, surroundingParagraphsOf } from './paragraphs.ts'
import type { Block, Reading, ReadingWarning, Turn } from './reading.ts'
import { assignRoles } from './roles.ts'

/**
 * Reads a source text as a transcript: joins hard-wrapped lines, closes up letter-spacing, finds
 * turns by the conventions that this text itself keeps, and sets aside what is no speech. Pure,
 * deterministic and linear in the text's length. Text without speakers stays paragraphs.
 */
export function readTranscript(sourceText: string, structure: SourceStructure = NO_STRUCTURE): Reading {
  const lines = splitLines(sourceText)
  const layout = learnLayout(lines)
  const page: Page = { text: sourceText, lines, layout, furniture: findFurniture(sourceText, lines) }
  const candidates = findCandidates(sourceText, lines, layout, page.furniture)
  const labels = chooseLabels(sourceText, lines, candidates, layout)
  if (labels.length === 0) return proseOf(page)

  const blocks: Block[] = []
  addSurroundings(blocks, page, 0, labels[0]?.line ?? 0, true)
  const drafts = labels.map((label, index) => {
    return addTurn(blocks, page, label, index, labels[index + 1]?.line ?? lines.length, labels)
  })

  const roles = assignRoles(drafts)
  const turns = drafts.map(({ turn }, index) => turnOf(turn, roles[index] ?? 'other'))
  const exchanges = groupExchanges(turns)
  const speakers = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))]
  const warnings = [
    ...labels.flatMap((label, index) => warningsOfLabel(label, turns[index])),
    ...exchanges.flatMap(({ questions, answers }) => (answers.length > 0 ? [] : unanswered(turns[questions[0] ?? 0]))),
  ].sort((a, b) => a.span.start - b.span.start)
  return { blocks, turns, exchanges, speakers, warnings }
}

function turnOf(draft: Omit<Turn, 'role'>, role: TurnRole): Turn {
  const { index, speaker, label, affiliation, span, line, time, firstBlock, endBlock } = draft
  return { index, speaker, label, affiliation, role, span, line, time, firstBlock, endBlock }
}

function proseOf(page: Page): Reading {
  const { text, lines, furniture } = page
  const blocks: Block[] = []
  let headlines = 0
  for (const [first, end] of paragraphsOf(page, 0, lines.length)) {
    const isHeading =
      end === first + 1 && /^#{1,6}\s+\S/u.test(text.slice(lines[first]?.start, lines[first]?.end).slice(0, 10))
    const kind = furniture.get(first) ?? (isHeading ? (headlines++ === 0 ? 'headline' : 'subheading') : null)
    blocks.push(paragraphBlock(text, stretchesOf(page, first, end), lines[first]?.number ?? 1, null, kind))
  }
  const warnings: ReadingWarning[] =
    lines.length === 0 ? [] : [{ code: 'no-turns', values: {}, span: spanOf(0, text.length) }]
  return { blocks, turns: [], exchanges: [], speakers: [], warnings }
}

interface TurnDraft {
  readonly turn: Omit<Turn, 'role'>
  readonly speaker: string
  readonly affiliation: string
  readonly length: number
  readonly asks: boolean
}

/** Adds the blocks of one turn, whose lines end before `nextLine`, and of what is set aside behind its speech. */
function addTurn(
  blocks: Block[],
  page: Page,
  label: Label,
  index: number,
  nextLine: number,
  labels: readonly Label[],
): TurnDraft {
  const { text, lines, layout, furniture } = page
  const firstBlock = blocks.length
  const printed = labelBlock(text, lines.slice(label.line, label.lastLine + 1), label.start, label.end, index)
  blocks.push(printed)

  const afterLabel = label.lastLine + 1
  let over = endOfSpeech(text, lines, furniture, afterLabel, nextLine, layout)
  over = withoutCaption(page, afterLabel, over)
  const spoken = withoutQuotes(page, afterLabel, over, labels[0])
  const restOfLine = label.speech < (lines[label.lastLine]?.end ?? 0)
  let length = 0
  let asks = false
  let end = label.end
  for (const [first, stop] of paragraphsOf(page, restOfLine ? label.lastLine : afterLabel, spoken)) {
    const stretches = stretchesOf(page, first, stop, first === label.lastLine ? label.speech : undefined)
    const kind = first === label.lastLine ? null : speechKind(page, first)
    const block = paragraphBlock(text, stretches, lines[first]?.number ?? 1, index, kind)
    blocks.push(block)
    if (kind !== null) continue
    length += block.text.length
    asks ||= block.text.includes('?') || block.text.includes('？') || block.text.includes('؟')
    end = block.span.end
  }
  const endBlock = lastOwnBlock(blocks, firstBlock) + 1
  for (let k = endBlock; k < blocks.length; k++) {
    const block = blocks[k]
    if (block !== undefined) blocks[k] = { ...block, turn: null }
  }
  for (const [first, stop] of paragraphsOf(page, spoken, over)) {
    blocks.push(paragraphBlock(text, stretchesOf(page, first, stop), lines[first]?.number ?? 1, null, null))
  }
  addSurroundings(blocks, page, over, nextLine, false)

  const { speaker, affiliation, time } = label
  const span = spanOf(label.start, end)
  const turn = {
    index,
    speaker,
    label: printed.text,
    affiliation,
    span,
    line: printed.line,
    time,
    firstBlock,
    endBlock,
  }
  return { turn, speaker, affiliation, length, asks }
}

function lastOwnBlock(blocks: readonly Block[], firstBlock: number): number {
  let last = blocks.length - 1
  while (last > firstBlock && blocks[last]?.kind === 'set-aside') last--
  return last
}

function speechKind(page: Page, line: number): SetAsideKind | null {
  const { start, end } = page.lines[line] ?? { start: 0, end: 0 }
  const isHeading =
    page.text.charCodeAt(start) === 0x23 && /^#{1,6}\s+\S/u.test(page.text.slice(start, Math.min(end, start + 10)))
  return page.furniture.get(line) ?? (isHeading ? 'subheading' : null)
}

/** Adds what stands before the first label or behind a turn's speech, paragraph by paragraph. */
function addSurroundings(blocks: Block[], page: Page, first: number, end: number, isHead: boolean): void {
  const paragraphs = surroundingParagraphsOf(page, first, end, isHead)
  const kinds = nameSurroundings(page.text, page.lines, page.furniture, paragraphs, isHead)
  paragraphs.forEach(([from, to], k) => {
    const line = page.lines[from]?.number ?? 1
    blocks.push(paragraphBlock(page.text, stretchesOf(page, from, to), line, null, kinds[k] ?? 'preamble'))
  })
}

function stretchesOf(page: Page, first: number, end: number, start?: number): readonly LineStretch[] {
  const stretches: LineStretch[] = []
  for (let index = first; index < end; index++) {
    const line = page.lines[index]
    if (line !== undefined)
      stretches.push([index === first ? (start ?? line.start) : line.start, line.end, line.isLetterSpaced])
  }
  return stretches
}

/** Takes a caption that stands right before a credit, behind the last speech, out of the speech. */
function withoutCaption(page: Page, first: number, end: number): number {
  if (page.furniture.get(end - 1) !== 'credit') return end
  const paragraphs = paragraphsOf(page, first, end - 1)
  const caption = paragraphs.at(-1)
  return caption === undefined || paragraphs.length < 2 ? end - 1 : caption[0]
}

/** In Markdown whose labels are headings or bold, block quotes behind a turn's speech are notes. */
function withoutQuotes(page: Page, first: number, end: number, label: Label | undefined): number {
  if (label?.form !== 'heading' && label?.form !== 'bold') return end
  let last = end
  while (last > first && page.text.charAt(page.lines[last - 1]?.start ?? 0) === '>') last--
  return last
}

function warningsOfLabel(label: Label, turn: Turn | undefined): readonly ReadingWarning[] {
  const warning = { values: { label: turn?.label ?? '' }, span: spanOf(label.start, label.end) }
  return [
    ...(label.line === label.lastLine ? [] : [{ ...warning, code: 'label-split-over-lines' as const }]),
    ...(label.isRare ? [{ ...warning, code: 'rare-label' as const }] : []),
  ]
}

function unanswered(turn: Turn | undefined): readonly ReadingWarning[] {
  if (turn === undefined) return []
  return [{ code: 'unanswered-question', values: { speaker: turn.speaker ?? '' }, span: turn.span }]
}
