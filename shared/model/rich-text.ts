import { isCount, isFlag, isText, listOf, oneOf } from './guard.ts'
import { type CodeId, type CodingId, isId, type SegmentId, type SourceId } from './ids.ts'

/** What words in a text can lead to. */
export type TextLink =
  | { readonly kind: 'segment'; readonly id: SegmentId }
  | { readonly kind: 'coding'; readonly id: CodingId }
  | { readonly kind: 'code'; readonly id: CodeId }
  | { readonly kind: 'source'; readonly id: SourceId }

/** A stretch of text of one look. LF is a line break within its block. */
export interface Run {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly link?: TextLink
}

export const BLOCK_KINDS = ['paragraph', 'heading', 'quote', 'bullet', 'numbered'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** One block of a text, from margin to margin. */
export interface RichBlock {
  readonly kind: BlockKind
  /** How deep a list item stands, from 0; 0 for whatever is no list item. */
  readonly level: number
  readonly runs: readonly Run[]
}

/** Text with a few looks and with links, in no editor's format. */
export type RichText = readonly RichBlock[]

const LINK_KINDS = ['segment', 'coding', 'code', 'source'] as const

function isTextLink(value: unknown): value is TextLink {
  const { kind, id } = (value ?? {}) as { kind?: unknown; id?: unknown }
  return oneOf(...LINK_KINDS)(kind) && isId(id)
}

function isRun(value: unknown): value is Run {
  if (typeof value !== 'object' || value === null) return false
  const { text, bold, italic, link } = value as Record<keyof Run, unknown>
  const isLook = (look: unknown): boolean => look === undefined || (isFlag(look) && look)
  return isText(text) && isLook(bold) && isLook(italic) && (link === undefined || isTextLink(link))
}

function isRichBlock(value: unknown): value is RichBlock {
  if (typeof value !== 'object' || value === null) return false
  const { kind, level, runs } = value as Record<keyof RichBlock, unknown>
  return oneOf(...BLOCK_KINDS)(kind) && isCount(level) && listOf(isRun)(runs)
}

/** Guards a text that comes from outside. */
export function isRichText(value: unknown): value is RichText {
  return listOf(isRichBlock)(value)
}

/** A plain text as blocks: every line a paragraph. */
export function richTextOf(text: string): RichText {
  return text.split('\n').map((line) => ({ kind: 'paragraph', level: 0, runs: line === '' ? [] : [{ text: line }] }))
}

/**
 * The words of a text, for search, lists and CSV: each block a line, list items with their dash or
 * number. Of plain text it is that text again.
 */
export function plainTextOf(blocks: RichText): string {
  const numbers: number[] = []
  return blocks
    .map(({ kind, level, runs }, index) => {
      const words = runs.map((run) => run.text).join('')
      if (kind !== 'bullet' && kind !== 'numbered') return words
      // A number goes on where its list does: over deeper items, not over anything else.
      const before = blocks[index - 1]
      if (before === undefined || !isListItem(before)) numbers.length = 0
      numbers.length = Math.min(numbers.length, level + 1)
      const number = kind === 'numbered' ? (numbers[level] ?? 0) + 1 : 0
      numbers[level] = number
      return `${'  '.repeat(level)}${kind === 'numbered' ? `${number}.` : '-'} ${words}`
    })
    .join('\n')
}

/** Whether a block belongs to a list. */
export function isListItem({ kind }: RichBlock): boolean {
  return kind === 'bullet' || kind === 'numbered'
}

/** Whether a text is no more than its words, so that these are enough to keep. */
export function isPlain(blocks: RichText): boolean {
  return blocks.every(
    ({ kind, runs }) =>
      kind === 'paragraph' &&
      runs.every(({ text, bold, italic, link }) => !bold && !italic && link === undefined && !text.includes('\n')),
  )
}

/**
 * The same text said in one way only: no empty runs, neighbours of one look joined, line breaks
 * without a look, levels on list items only and none more than one deeper than the item before.
 */
export function normalRichText(blocks: RichText): RichText {
  let deepest = 0
  return blocks.map((block) => {
    const level = isListItem(block) ? Math.min(block.level, deepest) : 0
    deepest = isListItem(block) ? level + 1 : 0
    return { kind: block.kind, level, runs: joined(block.runs.flatMap(withoutLooksOnBreaks)) }
  })
}

function withoutLooksOnBreaks({ text, bold, italic, link }: Run): readonly Run[] {
  const linked = link === undefined ? {} : { link }
  return text
    .split(/(\n)/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\n'
        ? { text: part, ...linked }
        : { text: part, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...linked },
    )
}

function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last !== undefined && looksLike(last, run)) result[result.length - 1] = { ...last, text: last.text + run.text }
    else result.push(run)
  }
  return result
}

function looksLike(a: Run, b: Run): boolean {
  return a.bold === b.bold && a.italic === b.italic && isSameLink(a.link, b.link)
}

/** Whether two links lead to the same thing; of two that are none, too. */
export function isSameLink(a: TextLink | undefined, b: TextLink | undefined): boolean {
  return a?.kind === b?.kind && a?.id === b?.id
}

/** Every link of a text, each as often as it stands there. */
export function linksOf(blocks: RichText): readonly TextLink[] {
  return blocks.flatMap(({ runs }) => runs.flatMap(({ link }) => (link === undefined ? [] : [link])))
}
