import type { Block, Turn } from '#shared/transcript/reading.ts'
import type { Chunk } from './chunks.ts'

/** The first block of each chunk's element. */
const firstBlockOf = new WeakMap<Node, number>()

/** The index in `Reading.blocks` of the block that an element shows, or `undefined` if it shows none. */
export function blockIndexOf(element: Node): number | undefined {
  const first = element.parentNode === null ? undefined : firstBlockOf.get(element.parentNode)
  if (first === undefined) return undefined
  let index = first
  for (let before = element.previousSibling; before !== null; before = before.previousSibling) index += 1
  return index
}

/**
 * Puts the blocks of a chunk into its element: a paragraph with one text for each, and with a break for an empty one.
 * They are written as HTML, since of what a parser makes the browser keeps nothing for scripts, and one list of
 * attributes for all paragraphs that have the same.
 */
export function writeBlocks(
  element: HTMLElement,
  chunk: Chunk,
  blocks: readonly Block[],
  turns: readonly Turn[],
): void {
  firstBlockOf.set(element, chunk.first)
  const shown = blocks.slice(chunk.first, chunk.end)
  element.innerHTML = shown.map((block, at) => htmlOf(block, chunk.first + at, turns)).join('')
  shown.forEach(({ text }, at) => {
    const paragraph = element.children[at]
    if (isOdd(text) && paragraph !== undefined) paragraph.textContent = text
  })
}

/** Gives the blocks of a chunk their line numbers, which are only wanted of what is near. */
export function writeLines(element: HTMLElement, chunk: Chunk, blocks: readonly Block[]): void {
  let at = chunk.first
  for (const paragraph of element.children) {
    paragraph.setAttribute('data-line', String(blocks[at]?.line ?? ''))
    at += 1
  }
}

/** A longer text would be parted by the parser (Chromium: at 65,536 UTF-16 units). */
const LONG = 60_000

/** Tells whether a parser would make something else of a text. */
function isOdd(text: string): boolean {
  return text.length > LONG || text.includes('\r') || text.includes('\0')
}

function htmlOf(block: Block, index: number, turns: readonly Turn[]): string {
  const turn = block.turn === null ? undefined : turns[block.turn]
  const startsTurn = turn?.firstBlock === index
  const speaker = startsTurn ? otherName(block, turn) : null
  const role = turn?.role == null ? '' : ` data-role="${turn.role}"`
  const name = speaker === null ? '' : ` data-speaker="${escaped(speaker)}"`
  // Without a break an empty line would be passed over by the cursor, and left out of what is copied.
  const text = block.text === '' ? '<br>' : isOdd(block.text) ? '' : escaped(block.text)
  const kind = block.setAside === 'event' ? 'set-aside event' : block.kind
  return `<p class="block ${kind}${startsTurn ? ' starts-turn' : ''}"${role}${name}>${text}</p>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (character) => ENTITIES[character] ?? character)
}

/** Who speaks, where the label prints another name, or none of it. */
function otherName(label: Block, { speaker }: Turn): string | null {
  if (label.kind !== 'label' || speaker === null) return null
  const plain = (words: string): string => words.replace(/[\s*_#\u00a0\u3000]+/gu, '').toLowerCase()
  return plain(label.text).includes(plain(speaker)) ? null : speaker
}
