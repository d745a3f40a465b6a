const DIGITS = '一二三四五六七八九'

/** A number in figures, or in Chinese up to ninety-nine (`十二` is 12); 0 for anything else. */
export function numberOf(words: string): number {
  if (/^\d+$/u.test(words)) return Number(words)
  const digit = (character: string): number => DIGITS.indexOf(character.charAt(0)) + 1
  if (!/^(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])$/u.test(words)) return 0
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['', words]
  const ten = words.includes('十') ? 10 * (tens === '' ? 1 : digit(tens)) : 0
  return ten + (ones === '' ? 0 : digit(ones))
}
