/**
 * Names that the platform lacks, or knows under another name. GB2312 and GBK are read as GB18030, which
 * holds both (the Encoding Standard does the same).
 */
const ALIASES: Readonly<Record<string, string>> = {
  gbk: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'windows-936': 'gb18030',
  'euc-cn': 'gb18030',
  cp950: 'big5',
  ms950: 'big5',
  'windows-950': 'big5',
  big5hkscs: 'big5',
  cp932: 'shift_jis',
  'windows-932': 'shift_jis',
  eucjp: 'euc-jp',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  euckr: 'euc-kr',
  'utf-32': 'utf-32le',
  utf32: 'utf-32le',
  utf32le: 'utf-32le',
  'utf-32le': 'utf-32le',
  utf32be: 'utf-32be',
  'utf-32be': 'utf-32be',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  'iso-8859-16': 'iso-8859-16',
  'iso8859-16': 'iso-8859-16',
  latin10: 'iso-8859-16',
}

/**
 * The one name by which an encoding goes here: its WHATWG name in lower case, or `utf-32le`, `utf-32be`.
 * `undefined` for names that stand for no encoding.
 */
export function labelOf(name: string): string | undefined {
  const key = name.trim().toLowerCase()
  if (Object.hasOwn(ALIASES, key)) return ALIASES[key]
  try {
    const { encoding } = new TextDecoder(key)
    return ALIASES[encoding] ?? encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
