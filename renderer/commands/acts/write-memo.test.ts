import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, inverseOfAll } from '#shared/journal/change.ts'
import { applyChanges, emptyState, type ProjectState } from '#shared/journal/state.ts'
import type { CodeId, CoderId, IsoDateTime, ProjectId, SourceId } from '#shared/model/ids.ts'
import { type MemoTarget, richTextOfMemo, targetKey } from '#shared/model/memo.ts'
import { normalRichText, plainTextOf, type RichText, richTextOf } from '#shared/model/rich-text.ts'
import { anyRichText } from '#shared/testing/any-rich-text.ts'
import { memoOn } from './lookup.ts'
import { type ActWorld, isRefusal } from './refusal.ts'
import { type Writing, writeMemo } from './write-memo.ts'

const AT = '2026-01-02T03:04:05.006Z' as IsoDateTime
const PROJECT = { id: 'p' as ProjectId, name: 'p', createdAt: AT }

let count = 0
const world: ActWorld = { at: AT, coderId: 'c' as CoderId, newId: () => `memo-${++count}` }
const targets: readonly MemoTarget[] = [
  { kind: 'project', id: PROJECT.id },
  { kind: 'speaker', name: 'Lin' },
  { kind: 'speaker', name: 'Ann' },
]

function write(state: ProjectState, writing: Writing): ProjectState {
  const result = writeMemo(state, writing, world)
  return isRefusal(result) ? state : applyChanges(state, result.changes)
}

test('any writing of memos undone from the last to the first leads back to the start', () => {
  const steps = fc.array(
    fc.record({
      target: fc.constantFrom(...targets),
      text: fc.oneof(anyRichText, fc.constant('')),
      base: fc.option(anyRichText, { nil: undefined }),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(steps, (list) => {
      const start = emptyState(PROJECT)
      let state = start
      const done: (readonly Change[])[] = []
      for (const { target, text, base } of list) {
        const result = writeMemo(state, base === undefined ? { target, text } : { target, text, base }, world)
        if (isRefusal(result)) continue
        state = applyChanges(state, result.changes)
        done.push(result.changes)
        const keys = [...state.memos.values()].map((memo) => targetKey(memo.target))
        expect(new Set(keys).size).toBe(keys.length)
        for (const memo of state.memos.values()) {
          expect(plainTextOf(richTextOfMemo(memo))).toBe(memo.text)
          expect(memo.text.trim()).not.toBe('')
        }
      }
      for (const changes of done.reverse()) state = applyChanges(state, inverseOfAll(changes))
      expect(state.memos).toEqual(start.memos)
    }),
  )
})

test('what was written is what stands there', () => {
  fc.assert(
    fc.property(anyRichText, (text) => {
      const target = { kind: 'speaker', name: 'Lin' } as const
      const memo = memoOn(write(emptyState(PROJECT), { target, text }), target)
      if (plainTextOf(text).trim() === '') expect(memo).toBeNull()
      else expect(memo === null ? null : richTextOfMemo(memo)).toEqual(normalRichText(text))
    }),
  )
})

test('two who write at once keep what both wrote', () => {
  const target = { kind: 'speaker', name: 'Lin' } as const
  const begun = write(emptyState(PROJECT), { target, text: 'slow\nclear' })
  const base: RichText = richTextOf('slow\nclear')
  const theirs = write(begun, { target, text: 'slow\nclear\nloud', base })
  const both = write(theirs, { target, text: 'very slow\nclear', base })
  expect(memoOn(both, target)?.text).toBe('very slow\nclear\nloud')
  const clash = write(both, { target, text: 'quick\nclear', base })
  expect(memoOn(clash, target)?.text).toBe('quick\nclear\nvery slow\nclear\nloud')
  const deleted = write(begun, { target, text: '', base })
  expect(memoOn(write(deleted, { target, text: 'slow\nclear\nmore', base }), target)?.text).toContain('more')
})

test('nothing is written on what is not there, and nothing for the same words', () => {
  const state = emptyState(PROJECT)
  for (const target of [
    { kind: 'code', id: 'x' as CodeId },
    { kind: 'turn', sourceId: 's' as SourceId, start: 4 },
  ] as const) {
    expect(writeMemo(state, { target, text: 'a' }, world)).toMatchObject({ refused: 'refusal.memoTargetGone' })
  }
  const target = { kind: 'project', id: PROJECT.id } as const
  const written = write(state, { target, text: 'a' })
  expect(writeMemo(written, { target, text: 'a' }, world)).toMatchObject({ refused: 'refusal.sameValue' })
  expect(writeMemo(state, { target, text: ' \n' }, world)).toMatchObject({ refused: 'refusal.sameValue' })
  // Looks alone are a change as well.
  const bold: RichText = [{ kind: 'paragraph', level: 0, runs: [{ text: 'a', bold: true }] }]
  expect(writeMemo(written, { target, text: bold }, world)).toMatchObject({ name: 'act.writeMemo' })
})
