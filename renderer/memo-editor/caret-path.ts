import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, type LexicalNode } from 'lexical'

/** Where the cursor stands, said so that it can be found again in a text that was written anew. */
export interface CaretPath {
  /** Which child, from the root down. */
  readonly steps: readonly number[]
  readonly offset: number
}

/** Where the cursor stands, or `null` where there is none. */
export function $caretPath(): CaretPath | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const { anchor } = selection
  const steps: number[] = []
  for (let node: LexicalNode = anchor.getNode(); ; ) {
    const parent = node.getParent()
    if (parent === null) break
    steps.unshift(node.getIndexWithinParent())
    node = parent
  }
  return { steps, offset: anchor.offset }
}

/** Puts the cursor where a path leads, or as far along it as the text goes. */
export function $goToCaretPath({ steps, offset }: CaretPath): void {
  let node: LexicalNode = $getRoot()
  for (const step of steps) {
    if (!$isElementNode(node)) break
    const next: LexicalNode | null = node.getChildAtIndex(step) ?? node.getLastChild()
    if (next === null) break
    node = next
  }
  if ($isTextNode(node)) {
    const at = Math.min(offset, node.getTextContentSize())
    node.select(at, at)
  } else if ($isElementNode(node)) node.selectEnd()
}
