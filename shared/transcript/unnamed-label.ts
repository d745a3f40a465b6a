import type { Label } from './conventions.ts'
import type { Lines } from './lines.ts'

/** A turn that begins with a line and names nobody. `sign`: what is printed before its speech; `person`: what tells one from the other. */
export function unnamedLabelAt(text: string, lines: Lines, index: number, sign: RegExp | null, person = ''): Label {
  const start = lines.start(index)
  const printed = sign?.exec(text.slice(start, Math.min(lines.end(index), start + 16)))?.[0] ?? ''
  const speech = start + printed.length
  return {
    form: 'unnamed',
    line: index,
    lastLine: index,
    start,
    end: start + printed.trimEnd().length,
    speech,
    speaker: null,
    person,
    affiliation: '',
    time: null,
    printed: null,
    isAtParagraphStart: true,
    verb: '',
    isRare: false,
  }
}
