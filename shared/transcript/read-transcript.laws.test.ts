import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyStructure, anyText } from '#shared/testing/any-transcript.ts'
import { readTranscript } from './read-transcript.ts'

describe('readTranscript, whatever the text and whatever the file says of it', () => {
  it('reads each character once, where it stands', () => {
    fc.assert(
      fc.property(anyText, anyStructure, (text, structure) => {
        const { blocks, turns } = readTranscript(text, structure)
        const seen = new Set<number>()
        for (const { pieces, span } of blocks) {
          for (const piece of pieces) {
            expect(piece.source).toBeGreaterThanOrEqual(span.start)
            for (let at = piece.source as number; at < piece.source + piece.length; at++) {
              expect(seen.has(at)).toBe(false)
              seen.add(at)
            }
          }
        }
        turns.forEach((turn, index) => {
          const own = blocks.slice(turn.firstBlock, turn.endBlock)
          expect(own[0]).toMatchObject({ kind: 'label', text: turn.label, turn: index })
          expect(turn.span.end).toBeGreaterThanOrEqual(turn.span.start)
        })
        expect(blocks.filter(({ kind }) => kind === 'label')).toHaveLength(turns.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('readTranscript, whatever the text', () => {
  it('maps every character it reads to the source', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const block of readTranscript(text).blocks) {
          let at = 0
          let source = block.span.start as number
          for (const piece of block.pieces) {
            expect(piece.at).toBe(at)
            expect(piece.length).toBeGreaterThan(0)
            expect(piece.source).toBeGreaterThanOrEqual(source)
            const slice = text.slice(piece.source, piece.source + piece.length)
            expect(slice.replaceAll('\n', ' ')).toBe(block.text.slice(at, at + piece.length))
            at += piece.length
            source = piece.source + piece.length
          }
          expect(at).toBe(block.text.length)
          expect(source).toBeLessThanOrEqual(block.span.end)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('keeps blocks in source order, apart but for what is set aside within one, and leaves out blanks only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let behind = 0
        for (const { span, line, kind } of readTranscript(text).blocks) {
          if (kind === 'set-aside' && span.end <= behind) continue
          expect(span.start).toBeGreaterThanOrEqual(behind)
          expect(text.slice(behind, span.start).trim()).toBe('')
          expect(line).toBe(text.slice(0, span.start).split('\n').length)
          behind = span.end
        }
        expect(text.slice(behind).trim()).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('gives turns that agree with their blocks, and exchanges that agree with the turns', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { blocks, turns, exchanges, speakers } = readTranscript(text)
        turns.forEach((turn, index) => {
          expect(turn.index).toBe(index)
          const own = blocks.slice(turn.firstBlock, turn.endBlock)
          expect(own[0]?.kind).toBe('label')
          expect(own[0]?.text).toBe(turn.label)
          expect(own[0]?.span.start).toBe(turn.span.start)
          expect(own.every((block) => block.turn === index)).toBe(true)
          expect(turn.span.end).toBe(Math.max(...own.filter((b) => b.kind !== 'set-aside').map((b) => b.span.end)))
          expect(turn.speaker === null || speakers.includes(turn.speaker)).toBe(true)
        })
        expect(blocks.filter(({ kind }) => kind === 'label')).toHaveLength(turns.length)
        for (const { questions, answers } of exchanges) {
          expect(questions.every((turn) => turns[turn]?.role === 'question')).toBe(true)
          expect(answers.every((turn) => turns[turn]?.role === 'answer')).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('says the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readTranscript(text)).toEqual(readTranscript(text))
      }),
    )
  })
})
