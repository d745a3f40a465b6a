import { describe, expect, it } from 'vitest'
import type { ImportedFile } from '#shared/bridge.ts'
import type { ExportRequest } from '#shared/formats/export-request.ts'
import type { IsoDateTime, ProjectId } from '#shared/model/ids.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { ARGUMENT_GUARDS, isImportOutcome } from './shapes.ts'

const project = {
  id: '00000000-0000-4000-8000-000000000001' as ProjectId,
  name: '研究',
  createdAt: '2024-01-01T00:00:00.000Z' as IsoDateTime,
}
const request: ExportRequest = {
  suggestedName: '研究.csv',
  records: { project, coders: [], sources: [], codes: [], segments: [], codings: [], memos: [] },
  options: { byteOrderMark: true, escapeFormulas: false, codeIds: null, sourceIds: [] },
}

describe('ARGUMENT_GUARDS', () => {
  it('let right arguments through', () => {
    expect(ARGUMENT_GUARDS.appInfo([])).toBe(true)
    expect(ARGUMENT_GUARDS.importBytes(['a.txt', new Uint8Array(2)])).toBe(true)
    expect(ARGUMENT_GUARDS.updateMenu([{ enabled: ['undo'], checked: [], undo: 'x', redo: null }])).toBe(true)
    expect(ARGUMENT_GUARDS.saveExport([request])).toBe(true)
  })

  it.each([
    ['too many', ARGUMENT_GUARDS.appInfo([1])],
    ['too few', ARGUMENT_GUARDS.saveExport([])],
    ['no bytes', ARGUMENT_GUARDS.importBytes(['a.txt', [1, 2]])],
    ['a path for bytes', ARGUMENT_GUARDS.importBytes(['a.txt', '/etc/passwd'])],
    ['no such command', ARGUMENT_GUARDS.updateMenu([{ enabled: ['format'], checked: [], undo: null, redo: null }])],
    ['an inherited name', ARGUMENT_GUARDS.updateMenu([{ enabled: ['toString'], checked: [], undo: null, redo: null }])],
    ['no menu state', ARGUMENT_GUARDS.updateMenu([null])],
    ['no options', ARGUMENT_GUARDS.saveExport([{ ...request, options: undefined }])],
    ['a wrong id', ARGUMENT_GUARDS.saveExport([{ ...request, options: { ...request.options, codeIds: ['x'] } }])],
    ['half a record', ARGUMENT_GUARDS.saveExport([{ ...request, records: { ...request.records, codings: [{}] } }])],
  ])('refuse %s', (_name, passed) => {
    expect(passed).toBe(false)
  })
})

describe('isImportOutcome', () => {
  const file: ImportedFile = {
    fileName: 'a.txt',
    mediaType: 'text/plain',
    sha256: 'x',
    encoding: 'utf-8',
    certainty: 'certain',
    lineEnds: 'lf',
    importer: 'plain-text/1',
    text: 'a',
    structure: NO_STRUCTURE,
    undecodable: 0,
    original: new Uint8Array(1),
  }

  it('takes both kinds of outcome and nothing else', () => {
    expect(isImportOutcome({ kind: 'imported', file })).toBe(true)
    expect(isImportOutcome({ kind: 'failed', failure: { fileName: 'a', reason: 'empty', detail: '' } })).toBe(true)
    expect(isImportOutcome({ kind: 'imported', file: { ...file, text: undefined } })).toBe(false)
    expect(isImportOutcome({ kind: 'failed', failure: { fileName: 'a', reason: 'tired', detail: '' } })).toBe(false)
    expect(isImportOutcome({ kind: 'else' })).toBe(false)
    expect(isImportOutcome(null)).toBe(false)
  })
})
