import { describe, expect, it } from 'vitest'
import type { Expectation } from './expectation.ts'
import { keepScore, unknownMisses, worseThanKept } from './kept-score.ts'
import type { SampleScore } from './score.ts'
import type { ScoredSample } from './scored-sample.ts'

const expectation: Expectation = {
  files: ['a.txt'],
  kind: 'clean',
  counts: { turns: 10, speakers: 2, exchanges: null },
  turns: [],
  exchanges: null,
  setAside: null,
}

const SCORE: SampleScore = {
  found: { turns: 9, speakers: 2, exchanges: 4, setAside: 0 },
  invented: 0,
  precision: 2 / 3,
  recall: 1,
  speakers: null,
  roles: 1,
  exchanges: null,
  asidePrecision: null,
  asideRecall: null,
}

const sample = (score: Partial<SampleScore> = {}, failure: string | null = null): ScoredSample => {
  return { file: 'a.txt', expectation, failure, score: { ...SCORE, ...score } }
}

const kept = keepScore([sample()])

describe('keepScore', () => {
  it('keeps four decimals, and the counts that are not as expected', () => {
    expect(kept.samples['a.txt']).toMatchObject({ failure: null, precision: 0.6667, recall: 1, speakers: null })
    expect(kept.misses).toEqual({ 'a.txt': { turns: 9 } })
  })
})

describe('worseThanKept', () => {
  it('says nothing of what is as good or better, though rounded, nor of a new sample', () => {
    expect(worseThanKept(kept, [sample()])).toEqual([])
    expect(worseThanKept(kept, [sample({ precision: 1 })])).toEqual([])
    expect(worseThanKept({ samples: {}, misses: {} }, [sample({}, 'empty')])).toEqual([])
  })

  it('names each share that fell, and turns that were invented', () => {
    expect(worseThanKept(kept, [sample({ precision: 0.66 })])).toEqual(['a.txt: precision 0.6667 → 0.66'])
    expect(worseThanKept(kept, [sample({ roles: 0.5, invented: 2 })])).toHaveLength(2)
  })

  it('names a sample that could be imported and cannot any more, and only such a one', () => {
    const failed = sample({ precision: 0 }, 'not-text')
    expect(worseThanKept(kept, [failed])).toEqual(['a.txt: cannot be imported any more: not-text'])
    expect(worseThanKept(keepScore([failed]), [failed])).toEqual([])
  })
})

describe('unknownMisses', () => {
  it('takes a count that is expected, known to be missed, or nearer than that', () => {
    const counted = (turns: number) => unknownMisses(kept, sample({ found: { ...SCORE.found, turns } }))
    expect(counted(9)).toEqual([])
    expect(counted(10)).toEqual([])
    expect(counted(8)).toEqual(['turns: 8 found, 10 expected'])
    expect(unknownMisses(kept, sample({ found: { ...SCORE.found, speakers: 3 } }))).toHaveLength(1)
  })
})
