import { EventEmitter } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImportOutcome } from '#shared/bridge.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { importerIn, importFiles } from './importing.ts'

/** Stands in for Electron's process: it does what the test makes it do. */
class Child extends EventEmitter {
  readonly pid = 4711
  readonly stderr = new EventEmitter()
  readonly orders: unknown[] = []
  isKilled = false
  postMessage(order: unknown): void {
    this.orders.push(order)
  }
  kill(): void {
    this.isKilled = true
    this.emit('exit', 15)
  }
}

const system = vi.hoisted(() => ({ children: [] as unknown[], kilobytes: 0 }))

vi.mock('electron', () => ({
  app: { getAppMetrics: () => [{ pid: 4711, memory: { workingSetSize: system.kilobytes } }] },
  utilityProcess: {
    fork: () => {
      const child = new Child()
      system.children.push(child)
      return child
    },
  },
}))

const imported: ImportOutcome = {
  kind: 'imported',
  file: {
    fileName: 'a.txt',
    mediaType: 'text/plain',
    sha256: '',
    encoding: 'utf-8',
    certainty: 'certain',
    lineEnds: 'none',
    importer: 'plain-text/1',
    text: 'a',
    structure: NO_STRUCTURE,
    undecodable: 0,
    original: new Uint8Array([97]),
  },
}

/** Starts an import and gives its process with what becomes of it. */
function start(): { readonly child: Child; readonly outcome: Promise<ImportOutcome> } {
  const outcome = importerIn('worker.cjs', { milliseconds: 5000, megabytes: 100 })('a.txt', new Uint8Array([97]))
  return { child: system.children.at(-1) as Child, outcome }
}

const reasonOf = async (outcome: Promise<ImportOutcome>): Promise<string> => {
  const settled = await outcome
  return settled.kind === 'failed' ? `${settled.failure.reason}: ${settled.failure.detail}` : settled.kind
}

describe('importerIn', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    system.kilobytes = 50 * 1024
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('hands over the bytes and brings back the outcome', async () => {
    const { child, outcome } = start()
    expect(child.orders).toEqual([{ id: 1, fileName: 'a.txt', encoding: null, bytes: new Uint8Array([97]) }])
    child.emit('message', { id: 1, outcome: imported })
    expect(await outcome).toBe(imported)
    expect(child.isKilled).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stops an import that takes too long', async () => {
    const { child, outcome } = start()
    vi.advanceTimersByTime(5000)
    expect(await reasonOf(outcome)).toBe('took-too-long: ')
    expect(child.isKilled).toBe(true)
  })

  it('stops an import that takes too much memory', async () => {
    const { child, outcome } = start()
    vi.advanceTimersByTime(1000)
    expect(child.isKilled).toBe(false)
    system.kilobytes = 101 * 1024
    vi.advanceTimersByTime(200)
    expect(await reasonOf(outcome)).toBe('out-of-memory: ')
    expect(child.isKilled).toBe(true)
  })

  it('says why a process died', async () => {
    const thrown = start()
    thrown.child.stderr.emit('data', Buffer.from('/app/worker.cjs:3\n  throw x\nTypeError: x is odd\n    at y\n'))
    thrown.child.emit('exit', 1)
    expect(await reasonOf(thrown.outcome)).toBe('importer-failed: TypeError: x is odd')

    const silent = start()
    silent.child.emit('exit', 3)
    expect(await reasonOf(silent.outcome)).toBe('importer-failed: exit code 3')

    const full = start()
    full.child.stderr.emit(
      'data',
      Buffer.from('FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of'),
    )
    full.child.stderr.emit('data', Buffer.from(' memory\n'))
    full.child.emit('exit', 5)
    expect(await reasonOf(full.outcome)).toMatch(/^out-of-memory/)
  })

  it('takes no answer of the wrong shape', async () => {
    for (const answer of [null, {}, { outcome: { kind: 'imported', file: { fileName: 'a.txt' } } }]) {
      const { child, outcome } = start()
      child.emit('message', answer)
      expect(await reasonOf(outcome)).toMatch(/^importer-failed/)
    }
  })
})

describe('importFiles', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-importing-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('keeps the order of the files and goes on after a failure', async () => {
    const names = ['a.txt', 'none.txt', 'c.txt', 'd.txt']
    for (const name of ['a.txt', 'c.txt', 'd.txt']) await writeFile(join(folder, name), name)
    let running = 0
    let most = 0
    const outcomes = await importFiles(
      names.map((name) => join(folder, name)),
      async (fileName) => {
        running += 1
        most = Math.max(most, running)
        await new Promise((resolve) => setTimeout(resolve, fileName === 'a.txt' ? 30 : 5))
        running -= 1
        return { kind: 'failed', failure: { fileName, reason: 'not-text', detail: '' } }
      },
    )
    expect(
      outcomes.map((outcome) => outcome.kind === 'failed' && [outcome.failure.fileName, outcome.failure.reason]),
    ).toEqual([
      ['a.txt', 'not-text'],
      ['none.txt', 'not-found'],
      ['c.txt', 'not-text'],
      ['d.txt', 'not-text'],
    ])
    expect(most).toBe(2)
  })
})
