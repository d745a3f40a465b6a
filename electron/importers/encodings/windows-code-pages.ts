import { type DecodedBytes, decodeBytes } from './decoding.ts'
import { labelOf } from './labels.ts'

/**
 * How the bytes of a stretch of text are read: an encoding named as `labelOf` names it, one of two
 * code pages of DOS that have no such name, or `symbol` for fonts whose bytes are pictures.
 */
export type CodePage = string

/** Windows code page identifiers (Microsoft, "Code Page Identifiers") whose labels cannot be computed. */
const LABELS: Readonly<Record<number, CodePage>> = {
  42: 'symbol',
  437: 'ibm437',
  850: 'ibm850',
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10001: 'shift_jis',
  10002: 'big5',
  10003: 'euc-kr',
  10007: 'x-mac-cyrillic',
  10008: 'gb18030',
  20866: 'koi8-r',
  20932: 'euc-jp',
  20936: 'gb18030',
  21866: 'koi8-u',
  50220: 'iso-2022-jp',
  51932: 'euc-jp',
  51936: 'gb18030',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** Font charsets (Windows GDI, LOGFONT lfCharSet; 77 to 89 are those of the Macintosh). */
const CODE_PAGES_OF_CHARSETS: Readonly<Record<number, number>> = {
  0: 1252,
  2: 42,
  77: 10000,
  78: 10001,
  79: 10003,
  80: 10008,
  81: 10002,
  83: 1255,
  84: 1256,
  85: 1253,
  86: 1254,
  87: 874,
  88: 1250,
  89: 10007,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
}

/** ANSI code pages of primary languages (Microsoft, "Language Identifiers"); all others write with 1252. */
const CODE_PAGES_OF_LANGUAGES: Readonly<Record<number, number>> = {
  1: 1256,
  2: 1251,
  5: 1250,
  8: 1253,
  13: 1255,
  14: 1250,
  17: 932,
  18: 949,
  21: 1250,
  24: 1250,
  25: 1251,
  26: 1250,
  27: 1250,
  28: 1250,
  30: 874,
  31: 1254,
  32: 1256,
  34: 1251,
  35: 1251,
  36: 1250,
  37: 1257,
  38: 1257,
  39: 1257,
  41: 1256,
  42: 1258,
  47: 1251,
}
const CHINESE = 0x04
const SIMPLIFIED_CHINESE: readonly number[] = [0x0804, 0x1004]
const SERBIAN_CYRILLIC = 0x0c1a

/** Upper halves of the code pages of DOS, from 0x80. */
const DOS: Readonly<Record<string, string>> = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
}

/** The code page of a Windows code page identifier; `null` if nothing here reads it. */
export function codePageOf(identifier: number): CodePage | null {
  if (identifier >= 1250 && identifier <= 1258) return `windows-${identifier}`
  const isoPart = identifier - 28590
  if (isoPart >= 1 && isoPart <= 16 && isoPart !== 12) {
    // WHATWG reads 8859-1, -9 and -11 as the Windows code pages that contain them.
    return labelOf(`iso-8859-${isoPart}`) ?? null
  }
  return LABELS[identifier] ?? null
}

/** The code page of a font's charset; `null` for the default charset (1) and for those that nothing here reads. */
export function codePageOfCharset(charset: number): CodePage | null {
  const identifier = CODE_PAGES_OF_CHARSETS[charset]
  return identifier === undefined ? null : codePageOf(identifier)
}

/** The code page in which Windows wrote a language, by its language identifier (LCID). */
export function codePageOfLanguage(language: number): CodePage {
  const primary = language & 0x3ff
  if (primary === CHINESE) return SIMPLIFIED_CHINESE.includes(language & 0xffff) ? 'gb18030' : 'big5'
  if ((language & 0xffff) === SERBIAN_CYRILLIC) return 'windows-1251'
  return codePageOf(CODE_PAGES_OF_LANGUAGES[primary] ?? 1252) ?? 'windows-1252'
}

/** Tells whether some characters of a code page take two bytes, of which the second may be an ASCII byte. */
export function isDoubleByte(codePage: CodePage): boolean {
  return codePage === 'shift_jis' || codePage === 'gb18030' || codePage === 'big5'
}

/** Reads bytes in a code page. `null` is a code page that nothing here reads: of that only ASCII is known. */
export function decodeCodePage(bytes: Uint8Array, codePage: CodePage | null): DecodedBytes {
  if (codePage === 'symbol') return { text: Array.from(bytes, symbolOf).join(''), undecodable: 0 }
  const upperHalf = codePage === null ? '' : DOS[codePage]
  if (codePage !== null && PLATFORM.includes(codePage)) return decodeByPlatform(bytes, codePage)
  return codePage === null || upperHalf !== undefined
    ? decodeByTable(bytes, upperHalf ?? '')
    : decodeBytes(bytes, codePage)
}

/** Encodings that all platforms read alike, and whose decoders are dear to make for each of many short stretches. */
const PLATFORM: readonly CodePage[] = ['gb18030', 'shift_jis', 'euc-jp']
const decoders = new Map<CodePage, InstanceType<typeof TextDecoder>>()

function decodeByPlatform(bytes: Uint8Array, codePage: CodePage): DecodedBytes {
  let decoder = decoders.get(codePage)
  if (decoder === undefined) {
    decoder = new TextDecoder(codePage, { fatal: true, ignoreBOM: true })
    decoders.set(codePage, decoder)
  }
  try {
    return { text: decoder.decode(bytes), undecodable: 0 }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    decoders.delete(codePage)
    return decodeBytes(bytes, codePage)
  }
}

function decodeByTable(bytes: Uint8Array, upperHalf: string): DecodedBytes {
  let undecodable = 0
  const characters = Array.from(bytes, (byte) => {
    if (byte < 0x80) return String.fromCharCode(byte)
    const character = upperHalf.charAt(byte - 0x80)
    if (character === '') undecodable++
    return character === '' ? '\ufffd' : character
  })
  return { text: characters.join(''), undecodable }
}

/** Symbol fonts: Word keeps their bytes in the private use area; the bullet of lists alone means the same in all of them. */
function symbolOf(byte: number): string {
  if (byte === 0xb7) return '•'
  return String.fromCharCode(byte < 0x80 ? byte : 0xf000 + byte)
}
