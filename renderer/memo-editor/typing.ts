import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import { $getSelection, $isParagraphNode, $isRangeSelection, $isTextNode, type LexicalEditor } from 'lexical'

/** What opens the choice of a link when it is typed: as in wikis, in Chinese typing too, and as in messages. */
const LINK_OPENERS = /(?:\[\[|【【|(?:^|\s)[@＠])$/

/**
 * Makes a heading, a quote or a list of a paragraph that begins with the signs by which one writes
 * these in plain text, when a blank is typed behind them. Answers whether it did.
 */
export function $takesBlockSign(editor: LexicalEditor): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const text = selection.anchor.getNode()
  const block = text.getParent()
  if (!$isTextNode(text) || !$isParagraphNode(block) || text.getPreviousSibling() !== null) return false
  const sign = text.getTextContent().slice(0, selection.anchor.offset)
  if (!['#', '>', '-', '*', '1.'].includes(sign)) return false
  text.spliceText(0, sign.length, '', true)
  if (sign === '#' || sign === '>') {
    const made = sign === '#' ? $createHeadingNode('h4') : $createQuoteNode()
    block.replace(made, true)
    if (!$isRangeSelection($getSelection()) || made.isEmpty()) made.select(0, 0)
  } else editor.dispatchCommand(sign === '1.' ? INSERT_ORDERED_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND, undefined)
  return true
}

/** How many characters before the cursor ask for a link; 0 where none do. */
export function $linkOpenerBefore(): number {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return 0
  const node = selection.anchor.getNode()
  if (!$isTextNode(node)) return 0
  return LINK_OPENERS.exec(node.getTextContent().slice(0, selection.anchor.offset))?.[0].trimStart().length ?? 0
}
