import { STAGE_DIRECTION } from '#shared/transcript/vocabulary.ts'
import type { Cue } from './cue.ts'

/** What stands before a line's first colon or in square brackets, if it may be somebody. */
const HEAD = /^(?:\[([^\]]{1,59})\](?:\s*:|(?=\s))|([^:：]{0,59}[^:：\s])\s*[:：](?=\s|$|[^\d/\\]))\s*/u
/** Share of the cues that begin with a name, if that is what the file does. */
const LEAST_NAMED = 0.9
const FEWEST_CUES = 3

/**
 * The names by which meeting programs begin each cue: `Ana Ruiz: …`. Where nearly all cues begin with
 * a colon behind a few words, or with brackets around them, and these come again, whatever stands there is a name; else there are none.
 */
export function namesOfCues(cues: readonly Cue[]): ReadonlySet<string> {
  const names = new Set<string>()
  let named = 0
  for (const { parts } of cues) {
    const name = parts[0]?.voice === null ? headOf(parts[0].lines[0] ?? '')?.name : undefined
    // Sounds are described in brackets too.
    if (name === undefined || STAGE_DIRECTION.test(name)) continue
    named++
    names.add(name)
  }
  const areNames = named >= FEWEST_CUES && named >= cues.length * LEAST_NAMED && names.size * 2 <= named + 1
  return areNames ? names : new Set()
}

/** Tells whether a line begins with one of the names. */
export function beginsWithOneOf(names: ReadonlySet<string>, line: string): boolean {
  return names.size > 0 && names.has(headOf(line)?.name ?? '')
}

/**
 * Says of each cue that begins with a name who speaks it, and takes the name away where it is that of the
 * cue before, so that what one person says in many cues is one turn.
 */
export function withNamedSpeakers(cues: readonly Cue[], names: ReadonlySet<string>): readonly Cue[] {
  if (names.size === 0) return cues
  let speaking = ''
  return cues.map((cue) => {
    const [first, ...rest] = cue.parts
    const head = headOf(first?.lines[0] ?? '')
    if (first === undefined || first.voice !== null || head === null || !names.has(head.name)) return cue
    const isRepeated = head.name === speaking
    const others = cue.parts.flatMap(({ lines }) => lines).slice(1)
    const last = others.findLast((line) => beginsWithOneOf(names, line))
    speaking = headOf(last ?? '')?.name ?? head.name
    const speaker = last === undefined ? head.name : cue.speaker
    if (!isRepeated) return { ...cue, speaker }
    const lines = [(first.lines[0] ?? '').slice(head.length), ...first.lines.slice(1)].filter((line) => line !== '')
    return { ...cue, speaker, parts: lines.length === 0 ? rest : [{ voice: null, lines }, ...rest] }
  })
}

function headOf(line: string): { readonly name: string; readonly length: number } | null {
  const match = HEAD.exec(line)
  const name = match?.[1] ?? match?.[2] ?? ''
  return match === null || !/\p{L}/u.test(name) ? null : { name, length: match[0].length }
}
