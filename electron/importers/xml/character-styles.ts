import type { Style } from '#shared/model/source-structure.ts'

const COMBINATIONS: readonly (readonly Style[])[] = Array.from({ length: 16 }, (_, bits) =>
  (['bold', 'italic', 'underline', 'link'] as const).filter((_style, bit) => (bits & (1 << bit)) !== 0),
)

/** The styles of characters as a list; the same list for the same styles, so that lists can be compared by identity. */
export function characterStyles(bold: boolean, italic: boolean, underline: boolean, link: boolean): readonly Style[] {
  return COMBINATIONS[Number(bold) + 2 * Number(italic) + 4 * Number(underline) + 8 * Number(link)] ?? []
}
