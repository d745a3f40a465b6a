import type { SourceId } from '#shared/model/ids.ts'
import type { LibraryLine } from '#shared/sources/library-rows.ts'

/** What is chosen in the library. */
export interface Choice {
  /** The line that has the keyboard, by its key; null before any has had it. */
  readonly active: string | null
  /** Where a range of chosen lines begins. */
  readonly anchor: string | null
  readonly chosen: ReadonlySet<SourceId>
}

export const NOTHING_CHOSEN: Choice = { active: null, anchor: null, chosen: new Set() }

/** Names a line of the library for as long as it is there. */
export function keyOfLine(line: LibraryLine): string {
  return line.kind === 'group' ? `group ${line.name}` : line.row.source.id
}

function sourcesOf(lines: readonly LibraryLine[]): readonly SourceId[] {
  return lines.flatMap((line) => (line.kind === 'source' ? [line.row.source.id] : []))
}

/** Goes to a line and chooses it alone; when extending, all from where the range began. */
export function goTo(lines: readonly LibraryLine[], choice: Choice, index: number, isExtending = false): Choice {
  const line = lines[index]
  if (line === undefined) return choice
  const active = keyOfLine(line)
  const from = lines.findIndex((one) => keyOfLine(one) === choice.anchor)
  if (!isExtending || from === -1) return { active, anchor: active, chosen: new Set(sourcesOf([line])) }
  const range = lines.slice(Math.min(from, index), Math.max(from, index) + 1)
  return { active, anchor: choice.anchor, chosen: new Set(sourcesOf(range)) }
}

/** Goes to a line and chooses it beside the others, or no longer. */
export function toggleAt(lines: readonly LibraryLine[], choice: Choice, index: number): Choice {
  const line = lines[index]
  if (line === undefined) return choice
  const active = keyOfLine(line)
  if (line.kind === 'group') return { ...choice, active }
  const chosen = new Set(choice.chosen)
  if (!chosen.delete(line.row.source.id)) chosen.add(line.row.source.id)
  return { active, anchor: active, chosen }
}

/** Chooses every source of the list. */
export function chooseAll(lines: readonly LibraryLine[], choice: Choice): Choice {
  return { ...choice, chosen: new Set(sourcesOf(lines)) }
}

/** The sources that an act is about, in the order of the list: those chosen; else those of the group that has the keyboard. */
export function chosenSources(lines: readonly LibraryLine[], { active, chosen }: Choice): readonly SourceId[] {
  const seen = sourcesOf(lines).filter((id) => chosen.has(id))
  if (seen.length > 0) return seen
  const line = lines.find((one) => keyOfLine(one) === active)
  return line === undefined ? [] : line.kind === 'group' ? line.sourceIds : [line.row.source.id]
}
