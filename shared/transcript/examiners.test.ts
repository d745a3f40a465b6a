import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const COURT = `                    DIRECT EXAMINATION
BY MR. CARVER:
Q. Please state your name.
A. Anna Holt.
Q. Where do you work?
A. At the port.
MR. DUNN: Objection.
THE COURT: Overruled.
BY MR. CARVER:
Q. Since when?
A. Since 2015.

                    CROSS-EXAMINATION BY MS. VALE:
Q. You signed the form?
A. I did.
Q. Did you read it?
A. No.
`

describe('a line that says who examines', () => {
  const reading = readTranscript(COURT)
  const turns = reading.turns.map(({ speaker, role }) => `${speaker} ${role}`)

  it('gives the questions below to whom it names', () => {
    expect(turns).toEqual([
      'MR. CARVER question',
      'A answer',
      'MR. CARVER question',
      'A answer',
      'MR. DUNN answer',
      'THE COURT moderator',
      'MR. CARVER question',
      'A answer',
      'MS. VALE question',
      'A answer',
      'MS. VALE question',
      'A answer',
    ])
  })

  it('is no turn, nor part of one', () => {
    const asides = reading.blocks.flatMap(({ setAside, text }) => (setAside === 'note' ? [text] : []))
    expect(asides).toEqual(['BY MR. CARVER:', 'BY MR. CARVER:', 'CROSS-EXAMINATION BY MS. VALE:'])
  })

  it('is none where nobody asks below it', () => {
    const text = 'By the way:\nQuiet is kept.\n\nBy hand:\nWe wrote it down.\n'
    expect(readTranscript(text).turns).toEqual([])
  })
})
