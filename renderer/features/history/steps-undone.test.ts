import { expect, test } from 'vitest'
import { stepsUndone } from './steps-undone.ts'

test('an act that was undone and redone is not undone; the newest word counts', () => {
  const steps = [
    { seq: 10, kind: 'undo', of: 4 },
    { seq: 9, kind: 'redo', of: 3 },
    { seq: 8, kind: 'undo', of: 3 },
    { seq: 7, kind: 'act', of: null },
    { seq: 6, kind: 'redo', of: 4 },
    { seq: 5, kind: 'undo', of: 4 },
  ] as const
  expect([...stepsUndone(steps)]).toEqual([4])
})

test('with an act go those that it gathers', () => {
  const steps = [
    { seq: 5, kind: 'undo', of: 4 },
    { seq: 4, kind: 'act', of: null, gathers: [2, 3] },
    { seq: 3, kind: 'act', of: null },
    { seq: 2, kind: 'act', of: null },
    { seq: 1, kind: 'act', of: null },
  ] as const
  expect([...stepsUndone(steps)].sort()).toEqual([2, 3, 4])
  expect([...stepsUndone([{ seq: 6, kind: 'redo', of: 4 }, ...steps])]).toEqual([])
})
