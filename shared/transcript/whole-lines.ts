import { ENDS_SENTENCE, HAS_LABEL_END, LETTER_SPACED, Lines } from './lines.ts'

/** What the parts of a cut line tell of the whole. */
const FROM_ANY = [HAS_LABEL_END, LETTER_SPACED]

/**
 * The lines as they stand in the source, where some of them were cut because they hold more than one
 * thing: how wide a text is set shows in whole lines alone. `indices` leads from each part to its line.
 * `null` where no line was cut.
 */
export function wholeLines(parts: Lines): { readonly lines: Lines; readonly indices: Int32Array } | null {
  let first = 1
  while (first < parts.length && parts.number(first) !== parts.number(first - 1)) first++
  if (first >= parts.length) return null
  const lines = new Lines(parts.length)
  const indices = new Int32Array(parts.length)
  for (let index = 0; index < parts.length; ) {
    let width = parts.width(index)
    let behind = index + 1
    while (behind < parts.length && parts.number(behind) === parts.number(index)) {
      width += parts.width(behind) + Math.min(1, parts.start(behind) - parts.end(behind - 1))
      behind++
    }
    const last = behind - 1
    let flags = parts.endsSentence(last) ? ENDS_SENTENCE : 0
    for (let part = index; part < behind; part++) {
      indices[part] = lines.length
      for (const flag of FROM_ANY) if (parts.has(part, flag)) flags |= flag
    }
    lines.add(
      parts.number(index),
      parts.start(index),
      parts.end(last),
      width,
      parts.indent(index),
      flags,
      parts.first(index),
    )
    index = behind
  }
  return { lines, indices }
}
