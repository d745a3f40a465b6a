/** What single characters tell of the line they stand in, as bits, so that a line is looked at once. */
export const WIDE = 1
export const SPACELESS = 2
export const LABEL_END = 4
export const SENTENCE_MARK = 8
export const OPENER = 16
export const FURNITURE_SIGN = 32
export const OTHER_END = 64

const SIGNS: readonly (readonly [bit: number, characters: string])[] = [
  [LABEL_END, ':：﹕︰]】］'],
  [SENTENCE_MARK, '。！？；，'],
  [OPENER, '([（［【'],
  [OTHER_END, '\t\u3000–—'],
  // Jump lines, credits, end marks and page numbers need one of these, or begin as `mayBeFurniture` says.
  [FURNITURE_SIGN, '转轉接续摄攝影图圖供完毕畢終终<*＊#第'],
]

/** Bits by UTF-16 unit. */
export const CLASSES: Uint8Array = makeClasses()

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  for (let code = 0x80; code < 0x10000; code++) {
    if (isSpaceless(code)) classes[code] = WIDE | SPACELESS
    else if (code >= 0xac00 && code <= 0xd7a3) classes[code] = WIDE
  }
  for (const [bit, characters] of SIGNS) {
    for (let at = 0; at < characters.length; at++) {
      const code = characters.charCodeAt(at)
      classes[code] = (classes[code] ?? 0) | bit
    }
  }
  return classes
}

/** Han, kana, their punctuation, full-width forms; the surrogates of planes 2 and 3, which hold nothing but Han. */
function isSpaceless(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x312f) ||
    (code >= 0x31a0 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0xd840 && code <= 0xd88f)
  )
}
