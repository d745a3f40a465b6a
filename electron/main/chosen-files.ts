import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ChosenFile, ChosenFiles } from '#shared/bridge.ts'
import { MOST_FILES } from '#shared/importable-files.ts'
import { type FolderList, listFolder } from './list-folder.ts'

/** Files that were chosen, until each is read or forgotten. The page knows them by tokens, never by paths. */
export interface ChosenFilesStore {
  readonly addFiles: (paths: readonly string[]) => Promise<ChosenFiles>
  /** Adds what a folder and all folders in it hold. */
  readonly addFolder: (path: string) => Promise<ChosenFiles>
  /** Adds files, and what stands in the folders among them. */
  readonly addFilesAndFolders: (paths: readonly string[]) => Promise<ChosenFiles>
  /** The path that a token stands for, once; null for a token that is spent or was never given. */
  readonly take: (token: string) => string | null
  readonly forget: (tokens: readonly string[]) => void
}

/** A page that was loaded anew asks for none of its tokens: beyond so many the oldest are forgotten. */
const MOST_KEPT = 10 * MOST_FILES

/** What was chosen, before tokens are given. */
interface Chosen extends Omit<ChosenFiles, 'files'> {
  readonly found: FolderList['files']
}

/** Starts with nothing chosen. */
export function chosenFilesStore(): ChosenFilesStore {
  const paths = new Map<string, string>()

  const keep = async ({ path, folder }: Chosen['found'][number]): Promise<ChosenFile> => {
    const token = randomUUID()
    paths.set(token, path)
    const [oldest] = paths.size > MOST_KEPT ? paths.keys() : []
    if (oldest !== undefined) paths.delete(oldest)
    return { token, fileName: basename(path), folder, bytes: await sizeOf(path) }
  }
  const add = async ({ found, isCut, ...rest }: Chosen): Promise<ChosenFiles> => {
    const files: ChosenFile[] = []
    for (const one of found.slice(0, MOST_FILES)) files.push(await keep(one))
    return { ...rest, files, isCut: isCut || found.length > MOST_FILES }
  }
  return {
    addFiles: (chosen) => add(together(chosen.map(justFile))),
    addFolder: async (path) => add(await folderOf(path)),
    addFilesAndFolders: async (chosen) => {
      const parts: Chosen[] = []
      for (const path of chosen) parts.push((await isFolder(path)) ? await folderOf(path) : justFile(path))
      return add(together(parts))
    },
    take: (token) => {
      const path = paths.get(token) ?? null
      paths.delete(token)
      return path
    },
    forget: (tokens) => {
      for (const token of tokens) paths.delete(token)
    },
  }
}

function justFile(path: string): Chosen {
  return { found: [{ path, folder: '' }], folderName: null, passedOver: 0, isCut: false, failures: [] }
}

async function folderOf(path: string): Promise<Chosen> {
  const { files, failures, ...rest } = await listFolder(path)
  const folderName = basename(path) || path
  return {
    ...rest,
    found: files,
    folderName,
    failures: failures.map((failure) => (failure.fileName === '' ? { ...failure, fileName: folderName } : failure)),
  }
}

function together(parts: readonly Chosen[]): Chosen {
  return {
    found: parts.flatMap((part) => part.found),
    folderName: parts.find((part) => part.folderName !== null)?.folderName ?? null,
    passedOver: parts.reduce((sum, part) => sum + part.passedOver, 0),
    isCut: parts.some((part) => part.isCut),
    failures: parts.flatMap((part) => part.failures),
  }
}

/** Only for the order and the number of imports at a time: reading looks again. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
