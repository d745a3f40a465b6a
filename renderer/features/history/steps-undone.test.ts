import { expect, test } from 'vitest'
import { stepsUndone } from './steps-undone.ts'

test('an act that was undone and redone is not undone; the newest word counts', () => {
  const steps = [
    { kind: 'undo', of: 4 },
    { kind: 'redo', of: 3 },
    { kind: 'undo', of: 3 },
    { kind: 'act', of: null },
    { kind: 'redo', of: 4 },
    { kind: 'undo', of: 4 },
  ] as const
  expect([...stepsUndone(steps)]).toEqual([4])
})
