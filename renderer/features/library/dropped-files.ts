import type { ReportRow } from '#renderer/commands/import-report.ts'
import type { ImportBatch, WaitingImport } from '#renderer/commands/import-run.ts'
import type { ImportFailure, ImportOutcome, LecternBridge } from '#shared/bridge.ts'
import {
  compareNames,
  hasReadableEnding,
  isHiddenName,
  LARGEST_SOURCE,
  MOST_ENTRIES,
  MOST_FILES,
} from '#shared/importable-files.ts'

/**
 * What was dropped on the window, folders with all that is in them and below. Must be called while
 * the drop is being told of: the list of what was dropped is gone after that.
 */
export function droppedFiles(
  items: DataTransferItemList,
  bridge: LecternBridge,
  newId: () => string,
): Promise<ImportBatch> {
  const files: File[] = []
  const folders: FileSystemDirectoryEntry[] = []
  for (const item of items) {
    const entry = item.webkitGetAsEntry()
    if (entry !== null && isFolder(entry)) {
      folders.push(entry)
      continue
    }
    const file = item.getAsFile()
    if (file !== null) files.push(file)
  }
  return batchOf(files, folders, bridge, newId)
}

async function batchOf(
  files: readonly File[],
  folders: readonly FileSystemDirectoryEntry[],
  bridge: LecternBridge,
  newId: () => string,
): Promise<ImportBatch> {
  const found: Found = { waiting: [], rows: [], passedOver: 0, isCut: false, left: MOST_ENTRIES }
  const wait = (file: File, folder: string): void => {
    const job = newId()
    const { name: fileName, size: bytes } = file
    const read = (signal: AbortSignal): Promise<ImportOutcome> => importFile(file, bridge, job, signal)
    found.waiting.push({ job, fileName, folder, bytes, read })
  }
  for (const file of files) wait(file, '')
  for (const folder of folders) await listFolder(folder, found, wait)
  return {
    projectName: folders[0]?.name ?? null,
    files: found.waiting.slice(0, MOST_FILES),
    report: {
      rows: found.rows,
      passedOver: found.passedOver,
      isCut: found.isCut || found.waiting.length > MOST_FILES,
      stopped: 0,
    },
  }
}

interface Found {
  readonly waiting: WaitingImport[]
  readonly rows: ReportRow[]
  passedOver: number
  isCut: boolean
  /** How many entries may still be looked at. */
  left: number
}

/** As `electron/main/list-folder.ts` lists a chosen folder. The browser follows no links here. */
async function listFolder(
  top: FileSystemDirectoryEntry,
  found: Found,
  wait: (file: File, folder: string) => void,
): Promise<void> {
  const waiting = [{ entry: top, folder: '' }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { entry, folder } = next
    const folders: typeof waiting = []
    for (const inside of await entriesOf(entry, folder, found)) {
      if (isFolder(inside)) {
        folders.push({ entry: inside, folder: folder === '' ? inside.name : `${folder}/${inside.name}` })
      } else if (isFile(inside) && hasReadableEnding(inside.name)) {
        const file = await new Promise<File | null>((resolve) => inside.file(resolve, () => resolve(null)))
        if (file === null) found.rows.push(failedRow(inside.name, folder, 'not-readable'))
        else wait(file, folder)
      } else {
        found.passedOver += 1
      }
    }
    waiting.push(...folders.reverse())
  }
}

/** What a folder holds, by name. The browser gives it in parts. */
async function entriesOf(entry: FileSystemDirectoryEntry, folder: string, found: Found): Promise<FileSystemEntry[]> {
  const reader = entry.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[] | null>((resolve) =>
      reader.readEntries(resolve, () => resolve(null)),
    )
    if (part === null) found.rows.push(failedRow(folder === '' ? entry.name : folder, '', 'not-readable'))
    if (part === null || part.length === 0) break
    if (part.length > found.left) found.isCut = true
    const taken = part.slice(0, found.left)
    found.left -= taken.length
    entries.push(...taken.filter((one) => !isHiddenName(one.name)))
    if (found.isCut) break
  }
  return entries.sort((a, b) => compareNames(a.name, b.name))
}

async function importFile(file: File, bridge: LecternBridge, job: string, signal: AbortSignal): Promise<ImportOutcome> {
  const failed = (reason: ImportFailure['reason']): ImportOutcome => ({
    kind: 'failed',
    failure: { fileName: file.name, reason, detail: '' },
  })
  if (file.size > LARGEST_SOURCE) return failed('too-large')
  let original: Uint8Array
  try {
    original = new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    // The browser reads the file as it was when it was dropped, or not at all.
    return failed(error instanceof DOMException && error.name === 'NotFoundError' ? 'not-found' : 'not-readable')
  }
  if (signal.aborted) return failed('cancelled')
  const outcome = await bridge.importBytes(job, file.name, original, null)
  return outcome.kind === 'failed' ? outcome : { kind: 'imported', file: { ...outcome.file, original } }
}

function failedRow(fileName: string, folder: string, reason: ImportFailure['reason']): ReportRow {
  return { fileName, folder, result: { kind: 'failed', failure: { fileName, reason, detail: '' } } }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
