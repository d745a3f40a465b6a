import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, type ListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import {
  type BlockKind,
  isListItem,
  isSameLink,
  normalRichText,
  type RichBlock,
  type RichText,
  type Run,
  type TextLink,
} from '#shared/model/rich-text.ts'
import { RecordLinkNode } from './record-link-node.ts'

/** Makes the editor's nodes of a text, in place of those that stand there. */
export function $writeRichText(text: RichText): void {
  const root = $getRoot().clear()
  /** The list that goes on at each level. */
  let lists: ListNode[] = []
  for (const block of normalRichText(text)) {
    if (!isListItem(block)) {
      lists = []
      root.append($filled($emptyBlock(block.kind), block.runs))
      continue
    }
    const type = block.kind === 'bullet' ? 'bullet' : 'number'
    lists.length = Math.min(lists.length, block.level + 1)
    if (lists[block.level]?.getListType() !== type) {
      const list = $createListNode(type)
      const around = lists[block.level - 1]
      if (around === undefined) root.append(list)
      else around.append($createListItemNode().append(list))
      lists[block.level] = list
    }
    lists[block.level]?.append($filled($createListItemNode(), block.runs))
  }
  if (root.isEmpty()) root.append($createParagraphNode())
}

function $emptyBlock(kind: BlockKind): ElementNode {
  if (kind === 'heading') return $createHeadingNode('h4')
  return kind === 'quote' ? $createQuoteNode() : $createParagraphNode()
}

function $filled(block: ElementNode, runs: readonly Run[]): ElementNode {
  let open: RecordLinkNode | null = null
  for (const run of runs) {
    if (run.link === undefined) {
      open = null
      block.append(...$nodesOf(run))
      continue
    }
    if (open === null || !isSameLink(open.target(), run.link)) {
      open = new RecordLinkNode(run.link)
      block.append(open)
    }
    open.append(...$nodesOf(run))
  }
  return block
}

function $nodesOf({ text, bold, italic }: Run): readonly LexicalNode[] {
  return text
    .split(/(\n)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\n') return $createLineBreakNode()
      const node = $createTextNode(part)
      if (bold) node.toggleFormat('bold')
      if (italic) node.toggleFormat('italic')
      return node
    })
}

/** Reads what stands in the editor. Looks that the model does not know are left out. */
export function $readRichText(): RichText {
  return normalRichText($getRoot().getChildren().flatMap($blocksOf))
}

function $blocksOf(node: LexicalNode): readonly RichBlock[] {
  if ($isListNode(node)) return $itemsOf(node, 0)
  if (!$isElementNode(node)) return []
  const kind = $isHeadingNode(node) ? 'heading' : $isQuoteNode(node) ? 'quote' : 'paragraph'
  return [{ kind, level: 0, runs: $runsOf(node, null) }]
}

function $itemsOf(list: ListNode, level: number): readonly RichBlock[] {
  const kind = list.getListType() === 'number' ? 'numbered' : 'bullet'
  return list.getChildren().flatMap((item): readonly RichBlock[] => {
    if (!$isListItemNode(item)) return []
    const children = item.getChildren()
    const deeper = children.filter($isListNode)
    const own: RichBlock = { kind, level, runs: $runsOf(item, null) }
    // An item that holds nothing but a list is there for the list only.
    const isHolder = deeper.length > 0 && deeper.length === children.length
    return [...(isHolder ? [] : [own]), ...deeper.flatMap((inner) => $itemsOf(inner, level + 1))]
  })
}

function $runsOf(node: ElementNode, link: TextLink | null): readonly Run[] {
  const linked = link === null ? {} : { link }
  return node.getChildren().flatMap((child): readonly Run[] => {
    if ($isLineBreakNode(child)) return [{ text: '\n', ...linked }]
    if ($isTextNode(child)) {
      const bold = child.hasFormat('bold') ? { bold: true as const } : {}
      const italic = child.hasFormat('italic') ? { italic: true as const } : {}
      return [{ text: child.getTextContent(), ...bold, ...italic, ...linked }]
    }
    if (child instanceof RecordLinkNode) return $runsOf(child, child.target())
    return $isElementNode(child) && !$isListNode(child) ? $runsOf(child, link) : []
  })
}
