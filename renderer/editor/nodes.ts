import {
  type EditorConfig,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type SerializedElementNode,
} from 'lexical'
import type { Block } from '#shared/transcript/reading.ts'

/** What a block's element says of itself to style sheets and assistive technology. */
export interface BlockLook {
  readonly kind: Block['kind']
  /** The role of the block's turn, or of nothing. */
  readonly role: string | null
  /** Of a label that prints another name: who speaks. */
  readonly speaker: string | null
  readonly line: number
  /** A label as it would be said, for the accessible name of a turn. */
  readonly startsTurn: boolean
}

const blockOfElement = new WeakMap<Node, number>()

/** The index in `Reading.blocks` of the block that an element shows, or `undefined` if it shows none. */
export function blockIndexOf(element: Node): number | undefined {
  return blockOfElement.get(element)
}

/**
 * About forty blocks under one element, so that the browser lays out only what is near the
 * viewport. Off-screen it stands with an estimated height, whether it has been filled or not.
 */
export class ChunkNode extends ElementNode {
  __height: number

  constructor(height: number, key?: NodeKey) {
    super(key)
    this.__height = height
  }

  static override getType(): string {
    return 'chunk'
  }

  static override clone(node: ChunkNode): ChunkNode {
    return new ChunkNode(node.__height, node.__key)
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'chunk'
    element.style.setProperty('contain-intrinsic-height', `auto ${this.__height}px`)
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override exportJSON(): SerializedElementNode {
    throw new Error('the view is never stored')
  }
}

/** One block of the reading: a label, a paragraph, or something set aside. */
export class BlockNode extends ElementNode {
  __index: number
  __look: BlockLook

  constructor(index: number, look: BlockLook, key?: NodeKey) {
    super(key)
    this.__index = index
    this.__look = look
  }

  static override getType(): string {
    return 'block'
  }

  static override clone(node: BlockNode): BlockNode {
    return new BlockNode(node.__index, node.__look, node.__key)
  }

  override createDOM(_config: EditorConfig, _editor: LexicalEditor): HTMLElement {
    const { kind, role, speaker, line, startsTurn } = this.__look
    const element = document.createElement('p')
    element.className = `block ${kind}`
    if (role !== null) element.dataset['role'] = role
    if (speaker !== null) element.dataset['speaker'] = speaker
    if (startsTurn) element.classList.add('starts-turn')
    element.dataset['line'] = String(line)
    blockOfElement.set(element, this.__index)
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override exportJSON(): SerializedElementNode {
    throw new Error('the view is never stored')
  }
}

export function $isChunk(node: LexicalNode | null | undefined): node is ChunkNode {
  return node instanceof ChunkNode
}
