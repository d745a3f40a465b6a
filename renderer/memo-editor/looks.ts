import {
  $isListItemNode,
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import type { BlockKind, TextLink } from '#shared/model/rich-text.ts'
import { RecordLinkNode } from './record-link-node.ts'

/** What the words at the cursor look like. */
export interface Looks {
  readonly bold: boolean
  readonly italic: boolean
  readonly block: BlockKind
}

export const NO_LOOKS: Looks = { bold: false, italic: false, block: 'paragraph' }

/** What the words at the cursor look like, and those that would be typed there. */
export function $looksHere(): Looks {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return NO_LOOKS
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    block: $kindOf(selection.anchor.getNode()),
  }
}

function $kindOf(node: LexicalNode): BlockKind {
  const item = $findMatchingParent(node, $isListItemNode)
  const list = item?.getParent()
  if ($isListNode(list)) return list.getListType() === 'number' ? 'numbered' : 'bullet'
  const block = $topBlock(node)
  if ($isHeadingNode(block)) return 'heading'
  return $isQuoteNode(block) ? 'quote' : 'paragraph'
}

function $topBlock(node: LexicalNode): ElementNode | null {
  const top = node.getTopLevelElement()
  return $isElementNode(top) ? top : null
}

/** Gives the selected blocks a kind; those that are of it already become paragraphs again. */
export function $toggleBlocks(editor: LexicalEditor, kind: Exclude<BlockKind, 'paragraph'>): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const now = $kindOf(selection.anchor.getNode())
  if (now === kind && (kind === 'bullet' || kind === 'numbered')) {
    editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
  } else if (kind === 'bullet') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)
  else if (kind === 'numbered') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)
  else {
    editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined)
    $replaceBlocks(selection, () => {
      if (now === kind) return $createParagraphNode()
      return kind === 'heading' ? $createHeadingNode('h4') : $createQuoteNode()
    })
  }
}

function $replaceBlocks(selection: RangeSelection, make: () => ElementNode): void {
  const nodes = [selection.anchor.getNode(), selection.focus.getNode(), ...selection.getNodes()]
  const blocks = new Set(nodes.map($topBlock))
  for (const block of blocks) {
    if (block !== null && !$isListNode(block)) block.replace(make(), true)
  }
}

/** What the words lead to that the cursor stands in, and not merely beside; `null` where they lead nowhere. */
export function $linkHere(): TextLink | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const { anchor } = selection
  const node = anchor.getNode()
  const link = $findMatchingParent(node, (one) => one instanceof RecordLinkNode)
  if (!(link instanceof RecordLinkNode)) return null
  const isAtStart = anchor.offset === 0 && link.getFirstDescendant()?.is(node) === true
  const isAtEnd = anchor.offset === node.getTextContentSize() && link.getLastDescendant()?.is(node) === true
  return selection.isCollapsed() && (isAtStart || isAtEnd) ? null : link.target()
}
