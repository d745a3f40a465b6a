/** So many UTF-16 units are printed at once, about: few enough that what they were made of is soon let go of. */
export const PART = 1 << 14

/** Puts what is printed bit by bit into parts of a handy size. */
export function* inParts(printed: Iterable<string>): Generator<string> {
  let part = ''
  for (const bit of printed) {
    part += bit
    if (part.length < PART) continue
    yield part
    part = ''
  }
  if (part !== '') yield part
}

/** The inside of a list of JSON: one item a line. */
export function* asItems(items: Iterable<string>): Generator<string> {
  let before = '\n    '
  for (const item of items) {
    yield before + item
    before = ',\n    '
  }
  if (before.startsWith(',')) yield '\n  '
}
