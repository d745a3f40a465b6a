import { existsSync, readFileSync } from 'node:fs'
import { readBytes } from '#electron/importers/import-bytes.ts'
import { printInspectReport } from '#shared/transcript/inspect-report.ts'
import { readLazily } from '#shared/transcript/read-lazily.ts'

/** Milliseconds that one round took. */
export interface Round {
  /** `TextDecoder` and `split`: what every reader of text has to do. */
  readonly base: number
  readonly imported: number
  readonly read: number
  readonly printed: number
}

/** What inspecting a file once added to the memory of a fresh process, at its peak, in bytes. */
export interface Memory {
  /** Importing and reading alone. */
  readonly read: number
  /** With the report. */
  readonly printed: number
}

/**
 * Run as a process of its own: `inspect-once.ts FILE ENCODING ROUNDS`. Prints the rounds as JSON, base and
 * inspection in turn, or with 0 rounds the memory that it takes; the file's own bytes are there before it is measured.
 */
const [path = '', encoding = '', rounds = '0'] = process.argv.slice(2)

async function inspect(bytes: Uint8Array, afterReading?: () => void): Promise<Omit<Round, 'base'>> {
  const start = performance.now()
  const outcome = await readBytes('bench.txt', bytes)
  if (outcome.kind === 'failed') throw new Error(`${outcome.failure.reason} ${outcome.failure.detail}`)
  const { file } = outcome
  const imported = performance.now()
  const reading = readLazily(file.text, file.structure)
  const read = performance.now()
  afterReading?.()
  const { fileName, mediaType, lineEnds, undecodable } = file
  const sha256 = await outcome.sha256
  const source = { fileName, mediaType, sha256, bytes: bytes.length, encoding: file.encoding, lineEnds, undecodable }
  let length = 0
  for (const part of printInspectReport(source, file.text, reading)) length += part.length
  if (length < bytes.length) throw new Error(`${length} bytes were printed of ${bytes.length}`)
  return { imported: imported - start, read: read - imported, printed: performance.now() - read }
}

async function timesOf(bytes: Uint8Array, count: number): Promise<readonly Round[]> {
  const measured: Round[] = []
  for (let round = 0; round < count; round++) {
    const start = performance.now()
    new TextDecoder(encoding).decode(bytes).split('\n')
    const base = performance.now() - start
    measured.push({ base, ...(await inspect(bytes)) })
  }
  return measured
}

async function memoryOf(bytes: Uint8Array): Promise<Memory> {
  // A small file first, so that what is loaded and compiled is not taken for what the file needs.
  await inspect(bytes.subarray(0, 20_000))
  const before = process.memoryUsage.rss()
  let read = 0
  await inspect(bytes, () => {
    read = peakMemory() - before
  })
  return { read, printed: peakMemory() - before }
}

/** Bytes. What Linux says of a process's own memory comes first: its `maxRSS` counts what its parent held when it was started. */
function peakMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+) kB/mu.exec(status)?.[1] ?? process.resourceUsage().maxRSS) * 1024
}

const bytes = new Uint8Array(readFileSync(path))
console.log(JSON.stringify(rounds === '0' ? await memoryOf(bytes) : await timesOf(bytes, Number(rounds))))
