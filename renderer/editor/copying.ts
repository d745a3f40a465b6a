import type { Block } from '#shared/transcript/reading.ts'
import { type BlockPosition, blockPositionOf } from './dom-position.ts'
import type { ViewStage } from './view-stage.ts'

/**
 * Writes what is copied from the blocks themselves where it reaches beyond what is laid out: the browser would
 * first lay out all of it, which takes seconds for a long source. The words and the breaks are those that the
 * browser would write. Shorter selections are left to it.
 */
export function listenToCopying({ elements: { root }, blocks, shown, near, ended }: ViewStage): void {
  root.addEventListener(
    'copy',
    (event) => {
      const selection = document.getSelection()
      const range = selection?.rangeCount === 1 ? selection.getRangeAt(0) : null
      if (range === null || range.collapsed || event.clipboardData === null) return
      const from = blockPositionOf(root, range.startContainer, range.startOffset)
      const to = blockPositionOf(root, range.endContainer, range.endOffset)
      if (from === null || to === null) return
      let chunk = shown.chunkOfBlock(from.block)
      const last = shown.chunkOfBlock(to.block)
      while (chunk <= last && near.has(chunk)) chunk += 1
      if (chunk > last) return
      const paragraphs = paragraphsBetween(blocks, from, to)
      event.clipboardData.setData('text/plain', paragraphs.join('\n\n'))
      event.clipboardData.setData('text/html', htmlOf(paragraphs))
      event.preventDefault()
    },
    { signal: ended },
  )
}

/** What of each block stands between two reading positions, the first of which comes first. */
export function paragraphsBetween(blocks: readonly Block[], from: BlockPosition, to: BlockPosition): readonly string[] {
  return blocks
    .slice(from.block, to.block + 1)
    .map(({ text }, index) =>
      text.slice(index === 0 ? from.offset : 0, from.block + index === to.block ? to.offset : text.length),
    )
}

/** The paragraphs for programs that take formatted text. */
export function htmlOf(paragraphs: readonly string[]): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')
}
