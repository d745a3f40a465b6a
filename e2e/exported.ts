import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

export type Row = Readonly<Record<string, string>>

export interface Exported {
  readonly bytes: Buffer
  readonly hasByteOrderMark: boolean
  readonly header: readonly string[]
  readonly rows: readonly Row[]
}

/** Reads an export as another program would: strictly UTF-8, strictly CSV. */
export function readExport(path: string): Exported {
  const bytes = readFileSync(path)
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const hasByteOrderMark = text.startsWith('\uFEFF')
  const [header = [], ...records] = parse(hasByteOrderMark ? text.slice(1) : text, {
    record_delimiter: '\r\n',
  }) as string[][]
  const rows = records.map((record) => Object.fromEntries(header.map((name, column) => [name, record[column] ?? ''])))
  return { bytes, hasByteOrderMark, header, rows }
}
