import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/** What readings, and the summaries of them, depend on beside the text and its structure. */
const FOLDERS = ['shared/model', 'shared/sources', 'shared/text', 'shared/transcript']

/**
 * Names the recogniser by its source files: the program keeps readings, and one that another
 * recogniser made must be made anew, whether or not somebody thought of raising a number.
 */
export function recogniserMark(root: string = ROOT): string {
  const hash = createHash('sha256')
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue
      hash
        .update(`${folder}/${name}\0`)
        .update(readFileSync(join(root, folder, name)))
        .update('\0')
    }
  }
  return hash.digest('hex').slice(0, 16)
}
