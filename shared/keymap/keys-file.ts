import { type KeyChanges, soundChanges } from './keymap.ts'

const FORMAT = 'lectern.keys/1'

/** The changed keys as a file that can be taken in again, here or on another machine. */
export function keysAsJson(changes: KeyChanges): string {
  return `${JSON.stringify({ format: FORMAT, keys: changes }, null, 2)}\n`
}

/** The changed keys that a file holds, or `null` where it is no such file. What makes no sense in it is left out. */
export function keysFromJson(text: string): KeyChanges | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof found !== 'object' || found === null) return null
  const { format, keys } = found as Record<string, unknown>
  return format === FORMAT ? soundChanges(keys) : null
}

/** A list of keys as a Markdown table, to be printed or kept beside the keyboard. */
export function keysAsMarkdown(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/[\\|]/g, '\\$&').replace(/`/g, '\\`')).join(' | ')} |\n`
  return [heads, heads.map(() => '---'), ...rows].map(line).join('')
}
