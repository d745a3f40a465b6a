import { LETTER_FREQUENCIES } from './letter-frequencies.ts'

/** Cost of what no text holds, in nats: control characters, bytes that cannot be decoded. */
export const IMPOSSIBLE = 18
/** A capital is that much rarer than its small letter. */
export const CAPITAL = 2.8

/** Letters with their shares of all letters, from 0 to 1. */
export function sharesOf(language: keyof typeof LETTER_FREQUENCIES): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const [, letter = '', count] of LETTER_FREQUENCIES[language].matchAll(/(\D)(\d+)/gu))
    shares.set(letter, Number(count) / 10_000)
  return shares
}

/** Costs of the ASCII characters in text of any language, in nats, by code. */
export const ASCII_COST: Float32Array = makeAsciiCosts()

function makeAsciiCosts(): Float32Array {
  const cost = new Float32Array(128).fill(6.5)
  cost.fill(IMPOSSIBLE, 0, 0x20)
  for (const [character, share] of sharesOf('en')) {
    const code = character.charCodeAt(0)
    if (code >= 128) continue
    const small = -Math.log(share * 0.8) + 0.3
    cost[code] = small
    cost[code - 0x20] = small + CAPITAL
  }
  cost[0x20] = 1.8
  for (const character of '\n\r.,') cost[character.charCodeAt(0)] = 3.5
  for (const character of '\t:;?!-()"\'0123456789') cost[character.charCodeAt(0)] = 4.8
  for (const character of '@[]^`{|}~\\_<>#$&*+=') cost[character.charCodeAt(0)] = 8
  cost[0x7f] = IMPOSSIBLE
  cost[0x0c] = 9
  cost[0x1b] = 14
  cost[0x1a] = 14
  return cost
}
