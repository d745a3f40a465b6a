import { expect, test } from 'vitest'
import { Findings } from './findings.ts'

test('a part that fails leaves a gap, and the next is measured', async () => {
  const findings = new Findings(60_000)
  await findings.take(['open'], () => Promise.reject(new Error('no such button\nand a long log')))
  await findings.take(['memory'], async () => ({ memory: [7] }))
  expect(findings.measured).toEqual({ memory: [7] })
  expect(findings.gaps).toEqual([{ figures: ['open'], why: 'no such button', isTooSlow: false }])
  expect(findings.isOver).toBe(false)
})

test('a part that exceeds the time ends the run: what follows is not asked for', async () => {
  const findings = new Findings(0)
  await findings.take(['open'], () => new Promise(() => undefined))
  let isAsked = false
  await findings.take(['find'], async () => {
    isAsked = true
    return { find: [1] }
  })
  expect(isAsked).toBe(false)
  expect(findings.isOver).toBe(true)
  expect(findings.gaps.map(({ figures, isTooSlow }) => [figures, isTooSlow])).toEqual([
    [['open'], true],
    [['find'], true],
  ])
})
