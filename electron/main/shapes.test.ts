import { describe, expect, it } from 'vitest'
import type { ImportedText } from '#shared/bridge.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { ARGUMENT_GUARDS, isEncodingChoices, isTextOutcome } from './shapes.ts'

describe('ARGUMENT_GUARDS', () => {
  it('let right arguments through', () => {
    expect(ARGUMENT_GUARDS.appInfo([])).toBe(true)
    expect(ARGUMENT_GUARDS.importBytes(['1', 'a.txt', new Uint8Array(2), null])).toBe(true)
    expect(ARGUMENT_GUARDS.importBytes(['1', 'a.txt', new Uint8Array(2), 'gb18030'])).toBe(true)
    expect(ARGUMENT_GUARDS.importChosen(['1'])).toBe(true)
    expect(ARGUMENT_GUARDS.forgetChosen([['1', '2']])).toBe(true)
    expect(ARGUMENT_GUARDS.encodingChoices(['1', new Uint8Array(2)])).toBe(true)
    expect(ARGUMENT_GUARDS.updateMenu([{ enabled: ['undo'], checked: [], undo: 'x', redo: null }])).toBe(true)
    expect(ARGUMENT_GUARDS.beginExport(['研究.csv'])).toBe(true)
    expect(ARGUMENT_GUARDS.writeExport(['1', new Uint8Array(2)])).toBe(true)
  })

  it.each([
    ['too many', ARGUMENT_GUARDS.appInfo([1])],
    ['too few', ARGUMENT_GUARDS.beginExport([])],
    ['no bytes', ARGUMENT_GUARDS.importBytes(['1', 'a.txt', [1, 2], null])],
    ['a path for bytes', ARGUMENT_GUARDS.importBytes(['1', 'a.txt', '/etc/passwd', null])],
    ['no encoding', ARGUMENT_GUARDS.importBytes(['1', 'a.txt', new Uint8Array(2), 1])],
    ['a list for a token', ARGUMENT_GUARDS.importChosen([['1']])],
    ['a token for a list', ARGUMENT_GUARDS.forgetChosen(['1'])],
    ['no such command', ARGUMENT_GUARDS.updateMenu([{ enabled: ['format'], checked: [], undo: null, redo: null }])],
    ['an inherited name', ARGUMENT_GUARDS.updateMenu([{ enabled: ['toString'], checked: [], undo: null, redo: null }])],
    ['no menu state', ARGUMENT_GUARDS.updateMenu([null])],
    ['a text for a piece of an export', ARGUMENT_GUARDS.writeExport(['1', 'a,b'])],
    ['a piece for no export', ARGUMENT_GUARDS.writeExport([null, new Uint8Array(2)])],
  ])('refuse %s', (_name, passed) => {
    expect(passed).toBe(false)
  })
})

describe('isTextOutcome', () => {
  const file: ImportedText = {
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
  }

  it('takes both kinds of outcome and nothing else', () => {
    expect(isTextOutcome({ kind: 'imported', file })).toBe(true)
    expect(isTextOutcome({ kind: 'failed', failure: { fileName: 'a', reason: 'empty', detail: '' } })).toBe(true)
    expect(isTextOutcome({ kind: 'imported', file: { ...file, text: undefined } })).toBe(false)
    expect(isTextOutcome({ kind: 'failed', failure: { fileName: 'a', reason: 'tired', detail: '' } })).toBe(false)
    expect(isTextOutcome({ kind: 'else' })).toBe(false)
    expect(isTextOutcome(null)).toBe(false)
  })
})

describe('isEncodingChoices', () => {
  const choice = { encoding: 'gb18030', firstLines: '甲', undecodable: 0, score: 0.5 }

  it('takes lists of choices and failures, and nothing else', () => {
    expect(isEncodingChoices({ kind: 'choices', choices: [] })).toBe(true)
    expect(isEncodingChoices({ kind: 'choices', choices: [choice] })).toBe(true)
    expect(isEncodingChoices({ kind: 'failed', reason: 'took-too-long' })).toBe(true)
    expect(isEncodingChoices({ kind: 'choices', choices: [{ ...choice, undecodable: -1 }] })).toBe(false)
    expect(isEncodingChoices({ kind: 'choices', choices: [{ ...choice, score: '1' }] })).toBe(false)
    expect(isEncodingChoices({ kind: 'failed', reason: 'tired' })).toBe(false)
    expect(isEncodingChoices(null)).toBe(false)
  })
})
