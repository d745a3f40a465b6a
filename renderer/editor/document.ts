import { $getRoot, createEditor, type LexicalEditor, type NodeKey } from 'lexical'
import type { Block, Turn } from '#shared/transcript/reading.ts'
import { writeBlocks } from './block-elements.ts'
import { type Chunk, chunksOf } from './chunks.ts'
import { ChunkNode } from './nodes.ts'

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
    nodes: [ChunkNode],
    editable: false,
    // Keys, the pointer and the selection have files of their own.
    disableEvents: true,
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

  const fill = (first: number, end = first + 1): void => {
    for (let index = first; index < Math.min(end, chunks.length); index++) {
      const chunk = chunks[index]
      if (chunk === undefined || filled.has(index)) continue
      filled.add(index)
      writeBlocks(elementOf(index), chunk, blocks, turns)
    }
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
      const text = element.firstChild
      return { element, text: text instanceof Text ? text : null }
    },
    dispose: () => editor.setRootElement(null),
  }
}
