import {
  $isElementNode,
  $isRangeSelection,
  type BaseSelection,
  ElementNode,
  type LexicalNode,
  type NodeKey,
  type RangeSelection,
  type SerializedElementNode,
  type Spread,
} from 'lexical'
import type { TextLink } from '#shared/model/rich-text.ts'

type SerializedRecordLink = Spread<{ target: TextLink }, SerializedElementNode>

const targets = new WeakMap<Node, TextLink>()

/** What the words lead to that an element stands for or stands in; `null` where they lead nowhere. */
export function linkOfElement(element: Element | null): TextLink | null {
  const link = element?.closest('.memo-link') ?? null
  return link === null ? null : (targets.get(link) ?? null)
}

/** Words that lead to a record. They can be written in and lent looks like any other words. */
export class RecordLinkNode extends ElementNode {
  __target: TextLink

  constructor(target: TextLink, key?: NodeKey) {
    super(key)
    this.__target = target
  }

  static override getType(): string {
    return 'record-link'
  }

  static override clone(node: RecordLinkNode): RecordLinkNode {
    return new RecordLinkNode(node.__target, node.__key)
  }

  static override importJSON(serialized: SerializedRecordLink): RecordLinkNode {
    return new RecordLinkNode(serialized.target).updateFromJSON(serialized)
  }

  override exportJSON(): SerializedRecordLink {
    return { ...super.exportJSON(), target: this.__target }
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'memo-link'
    element.setAttribute('role', 'link')
    targets.set(element, this.__target)
    return element
  }

  override updateDOM(): boolean {
    return false
  }

  /** What its words lead to. */
  target(): TextLink {
    return this.getLatest().__target
  }

  override insertNewAfter(selection: RangeSelection, restoreSelection = true): ElementNode | null {
    const block = this.getParentOrThrow().insertNewAfter(selection, restoreSelection)
    if (!$isElementNode(block)) return null
    const rest = new RecordLinkNode(this.target())
    block.append(rest)
    return rest
  }

  override canInsertTextBefore(): boolean {
    return false
  }

  override canInsertTextAfter(): boolean {
    return false
  }

  override canBeEmpty(): boolean {
    return false
  }

  override isInline(): boolean {
    return true
  }

  /** What is copied out of the words of a link stays linked. */
  override extractWithChild(_child: LexicalNode, selection: BaseSelection | null): boolean {
    if (!$isRangeSelection(selection)) return false
    const isWithin = this.isParentOf(selection.anchor.getNode()) && this.isParentOf(selection.focus.getNode())
    return isWithin && selection.getTextContent() !== ''
  }
}
