import type { ChosenFiles } from '#shared/bridge.ts'
import type { Desk } from './desk.ts'
import { type ImportBatch, importBatch, isEmpty } from './import-run.ts'

/** Asks for files and imports them. */
export async function openSources(desk: Desk): Promise<void> {
  await importChosen(desk, await desk.bridge.chooseSources())
}

/** Asks for a folder and imports what it holds. */
export async function openFolder(desk: Desk): Promise<void> {
  await importChosen(desk, await desk.bridge.chooseFolder())
}

/** Imports what the system or a command line named. */
export async function takeWaiting(desk: Desk): Promise<void> {
  await importChosen(desk, await desk.bridge.takeWaitingFiles())
}

async function importChosen(desk: Desk, chosen: ChosenFiles | null): Promise<void> {
  if (chosen === null) return
  const batch = batchOf(desk, chosen)
  if (isEmpty(batch)) return
  // The list of documents has been left for the documents.
  if (['projects', 'library'].includes(desk.workbench.getState().dialog?.kind ?? ''))
    desk.workbench.setState({ dialog: null })
  await importBatch(desk, batch)
}

function batchOf({ bridge }: Desk, chosen: ChosenFiles): ImportBatch {
  return {
    projectName: chosen.folderName,
    files: chosen.files.map(({ token, fileName, folder, bytes }) => ({
      job: token,
      fileName,
      folder,
      bytes,
      read: () => bridge.importChosen(token),
    })),
    report: {
      rows: chosen.failures.map((failure) => ({
        fileName: failure.fileName,
        folder: '',
        result: { kind: 'failed', failure },
      })),
      passedOver: chosen.passedOver,
      isCut: chosen.isCut,
      stopped: 0,
    },
  }
}
