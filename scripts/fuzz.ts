import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { mutantOf, type Seed, tryMutant } from '#electron/importers/fuzz/fuzz.ts'
import { runFuzz } from '#electron/importers/fuzz/run-fuzz.ts'
import { writtenSeeds } from '#electron/importers/fuzz/seeds.ts'
import { ROOT, runScript, say } from './root.ts'

/**
 * Reads mutated files, by hand and for as long as one likes:
 * `npm run fuzz -- --count 100000 --seconds 3600 --run 2`, and one of them again with `--only NUMBER`
 * (`--save FILE` writes it down). The files of `../shared/samples`, where they are, are mutated too.
 */
await runScript(async () => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '600' },
      run: { type: 'string', default: '1' },
      only: { type: 'string' },
      save: { type: 'string' },
    },
  })
  const seeds = [...(await writtenSeeds()), ...sampleSeeds()]
  const run = Number(values.run)
  if (values.only !== undefined) {
    const mutant = mutantOf(seeds, run, Number(values.only))
    if (values.save !== undefined) writeFileSync(values.save, mutant.bytes)
    const faults = await tryMutant(mutant)
    say(`${mutant.fileName}: ${faults.length === 0 ? 'no fault' : faults.join('; ')}`)
    return faults.length === 0 ? 0 : 1
  }
  const limits = { count: Number(values.count), seconds: Number(values.seconds), secondsEach: 20, megabytes: 768 }
  const { tried, findings } = await runFuzz(seeds, run, limits)
  for (const { number, fileName, fault } of findings) say(`${number} ${fileName}: ${fault}`)
  say(`${tried} mutated files of ${seeds.length} read, ${findings.length} faults`)
  return findings.length === 0 ? 0 : 1
})

/** Samples that are small enough to be read thousands of times. */
function sampleSeeds(): readonly Seed[] {
  return ['transcripts', 'encodings', 'captions', 'captions/wpt', 'captions/webvtt-py'].flatMap((folder) => {
    const path = join(ROOT, '..', 'shared', 'samples', folder)
    if (!existsSync(path)) return []
    return readdirSync(path, { withFileTypes: true }).flatMap((entry): Seed[] => {
      if (!entry.isFile() || entry.name.endsWith('.json')) return []
      const bytes = new Uint8Array(readFileSync(join(path, entry.name)))
      return bytes.length > 150_000 ? [] : [{ fileName: basename(entry.name), bytes }]
    })
  })
}
