import { SET_ASIDE_KINDS, type SetAsideKind } from '#shared/model/set-aside-kind.ts'
import { spanOf, type TextSpan, utf16 } from '#shared/model/text-span.ts'
import type { Piece } from '#shared/text/mapped-text.ts'
import type { Block } from './reading.ts'

/** The blocks of a reading by columns, and the text that they were made from. All positions are UTF-16 units in the source text. */
export interface BlockColumns {
  /** A place in `BLOCK_KINDS`. */
  readonly kinds: Uint8Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** -1 outside of all turns. */
  readonly turns: Int32Array
  readonly lines: Uint32Array
  /** One more than there are blocks: where the pieces of each begin among all, and where those of the last end. */
  readonly firstPieces: Uint32Array
}

/** Where each piece stands in the source; in its block it stands behind those before it. */
export interface PieceColumns {
  readonly sources: Uint32Array
  readonly lengths: Uint32Array
}

/** What all blocks of a reading share. */
export interface StoredBlocks {
  readonly sourceText: string
  readonly blocks: BlockColumns
  readonly pieces: PieceColumns
  /** The few texts that the pieces do not tell, by block. */
  readonly otherTexts: ReadonlyMap<number, string>
}

/** What a block is, and what is set aside as what. */
export const BLOCK_KINDS: readonly Pick<Block, 'kind' | 'setAside'>[] = [
  { kind: 'label', setAside: null },
  { kind: 'paragraph', setAside: null },
  ...SET_ASIDE_KINDS.map((setAside) => ({ kind: 'set-aside' as const, setAside })),
]

/**
 * A block that stands in columns. What is asked of it is made then: of the 24,000 of a long source hardly any is
 * looked at before the first screen is there, and most never are. Its properties are no own ones, so a spread copies
 * none of them; `copyOf` does.
 */
export class StoredBlock implements Block {
  readonly #all: StoredBlocks
  readonly #index: number
  // Kept, since who looks for a position in a block asks for both again and again.
  #text: string | null = null
  #pieces: readonly Piece[] | null = null

  constructor(all: StoredBlocks, index: number) {
    this.#all = all
    this.#index = index
  }

  get kind(): Block['kind'] {
    return this.#what.kind
  }

  get setAside(): SetAsideKind | null {
    return this.#what.setAside
  }

  get text(): string {
    this.#text ??= this.#makeText()
    return this.#text
  }

  get pieces(): readonly Piece[] {
    this.#pieces ??= this.#makePieces()
    return this.#pieces
  }

  get span(): TextSpan {
    const { starts, ends } = this.#all.blocks
    return spanOf(starts[this.#index] ?? 0, ends[this.#index] ?? 0)
  }

  get turn(): number | null {
    const turn = this.#all.blocks.turns[this.#index] ?? -1
    return turn === -1 ? null : turn
  }

  get line(): number {
    return this.#all.blocks.lines[this.#index] ?? 0
  }

  get #what(): Pick<Block, 'kind' | 'setAside'> {
    const what = BLOCK_KINDS[this.#all.blocks.kinds[this.#index] ?? -1]
    if (what === undefined) throw new RangeError(`block ${this.#index} is of no kind`)
    return what
  }

  get #firstPiece(): number {
    return this.#all.blocks.firstPieces[this.#index] ?? 0
  }

  get #endPiece(): number {
    return this.#all.blocks.firstPieces[this.#index + 1] ?? 0
  }

  #makeText(): string {
    const { sourceText, pieces, otherTexts } = this.#all
    const other = otherTexts.get(this.#index)
    if (other !== undefined) return other
    let text = ''
    for (let piece = this.#firstPiece; piece < this.#endPiece; piece++) {
      const source = pieces.sources[piece] ?? 0
      text += textBetween(sourceText, source, source + (pieces.lengths[piece] ?? 0))
    }
    return text
  }

  #makePieces(): readonly Piece[] {
    const { sources, lengths } = this.#all.pieces
    const made: Piece[] = []
    let at = 0
    for (let piece = this.#firstPiece; piece < this.#endPiece; piece++) {
      const length = lengths[piece] ?? 0
      made.push({ at, source: utf16(sources[piece] ?? 0), length })
      at += length
    }
    return made
  }
}

/** The source between two positions, read as one stretch: its line breaks are spaces. */
export function textBetween(sourceText: string, start: number, end: number): string {
  const text = sourceText.slice(start, end)
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text
}
