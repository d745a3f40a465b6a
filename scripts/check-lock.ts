import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from './root.ts'

interface LockEntry {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/**
 * Finds optional packages that a lockfile's packages name but that the lockfile does not hold. Such
 * a lock comes from a registry that lacked a platform's package when the lock was made: npm leaves
 * it out without a word, and `npm ci` then fails wherever the registry has it.
 * @param entries The `packages` of a package-lock.json (version 2 or 3), keyed by folder.
 */
export function missingOptional(entries: Readonly<Record<string, LockEntry>>): readonly string[] {
  return Object.entries(entries).flatMap(([folder, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isHeld(entries, folder, name))
      .map(
        ([name, range]) =>
          `${folder === '' ? 'package.json' : folder} names ${name}@${range}, which the lockfile lacks`,
      ),
  )
}

/** Looks for a package as Node does: beside the one that needs it, then in every folder above. */
function isHeld(entries: Readonly<Record<string, LockEntry>>, from: string, name: string): boolean {
  const candidates = [from]
  for (let folder = from; folder !== ''; ) {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
    candidates.push(folder)
  }
  return candidates.some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in entries)
}

/** Checks this project's lockfile. */
export async function incompletePackages(): Promise<readonly string[]> {
  const lock: { readonly packages: Record<string, LockEntry> } = JSON.parse(
    await readFile(join(ROOT, 'package-lock.json'), 'utf8'),
  )
  return missingOptional(lock.packages)
}
