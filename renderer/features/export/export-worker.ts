import { gatherRecords } from '#renderer/commands/export-records.ts'
import { LecternDatabase } from '#renderer/db/database.ts'
import { loadProject } from '#renderer/db/project-store.ts'
import { csvParts } from '#shared/formats/codings-csv.ts'
import { type PreparedTable, prepareCodingsTable } from '#shared/formats/codings-table.ts'
import type { CsvChoice, CsvOptions, ProjectRecords } from '#shared/formats/export-request.ts'
import type { ProjectId } from '#shared/model/ids.ts'
import type { ExportAnswer, ExportAsk } from './export-messages.ts'

// A thread of its own, which reads what it needs from the database: to hand 200,000 codings over would keep the page for seconds.

const PREVIEW_ROWS = 8
/** So many parts may be on their way: one is made while the one before is written. */
const ON_THE_WAY = 2

let records: Promise<ProjectRecords> | null = null
/** The last table, which is mostly also the one that is exported. */
let last: { readonly choice: string; readonly table: PreparedTable } | null = null
let underWay = 0
let onTaken = (): void => {}

const answer = (message: ExportAnswer, transfer: Transferable[] = []): void => self.postMessage(message, { transfer })

async function open(projectId: ProjectId, recogniser: string): Promise<ProjectRecords> {
  const db = new LecternDatabase()
  const loaded = await loadProject(db, projectId)
  if (loaded === null) throw new Error(`there is no project ${projectId}`)
  return gatherRecords(db, loaded.state, recogniser)
}

async function tableOf({ codeIds, sourceIds }: CsvChoice): Promise<PreparedTable> {
  if (records === null) throw new Error('no project was opened')
  const choice = JSON.stringify([codeIds, sourceIds])
  const gathered = await records
  if (last?.choice !== choice) last = { choice, table: prepareCodingsTable(gathered, { codeIds, sourceIds }) }
  return last.table
}

async function preview(choice: CsvChoice): Promise<void> {
  const { header, rows, total, mismatches } = await tableOf(choice)
  const made = { header, rows: rows(0, PREVIEW_ROWS), total, mismatches: mismatches.length }
  answer({ kind: 'preview', preview: made })
}

async function make(options: CsvOptions): Promise<void> {
  const table = await tableOf(options)
  const encoder = new TextEncoder()
  for (const { text, rows } of csvParts(table, options)) {
    const bytes = encoder.encode(text)
    while (underWay >= ON_THE_WAY) {
      await new Promise<void>((resolve) => {
        onTaken = resolve
      })
    }
    underWay += 1
    answer({ kind: 'part', bytes, rows, count: table.total }, [bytes.buffer])
  }
  answer({ kind: 'made' })
}

self.addEventListener('message', ({ data }: MessageEvent<ExportAsk>) => {
  const fail = (error: unknown): void => answer({ kind: 'failed', detail: String(error) })
  if (data.kind === 'open') records = open(data.projectId, data.recogniser)
  else if (data.kind === 'preview') void preview(data.choice).catch(fail)
  else if (data.kind === 'make') void make(data.options).catch(fail)
  else {
    underWay -= 1
    onTaken()
  }
})
