import { ElementNode, type NodeKey, type SerializedElementNode, setDOMUnmanaged } from 'lexical'

/**
 * About forty blocks under one element, so that the browser lays out only what is near the
 * viewport. Off-screen it stands with an estimated height, whether it has been filled or not. What stands
 * in it is its own affair: nobody edits it, and a node for each paragraph would cost more than the paragraph.
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
    setDOMUnmanaged(element, { captureSelection: true })
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  override exportJSON(): SerializedElementNode {
    throw new Error('the view is never stored')
  }
}
