import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unknownMisses, worseThanKept } from './kept-score.ts'
import { hasSamples, loadExpectations, loadKeptScore, SAMPLES, scoreSamples } from './samples.ts'
import { speakersOf } from './score.ts'
import { scoreTable } from './score-table.ts'

const expectations = loadExpectations()

describe('expectations', () => {
  it.each(expectations)('agree with themselves: $files.0', ({ names = [], counts, turns, exchanges, setAside }) => {
    expect(turns).toHaveLength(counts.turns)
    expect(new Set(turns.map(({ speaker }) => speaker).map(speakersOf({ names }))).size).toBe(counts.speakers)
    expect(exchanges?.length ?? null).toBe(counts.exchanges)
    const keys = [...turns.map(({ key }) => key), ...Object.values(setAside ?? {}).flat()]
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}$/u)
    for (const { questions, answers } of exchanges ?? []) {
      for (const turn of questions) expect(turns[turn]?.role).toBe('question')
      for (const turn of answers) expect(turns[turn]?.role).toBe('answer')
    }
  })

  it('name no file twice', () => {
    const files = expectations.flatMap((expectation) => expectation.files)
    expect(new Set(files).size).toBe(files.length)
  })
})

const isHere = hasSamples()

describe.skipIf(!isHere)(`the recogniser on the samples${isHere ? '' : ' (skipped: no samples)'}`, async () => {
  const scored = isHere ? await scoreSamples(expectations) : []
  const kept = loadKeptScore()
  if (isHere) console.log(scoreTable(scored))

  it('has an expectation of every transcript', () => {
    const found = ['captions', 'encodings', 'transcripts'].flatMap((folder) => filesBelow(folder))
    const transcripts = found.filter((file) => !/(?:\.truth\.json|_expected\.txt)$/u.test(file))
    expect(transcripts.filter((file) => !scored.some((sample) => sample.file === file))).toEqual([])
  })

  it('invents nobody where nobody speaks, whatever was kept', () => {
    expect(scored.filter(({ score }) => score.invented > 0).map(({ file }) => file)).toEqual([])
  })

  it.each(scored)('reads $file as expected, but for the misses that are known', (sample) => {
    expect(unknownMisses(kept, sample)).toEqual([])
    expect(worseThanKept(kept, [sample])).toEqual([])
  })
})

function filesBelow(folder: string): readonly string[] {
  return readdirSync(new URL(`${folder}/`, SAMPLES), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}
