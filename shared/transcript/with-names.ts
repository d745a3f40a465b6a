import type { Block, Reading } from './reading.ts'

/** The reading with labels as a reader would say them: without the colon or the mark-up that parts them from the speech. */
export function withNames(reading: Reading): Reading {
  return { ...reading, blocks: reading.blocks.map((block) => (block.kind === 'label' ? nameOf(block) : block)) }
}

/** What stands around a name in a label: a voice tag (WebVTT), a tag with the name as its attribute, brackets. */
const SURROUNDINGS = [
  /^(<v(?:\.[^\s>]*)?\s+)(.+?)(\s*>)$/u,
  /^(<[A-Z]+\b[^>]*?\bNAME=")([^"]+)("[^>]*>)$/iu,
  /^([[【［〔])([^\]】］〕]+)([\]】］〕]\s*[：:]?\s*)$/u,
]
const OPENERS = '<[【［〔'

function nameOf(block: Block): Block {
  // Thousands of labels are no more than a name and a colon.
  if (!OPENERS.includes(block.text.charAt(0))) return beforeColon(block)
  for (const pattern of SURROUNDINGS) {
    const [, before = '', name = ''] = pattern.exec(block.text) ?? []
    if (name !== '') return cut(block, before.length, before.length + name.length)
  }
  return beforeColon(block)
}

function beforeColon(block: Block): Block {
  const { text } = block
  const colon = text.trimEnd().length - 1
  const mark = text.charAt(colon)
  const end = text.slice(0, Math.max(0, colon)).trimEnd().length
  return (mark === '：' || mark === ':') && end > 0 ? cut(block, 0, end) : block
}

/** The block with the part [from, to) of its text. */
function cut(block: Block, from: number, to: number): Block {
  return {
    ...block,
    text: block.text.slice(from, to),
    pieces: block.pieces.flatMap((piece) => {
      const start = Math.max(piece.at, from)
      const end = Math.min(piece.at + piece.length, to)
      if (start >= end) return []
      const source = (piece.source + start - piece.at) as typeof piece.source
      return [{ at: start - from, source, length: end - start }]
    }),
  }
}
