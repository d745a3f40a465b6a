import { $createTextNode, $getNodeByKey, $getRoot, createEditor, type LexicalEditor, type NodeKey } from 'lexical'
import type { Block, Turn } from '#shared/transcript/reading.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import { $isChunk, BlockNode, ChunkNode } from './nodes.ts'

/**
 * The transcript as one read-only Lexical document. All chunks stand there at once, empty, with
 * their estimated heights; they are filled when they come near the viewport, and the rest when
 * nothing else is to be done. Since a chunk off screen has its estimated height either way,
 * filling it moves nothing.
 */
export interface TranscriptDocument {
  readonly chunks: readonly Chunk[]
  /** The index of the chunk that holds a block. */
  readonly chunkOfBlock: (block: number) => number
  /** The element of a chunk, filled or not. */
  readonly chunkElement: (chunk: number) => HTMLElement
  /** Makes sure that the blocks of a chunk, or of those up to but without `end`, stand in the document. */
  readonly fill: (chunk: number, end?: number) => void
  readonly isFilled: (chunk: number) => boolean
  /** Corrects the estimated heights of all chunks by what one, which is on the screen, turned out to be. */
  readonly calibrateBy: (chunk: number) => void
  /** The element of a block and its text node; fills its chunk if need be. `text` is null for an empty block. */
  readonly blockElement: (block: number) => { readonly element: HTMLElement; readonly text: Text | null } | null
  readonly dispose: () => void
}

/** Shows blocks under a root element. The root must stay in the page until `dispose`. */
export function mountDocument(root: HTMLElement, blocks: readonly Block[], turns: readonly Turn[]): TranscriptDocument {
  const editor: LexicalEditor = createEditor({
    namespace: 'transcript',
    nodes: [ChunkNode, BlockNode],
    editable: false,
    onError: (error) => {
      throw error
    },
  })
  const chunks = chunksOf(blocks)
  const keys: NodeKey[] = []
  const filled = new Set<number>()
  const chunkOfBlock = new Uint32Array(blocks.length)
  chunks.forEach((chunk, index) => {
    chunkOfBlock.fill(index, chunk.first, chunk.end)
  })

  editor.setRootElement(root)
  editor.update(
    () => {
      const document = $getRoot().clear()
      for (const chunk of chunks) {
        const node = new ChunkNode(chunk.height)
        document.append(node)
        keys.push(node.getKey())
      }
    },
    { discrete: true },
  )

  const elementOf = (index: number): HTMLElement => {
    const key = keys[index]
    const element = key === undefined ? null : editor.getElementByKey(key)
    if (element === null) throw new Error(`chunk ${index} has no element`)
    return element
  }

  const $appendBlocks = (index: number): void => {
    const chunk = chunks[index]
    const key = keys[index]
    if (filled.has(index) || chunk === undefined || key === undefined) return
    filled.add(index)
    const node = $getNodeByKey(key)
    if (!$isChunk(node)) throw new Error(`chunk ${index} is gone`)
    const children: BlockNode[] = []
    for (let at = chunk.first; at < chunk.end; at++) {
      const block = blocks[at]
      if (block === undefined) continue
      const turn = block.turn === null ? undefined : turns[block.turn]
      const child = new BlockNode(at, {
        kind: block.kind,
        role: turn?.role ?? null,
        speaker: turn?.firstBlock === at ? otherName(block, turn) : null,
        line: block.line,
        startsTurn: turn?.firstBlock === at,
      })
      if (block.text !== '') child.append($createTextNode(block.text))
      children.push(child)
    }
    node.append(...children)
  }

  const fill = (first: number, end = first + 1): void => {
    const missing: number[] = []
    for (let index = first; index < Math.min(end, chunks.length); index++) if (!filled.has(index)) missing.push(index)
    // An update asks the browser where the selection is and passes over all nodes there are, however few are new.
    if (missing.length > 0) editor.update(() => missing.forEach($appendBlocks), { discrete: true })
  }

  return {
    chunks,
    chunkOfBlock: (block) => chunkOfBlock[block] ?? 0,
    chunkElement: elementOf,
    fill,
    isFilled: (index) => filled.has(index),
    calibrateBy(index) {
      const estimate = chunks[index]?.height
      const { height } = elementOf(index).getBoundingClientRect()
      if (estimate === undefined || height === 0) return
      chunks.forEach((chunk, at) => {
        elementOf(at).style.setProperty('contain-intrinsic-height', `auto ${(chunk.height * height) / estimate}px`)
      })
    },
    blockElement(block) {
      const index = chunkOfBlock[block]
      const chunk = index === undefined ? undefined : chunks[index]
      if (index === undefined || chunk === undefined) return null
      fill(index)
      const element = elementOf(index).children[block - chunk.first]
      if (!(element instanceof HTMLElement)) return null
      const text = element.firstChild?.firstChild
      return { element, text: text instanceof Text ? text : null }
    },
    dispose: () => editor.setRootElement(null),
  }
}

/** Who speaks, where the label prints another name, or none of it. */
function otherName(label: Block, { speaker }: Turn): string | null {
  if (label.kind !== 'label' || speaker === null) return null
  const plain = (words: string): string => words.replace(/[\s*_#\u00a0\u3000]+/gu, '').toLowerCase()
  return plain(label.text).includes(plain(speaker)) ? null : speaker
}
