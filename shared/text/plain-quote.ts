const BETWEEN_HAN = /(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])\s+(?=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])/gu

/**
 * A slice of a source text as one line, where its reading is not at hand: blanks and line breaks
 * closed up, left out between Chinese characters. For lists only; it may show page furniture.
 */
export function plainQuote(quote: string): string {
  return quote.replace(BETWEEN_HAN, '').replace(/\s+/gu, ' ').trim()
}
