import { comparableName } from './variable-names.ts'

/** A pattern of file names, taken apart: `2026-{place}_{outlet}` is text, a variable, text, a variable. */
export type PatternPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  /** `*`: some text that is not kept. */
  | { readonly kind: 'anything' }

/** Why a pattern cannot be used. */
export type PatternFault = 'no-variables' | 'unclosed' | 'nameless' | 'twice' | 'adjacent'

export type Pattern =
  | { readonly kind: 'pattern'; readonly parts: readonly PatternPart[] }
  | { readonly kind: 'fault'; readonly fault: PatternFault }

/**
 * Reads a pattern: variables stand in braces, `*` stands for text that is not kept, all else must be
 * in the file name as it is. Two variables need something between them, or nobody could tell where
 * the one ends.
 */
export function readPattern(written: string): Pattern {
  const parts: PatternPart[] = []
  const names = new Set<string>()
  const fault = (what: PatternFault): Pattern => ({ kind: 'fault', fault: what })
  for (const piece of written.match(/\{[^{}]*\}|\*|[^{}*]+|[{}]/gu) ?? []) {
    if (piece === '{' || piece === '}') return fault('unclosed')
    if (piece === '*') {
      parts.push({ kind: 'anything' })
    } else if (piece.startsWith('{')) {
      const name = piece.slice(1, -1).trim()
      if (name === '') return fault('nameless')
      if (names.has(comparableName(name))) return fault('twice')
      names.add(comparableName(name))
      parts.push({ kind: 'variable', name })
    } else parts.push({ kind: 'text', text: piece })
  }
  if (names.size === 0) return fault('no-variables')
  const isOpen = (part: PatternPart | undefined): boolean => part !== undefined && part.kind !== 'text'
  if (parts.some((part, index) => isOpen(part) && isOpen(parts[index + 1]))) return fault('adjacent')
  return { kind: 'pattern', parts }
}

/** The ending of a file's name: a dot that is not its first character, and up to eight characters. */
const ENDING = /(?<=.)\.[^.]{1,8}$/u

/**
 * The values that a file name holds by a pattern; `null` where it does not fit. The name's ending
 * (`.txt`) is left out, unless the pattern has one itself and fits with it. A variable reaches to
 * the first place where what follows it in the pattern stands; the last one takes the rest. Blanks
 * around a value are not kept; no value is empty.
 */
export function matchPattern(parts: readonly PatternPart[], fileName: string): ReadonlyMap<string, string> | null {
  const whole = hasEnding(parts) ? matchName(parts, fileName) : null
  return whole ?? matchName(parts, fileName.replace(ENDING, ''))
}

/** Whether a pattern ends like a whole file name: `.txt`, or `.*`. */
function hasEnding(parts: readonly PatternPart[]): boolean {
  const last = parts.at(-1)
  const text = last?.kind === 'anything' ? parts.at(-2) : last
  if (text?.kind !== 'text') return false
  return last?.kind === 'anything' ? text.text.endsWith('.') : /\.[^.]{1,8}$/u.test(text.text)
}

function matchName(parts: readonly PatternPart[], name: string): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>()
  let at = 0
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (part === undefined) break
    if (part.kind === 'text') {
      if (!name.startsWith(part.text, at)) return null
      at += part.text.length
      continue
    }
    const next = parts[index + 1]
    const isLast = index + 2 >= parts.length
    const end =
      next?.kind !== 'text'
        ? name.length
        : isLast
          ? name.length - next.text.length
          : name.indexOf(next.text, part.kind === 'variable' ? at + 1 : at)
    const value = end < at ? '' : name.slice(at, end).trim()
    if (part.kind === 'variable') {
      if (value === '') return null
      values.set(part.name, value)
    } else if (end < at) return null
    at = end
  }
  return at === name.length ? values : null
}
