/**
 * Matches two sequences of keys in order: the longest common subsequence, as pairs of indices
 * (expected, found), by dynamic programming over (n + 1) × (m + 1) lengths.
 */
export function matchKeys(
  expected: readonly string[],
  found: readonly string[],
): readonly (readonly [number, number])[] {
  const width = found.length + 1
  const longest = new Uint32Array((expected.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = found.length - 1; j >= 0; j--) {
      longest[i * width + j] = expected[i] === found[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < expected.length && j < found.length; ) {
    if (expected[i] === found[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
