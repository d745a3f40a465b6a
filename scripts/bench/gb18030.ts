/**
 * Encodes text in GB18030, as far as its two-byte range reaches, by turning the platform's decoder
 * round: platforms decode that encoding but do not write it. Throws for a character beyond it.
 */
export function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!codes.has(character)) codes.set(character, [lead, trail])
    }
  }
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code < 0x80) {
      bytes.push(code)
      continue
    }
    const pair = codes.get(character)
    if (pair === undefined) throw new RangeError(`not in the two-byte range: ${character}`)
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}
