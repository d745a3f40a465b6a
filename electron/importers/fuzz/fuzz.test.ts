import { describe, expect, it } from 'vitest'
import { importBytes } from '../import-bytes.ts'
import { faultsOf } from './faults.ts'
import { mutantOf } from './fuzz.ts'
import { runFuzz } from './run-fuzz.ts'
import { writtenSeeds } from './seeds.ts'

/** At most so long in the test; `npm run fuzz` goes on for as long as one likes. */
const LIMITS = { count: 10_000, seconds: 60, secondsEach: 20, megabytes: 768 }

describe('files that are not what they should be', () => {
  it('starts from valid files, one of each format', async () => {
    const importers = new Set<string>()
    for (const { fileName, bytes } of await writtenSeeds()) {
      const outcome = await importBytes(fileName, bytes)
      if (outcome.kind === 'failed') throw new Error(`${fileName}: ${outcome.failure.reason} ${outcome.failure.detail}`)
      expect(faultsOf(outcome)).toEqual([])
      importers.add(outcome.file.importer)
    }
    expect([...importers].sort()).toEqual([
      'akoma-ntoso/1',
      'captions/2',
      'docx/2',
      'html/2',
      'odt/1',
      'pdf/2',
      'plain-text/1',
      'rtf/2',
      'word-binary/2',
    ])
  })

  it('makes the same mutated file of the same number', async () => {
    const seeds = await writtenSeeds()
    for (let number = 0; number < 50; number++) expect(mutantOf(seeds, 1, number)).toEqual(mutantOf(seeds, 1, number))
    expect(mutantOf(seeds, 1, 3)).not.toEqual(mutantOf(seeds, 1, 4))
  })

  it('sees a reading that is wrong', async () => {
    const outcome = await importBytes('a.txt', new TextEncoder().encode('Ann: Hello.\nBen: Hi.\n'))
    if (outcome.kind === 'failed') throw new Error(outcome.failure.reason)
    expect(faultsOf({ kind: 'imported', file: { ...outcome.file, text: 'a\rb' } })).not.toEqual([])
  })

  it(
    'reads mutated files of every format without a crash, a hang or a wrong position',
    async () => {
      const { tried, findings } = await runFuzz(await writtenSeeds(), 1, LIMITS)
      console.log(`${tried} mutated files read, ${findings.length} faults`)
      expect(findings).toEqual([])
      expect(tried).toBeGreaterThan(100)
    },
    (LIMITS.seconds + LIMITS.secondsEach + 10) * 1000,
  )
})
