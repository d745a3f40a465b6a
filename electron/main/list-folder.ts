import type { Dirent } from 'node:fs'
import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportFailure } from '#shared/bridge.ts'
import { compareNames, hasReadableEnding, isHiddenName, MOST_ENTRIES } from '#shared/importable-files.ts'
import { errorTextOf } from './system-errors.ts'

/** What a folder holds, itself and all folders below. */
export interface FolderList {
  /** Files that can be tried, folder by folder, by name; `folder` is parted by `/` and empty at the top. */
  readonly files: readonly { readonly path: string; readonly folder: string }[]
  /** How many others it holds. Hidden ones are not counted. */
  readonly passedOver: number
  /** It has more than `mostEntries` entries; what comes behind them was not looked at. */
  readonly isCut: boolean
  /** Folders that could not be opened. */
  readonly failures: readonly ImportFailure[]
}

/**
 * Lists the files of a folder. Links to files are followed, links to folders are not: so there is no
 * way in circles, and none out of the folder.
 */
export async function listFolder(top: string, mostEntries = MOST_ENTRIES): Promise<FolderList> {
  const files: { path: string; folder: string }[] = []
  const failures: ImportFailure[] = []
  let passedOver = 0
  let left = mostEntries
  let isCut = false
  const waiting = [{ path: top, folder: '' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const here = next
    const entries: Dirent[] = []
    try {
      for await (const entry of await opendir(here.path)) {
        if (left === 0) {
          isCut = true
          break
        }
        left -= 1
        if (!isHiddenName(entry.name)) entries.push(entry)
      }
    } catch (error) {
      failures.push({ fileName: here.folder, reason: 'not-readable', detail: errorTextOf(error) })
    }
    entries.sort((a, b) => compareNames(a.name, b.name))
    const folders: typeof waiting = []
    for (const entry of entries) {
      const path = join(here.path, entry.name)
      if (entry.isDirectory()) {
        folders.push({ path, folder: here.folder === '' ? entry.name : `${here.folder}/${entry.name}` })
      } else if (hasReadableEnding(entry.name) && (await isFile(entry, path))) {
        files.push({ path, folder: here.folder })
      } else {
        passedOver += 1
      }
    }
    waiting.push(...folders.reverse())
  }
  return { files, passedOver, isCut, failures }
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  try {
    return (await stat(path)).isFile()
  } catch {
    // It leads nowhere.
    return false
  }
}
