import type { TextSpan } from '#shared/model/text-span.ts'
import type { MappedText, Piece } from '#shared/text/mapped-text.ts'
import type { Block, Reading } from './reading.ts'

/** The reading with labels as a reader would say them: without the colon or the mark-up that parts them from the speech. */
export function withNames(reading: Reading): Reading {
  return {
    ...reading,
    blocks: reading.blocks.map((block) => (block.kind === 'label' ? new NamedLabel(block) : block)),
  }
}

/** A label that reads as the name in it, which is found when it is read. */
class NamedLabel implements Block {
  readonly #label: Block
  #name: MappedText | null = null

  constructor(label: Block) {
    this.#label = label
  }

  get #found(): MappedText {
    this.#name ??= nameIn(this.#label)
    return this.#name
  }

  get kind(): Block['kind'] {
    return this.#label.kind
  }

  get text(): string {
    return this.#found.text
  }

  get pieces(): readonly Piece[] {
    return this.#found.pieces
  }

  get span(): TextSpan {
    return this.#label.span
  }

  get turn(): number | null {
    return this.#label.turn
  }

  get setAside(): Block['setAside'] {
    return this.#label.setAside
  }

  get line(): number {
    return this.#label.line
  }
}

/** What stands around a name in a label: a voice tag (WebVTT), a tag with the name as its attribute, brackets. */
const SURROUNDINGS = [
  /^(<v(?:\.[^\s>]*)?\s+)(.+?)(\s*>)$/u,
  /^(<[A-Z]+\b[^>]*?\bNAME=")([^"]+)("[^>]*>)$/iu,
  /^([[【［〔])([^\]】］〕]+)([\]】］〕]\s*[：:]?\s*)$/u,
]
const OPENERS = '<[【［〔'

function nameIn({ text, pieces }: MappedText): MappedText {
  const label = { text, pieces }
  // Thousands of labels are no more than a name and a colon.
  if (!OPENERS.includes(text.charAt(0))) return beforeColon(label)
  for (const pattern of SURROUNDINGS) {
    const [, before = '', name = ''] = pattern.exec(text) ?? []
    if (name !== '') return cut(label, before.length, before.length + name.length)
  }
  return beforeColon(label)
}

function beforeColon(label: MappedText): MappedText {
  const { text } = label
  const colon = text.trimEnd().length - 1
  const mark = text.charAt(colon)
  const end = text.slice(0, Math.max(0, colon)).trimEnd().length
  return (mark === '：' || mark === ':') && end > 0 ? cut(label, 0, end) : label
}

/** The part [from, to) of a text. */
function cut({ text, pieces }: MappedText, from: number, to: number): MappedText {
  return {
    text: text.slice(from, to),
    pieces: pieces.flatMap((piece) => {
      const start = Math.max(piece.at, from)
      const end = Math.min(piece.at + piece.length, to)
      if (start >= end) return []
      const source = (piece.source + start - piece.at) as typeof piece.source
      return [{ at: start - from, source, length: end - start }]
    }),
  }
}
