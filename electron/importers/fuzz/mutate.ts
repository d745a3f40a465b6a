import { unzipSync, zipSync } from 'fflate'
import type { Random } from './random.ts'

/** Bytes that mean something in one format or another, to be put where they do not belong. */
const TOKENS = [
  '\0',
  '\r',
  '\n\n',
  '\t',
  '\ufeff',
  '\ufffd',
  '😀',
  '：',
  '<',
  '>',
  '</p>',
  '<p>',
  '<br>',
  '<w:t>',
  '</w:p>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#x0;',
  '&#1114112;',
  '{',
  '}',
  '\\par ',
  "\\'81",
  '\\u-10179?',
  '\\bin999 ',
  '\\uc9 ',
  '00:00:01,000 --> 00:00:02,000',
  'WEBVTT',
  '-->',
  '<v Ann>',
  '99999999999999999999',
  '-1',
  'stream\n',
  'endobj',
  '/Length 4294967295',
  '<<',
  '>>',
  '1 0 R',
  'PK\u0003\u0004',
  'PK\u0001\u0002',
  'Q',
  '### ',
  '**',
  '[',
  '（',
] as const

const encoder = new TextEncoder()

/** Changes a file in a few places, each at random. The same random numbers give the same bytes. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const inner = random.below(2) === 0 ? mutateInside(bytes, other, random) : null
  if (inner !== null) return inner
  let mutated: Uint8Array = bytes
  const times = 1 + random.below(6)
  for (let time = 0; time < times; time++) mutated = mutateOnce(mutated, other, random)
  return mutated
}

/** In an archive the entries are what matters: mutated bytes of the archive seldom get beyond its check sums. */
function mutateInside(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(bytes)
  } catch {
    return null
  }
  const names = Object.keys(entries)
  if (names.length === 0) return null
  const name = random.pick(names)
  const entry = entries[name]
  if (random.below(12) === 0) delete entries[name]
  else if (entry !== undefined) entries[name] = mutateOnce(mutateOnce(entry, other, random), other, random)
  return zipSync(entries, { level: 1 })
}

function mutateOnce(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1)
  const length = random.below(Math.min(64, bytes.length) + 1)
  switch (random.below(9)) {
    case 0: {
      const flipped = bytes.slice()
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8))
      return flipped
    }
    case 1: {
      const written = bytes.slice()
      written.fill(random.pick([0, 0xff, 0x7f, 0x80, 0x20]), at, at + 1 + random.below(8))
      return written
    }
    case 2:
      return splice(bytes, at, at + length, new Uint8Array())
    case 3:
      return splice(bytes, at, at, encoder.encode(random.pick(TOKENS)))
    case 4:
      return splice(bytes, at, at, bytes.subarray(at, at + length))
    case 5:
      return bytes.slice(0, at)
    case 6: {
      const from = random.below(other.length + 1)
      return splice(bytes, at, at, other.subarray(from, from + random.below(256)))
    }
    case 7: {
      const from = random.below(bytes.length + 1)
      return splice(bytes, at, at + length, bytes.slice(from, from + length))
    }
    default: {
      // The same piece again and again: what is nested, listed or counted gets deep and long.
      const piece = bytes.subarray(at, at + length)
      const times = 1 + random.below(200)
      const many = new Uint8Array(piece.length * times)
      for (let time = 0; time < times; time++) many.set(piece, time * piece.length)
      return splice(bytes, at, at, many)
    }
  }
}

function splice(bytes: Uint8Array, from: number, to: number, put: Uint8Array): Uint8Array {
  const end = Math.min(to, bytes.length)
  const result = new Uint8Array(from + put.length + bytes.length - end)
  result.set(bytes.subarray(0, from))
  result.set(put, from)
  result.set(bytes.subarray(end), from + put.length)
  return result
}
