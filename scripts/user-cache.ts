import { readdir, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

const HOUR = 3_600_000

/**
 * The folder for what development fetches once for every checkout, outside the repository.
 * `XDG_CACHE_HOME` counts only when absolute: XDG Base Directory Specification.
 */
export function userCache(env: NodeJS.ProcessEnv = process.env, home: string = homedir()): string {
  const given = env['XDG_CACHE_HOME']
  return join(given !== undefined && isAbsolute(given) ? given : join(home, '.cache'), 'lectern-dev')
}

/** Half-made folders begin with this, and become whole by one rename. */
export const PART_PREFIX = '.part-'

/** Removes what a process that was killed left half-made. Younger ones may still be at work. */
export async function sweepParts(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(PART_PREFIX)) continue
    const part = join(folder, name)
    const found = await stat(part).catch(() => null)
    if (found !== null && now - found.mtimeMs > HOUR) await rm(part, { recursive: true, force: true })
  }
}
