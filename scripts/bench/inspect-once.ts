import { readFileSync } from 'node:fs'
import { importBytes } from '#electron/importers/import-bytes.ts'
import { makeInspectReport } from '#shared/transcript/inspect-report.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'

/** Milliseconds that one round took. */
export interface Round {
  /** `TextDecoder` and `split`: what every reader of text has to do. */
  readonly base: number
  readonly imported: number
  readonly read: number
  readonly reported: number
}

/**
 * Run as a process of its own: `inspect-once.ts FILE ROUNDS`. Prints the rounds as JSON, or with 0
 * rounds the peak of memory, in bytes, of inspecting the file once.
 */
const [path = '', rounds = '0'] = process.argv.slice(2)

async function inspect(bytes: Uint8Array): Promise<Omit<Round, 'base'>> {
  const start = performance.now()
  const outcome = await importBytes('bench.txt', bytes)
  if (outcome.kind === 'failed') throw new Error(`${outcome.failure.reason} ${outcome.failure.detail}`)
  const { file } = outcome
  const imported = performance.now()
  const reading = readTranscript(file.text, file.structure)
  const read = performance.now()
  const { fileName, mediaType, sha256, encoding, lineEnds } = file
  const source = { fileName, mediaType, sha256, bytes: bytes.length, encoding, lineEnds }
  JSON.stringify(makeInspectReport(source, file.text, reading), null, 2)
  return { imported: imported - start, read: read - imported, reported: performance.now() - read }
}

const bytes = new Uint8Array(readFileSync(path))
if (rounds === '0') {
  const before = process.resourceUsage().maxRSS
  const outcome = await importBytes('bench.txt', bytes)
  if (outcome.kind === 'imported') readTranscript(outcome.file.text, outcome.file.structure)
  console.log(JSON.stringify((process.resourceUsage().maxRSS - before) * 1024))
} else {
  const measured: Round[] = []
  for (let round = 0; round <= Number(rounds); round++) {
    const start = performance.now()
    new TextDecoder('gb18030').decode(bytes).split('\n')
    const base = performance.now() - start
    const one = { base, ...(await inspect(bytes)) }
    // The first round is the compiler's.
    if (round > 0) measured.push(one)
  }
  console.log(JSON.stringify(measured))
}
