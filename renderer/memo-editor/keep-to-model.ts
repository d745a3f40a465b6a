import { ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { type ElementNode, IS_BOLD, IS_ITALIC, type LexicalEditor, ParagraphNode, TextNode } from 'lexical'

/** Keeps what is pasted to what a memo can hold, at once and not only when it is saved. The answers stop it. */
export function keepToModel(editor: LexicalEditor): readonly (() => void)[] {
  const known = IS_BOLD | IS_ITALIC
  const plainBlock = (block: ElementNode): void => {
    if (block.getIndent() !== 0) block.setIndent(0)
    if (block.getFormatType() !== '') block.setFormat('')
  }
  return [
    editor.registerNodeTransform(TextNode, (node) => {
      if ((node.getFormat() & ~known) !== 0) node.setFormat(node.getFormat() & known)
      if (node.getStyle() !== '') node.setStyle('')
    }),
    editor.registerNodeTransform(ParagraphNode, plainBlock),
    editor.registerNodeTransform(QuoteNode, plainBlock),
    editor.registerNodeTransform(HeadingNode, (node) => {
      plainBlock(node)
      if (node.getTag() !== 'h4') node.setTag('h4')
    }),
    editor.registerNodeTransform(ListNode, (node) => {
      if (node.getListType() === 'check') node.setListType('bullet')
    }),
  ]
}
