import { decodeBytes } from './decoding.ts'
import { tableOf } from './single-byte.ts'

const reverse = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** Bytes of a text, or `null` if the encoding lacks one of its characters: tables are made by decoding all there is. */
export function encode(text: string, encoding: string): Uint8Array | null {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding.startsWith('utf-16')) return wide(text, 2, encoding.endsWith('be'))
  if (encoding.startsWith('utf-32')) return wide(text, 4, encoding.endsWith('be'))
  if (encoding === 'iso-2022-jp') return encodeIso2022Jp(text)
  let table = reverse.get(encoding)
  if (table === undefined) {
    table = tableFor(encoding)
    reverse.set(encoding, table)
  }
  const bytes: number[] = []
  for (const character of encoding === 'windows-1258' ? partedTones(text) : text) {
    const code = table.get(character)
    if (code === undefined) return null
    bytes.push(...code)
  }
  return Uint8Array.from(bytes)
}

/** Vietnamese as windows-1258 writes it: letters and tones apart. */
export function partedTones(text: string): string {
  const parted = text.normalize('NFD').replace(/([aeou])(\u0323)([\u0302\u0306\u031b])/giu, '$1$3$2')
  return parted.replace(/[aeou][\u0302\u0306\u031b]/giu, (letter) => letter.normalize('NFC'))
}

function tableFor(encoding: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>()
  for (let byte = 0; byte < 0x80; byte++) table.set(String.fromCharCode(byte), [byte])
  const put = (bytes: readonly number[]): void => {
    const { text, undecodable } = decodeBytes(Uint8Array.from(bytes), encoding)
    if (undecodable === 0 && [...text].length === 1 && !table.has(text)) table.set(text, bytes)
  }
  if (['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'].includes(encoding)) {
    for (let byte = 0x80; byte < 256; byte++) put([byte])
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) put([lead, trail])
  } else
    tableOf(encoding).forEach((unit, byte) => {
      if (byte >= 0x80 && unit !== 0xfffd) table.set(String.fromCharCode(unit), [byte])
    })
  return table
}

function wide(text: string, width: 2 | 4, isBigEndian: boolean): Uint8Array {
  const units =
    width === 2
      ? Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
      : Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const view = new DataView(new ArrayBuffer(units.length * width))
  units.forEach((unit, at) => {
    if (width === 2) view.setUint16(at * 2, unit, !isBigEndian)
    else view.setUint32(at * 4, unit, !isBigEndian)
  })
  return new Uint8Array(view.buffer)
}

function encodeIso2022Jp(text: string): Uint8Array | null {
  const bytes: number[] = []
  let isJapanese = false
  for (const character of text) {
    const code = encode(character, 'euc-jp')
    if (code === null || code.length > 2) return null
    if (code.length === 2 && !isJapanese) bytes.push(0x1b, 0x24, 0x42)
    if (code.length === 1 && isJapanese) bytes.push(0x1b, 0x28, 0x42)
    isJapanese = code.length === 2
    bytes.push(...code.map((byte) => byte & 0x7f))
  }
  if (isJapanese) bytes.push(0x1b, 0x28, 0x42)
  return Uint8Array.from(bytes)
}
