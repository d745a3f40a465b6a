import { bytesAt, u8, u16, u32 } from './bytes.ts'
import type { WordHeader } from './header.ts'

/** A stretch of text that lies in one piece in the file. */
export interface WordPiece {
  /** Characters before it, and up to its end. */
  readonly from: number
  readonly to: number
  /** Where its first byte lies in the stream with the text. */
  readonly place: number
  /** Bytes a character. */
  readonly width: 1 | 2
  /** Formatting on top of that of its runs, as a list of changes; empty mostly. */
  readonly changes: Uint8Array
}

/** Nobody edits a transcript that often. */
const MOST_PIECES = 500_000
const CHANGES_MARK = 1
const PIECES_MARK = 2
const PIECE_BYTES = 8
const COMPRESSED = 0x40000000
const NO_CHANGES = new Uint8Array(0)

/**
 * The pieces of a Word file's text in the order of the text; `null` if they do not lie in the file.
 * `stream` holds the text, `table` the table of pieces ([MS-DOC] 2.9.38, Clx).
 */
export function readPieces(stream: Uint8Array, table: Uint8Array, header: WordHeader): readonly WordPiece[] | null {
  const total = header.lengths.reduce((sum, { length }) => sum + length, 0)
  if (total === 0 || total > stream.length) return null
  const pieces = header.pieces.length > 0 && hasTable(header) ? readTable(table, header) : onePiece(header, total)
  if (pieces === null) return null
  const areInside = pieces.every(({ from, to, place, width }) => place + (to - from) * width <= stream.length)
  const end = pieces.at(-1)?.to ?? 0
  return areInside && end >= (header.lengths[0]?.length ?? 0) && end <= stream.length ? pieces : null
}

function hasTable({ generation, isFastSaved }: WordHeader): boolean {
  return generation === 'word-97' || (generation === 'word-6' && isFastSaved)
}

function readTable(table: Uint8Array, header: WordHeader): readonly WordPiece[] | null {
  const clx = bytesAt(table, header.pieces)
  return clx === null ? null : piecesOf(clx, header)
}

function onePiece(header: WordHeader, total: number): readonly WordPiece[] | null {
  if (header.isFastSaved) return null
  const isWide = header.isWide || (header.generation === 'word-97' && header.textEnd - header.textStart >= total * 2)
  return [{ from: 0, to: total, place: header.textStart, width: isWide ? 2 : 1, changes: NO_CHANGES }]
}

function piecesOf(clx: Uint8Array, header: WordHeader): readonly WordPiece[] | null {
  const changeLists: Uint8Array[] = []
  let at = 0
  while (u8(clx, at) === CHANGES_MARK) {
    const length = u16(clx, at + 1)
    changeLists.push(clx.subarray(at + 3, at + 3 + length))
    at += 3 + length
  }
  if (u8(clx, at) !== PIECES_MARK) return null
  const length = u32(clx, at + 1)
  const count = Math.floor((length - 4) / (4 + PIECE_BYTES))
  if (count < 1 || count > MOST_PIECES || at + 5 + length > clx.length) return null
  const starts = at + 5
  const places = starts + (count + 1) * 4
  const pieces: WordPiece[] = []
  for (let index = 0; index < count; index++) {
    const from = u32(clx, starts + index * 4)
    const to = u32(clx, starts + (index + 1) * 4)
    if (to < from) return null
    if (to === from) continue
    const piece = places + index * PIECE_BYTES
    const word = u32(clx, piece + 2)
    const isCompressed = header.generation === 'word-97' && (word & COMPRESSED) !== 0
    const isNarrow = header.generation === 'word-97' ? isCompressed : !header.isWide
    const place = isCompressed ? (word & 0x3fffffff) >>> 1 : header.generation === 'word-97' ? word & 0x3fffffff : word
    pieces.push({
      from,
      to,
      place,
      width: isNarrow ? 1 : 2,
      changes: changesOf(u16(clx, piece + 6), changeLists, header),
    })
  }
  return pieces
}

/** A piece's change is one of a list, or a change small enough to stand in two bytes ([MS-DOC] 2.9.214 and 2.9.215, Prm). */
function changesOf(change: number, lists: readonly Uint8Array[], { generation }: WordHeader): Uint8Array {
  if (change === 0) return NO_CHANGES
  if ((change & 1) === 1) return lists[change >> 1] ?? NO_CHANGES
  const short = (change >> 1) & 0x7f
  if (generation === 'word-6') return Uint8Array.of(short, change >> 8)
  const opcode = SMALL_CHANGES.get(short)
  return opcode === undefined ? NO_CHANGES : Uint8Array.of(opcode & 0xff, opcode >> 8, change >> 8)
}

/** Short forms of the changes that matter here: deleted, bold, italic, underlined. */
const SMALL_CHANGES: ReadonlyMap<number, number> = new Map([
  [0x41, 0x0800],
  [0x55, 0x0835],
  [0x56, 0x0836],
  [0x5e, 0x2a3e],
])
