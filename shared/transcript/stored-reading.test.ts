import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spanOf, utf16 } from '#shared/model/text-span.ts'
import { anyReadingChange, editsOf } from '#shared/testing/any-reading-change.ts'
import { anyStructure, anyText } from '#shared/testing/any-transcript.ts'
import { asRecords } from '#shared/testing/as-records.ts'
import { applyEdits } from './apply-edits.ts'
import { readTranscript } from './read-transcript.ts'
import type { Reading } from './reading.ts'
import { restoreReading, storeReading } from './stored-reading.ts'
import { withNames } from './with-names.ts'
import { withoutSetAside } from './without-set-aside.ts'

it('gives back the reading that was stored, whatever the text and whatever the file says of it', () => {
  fc.assert(
    fc.property(anyText, anyStructure, (text, structure) => {
      const reading = readTranscript(text, structure)
      expect(asRecords(restoreReading(text, structuredClone(storeReading(text, reading))))).toEqual(reading)
    }),
    { numRuns: 1000 },
  )
})

it('keeps a text that its pieces do not tell', () => {
  const text = 'one\ntwo'
  const reading: Reading = {
    blocks: [
      {
        kind: 'paragraph',
        text,
        pieces: [{ at: 0, source: utf16(0), length: 7 }],
        span: spanOf(0, 7),
        turn: null,
        setAside: null,
        line: 1,
      },
    ],
    turns: [],
    exchanges: [],
    speakers: [],
    warnings: [],
  }
  expect(asRecords(restoreReading(text, storeReading(text, reading)))).toEqual(reading)
})

it('is put right, named and cut short as if it had just been read', () => {
  fc.assert(
    fc.property(anyText, anyStructure, fc.array(anyReadingChange, { maxLength: 6 }), (text, structure, changes) => {
      const read = readTranscript(text, structure)
      const stored = restoreReading(text, structuredClone(storeReading(text, read)))
      const edits = editsOf(changes)
      const shown = (reading: Reading): Reading =>
        asRecords(withNames(withoutSetAside(applyEdits(text, reading, edits))))
      expect(shown(stored)).toEqual(shown(read))
    }),
    { numRuns: 300 },
  )
})

it('is none of another text', () => {
  const stored = storeReading('Ann: yes', readTranscript('Ann: yes'))
  expect(() => restoreReading('Ann: no', stored)).toThrow(RangeError)
})
