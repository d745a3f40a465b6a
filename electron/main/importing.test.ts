import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TextOutcome } from '#shared/bridge.ts'
import { NO_STRUCTURE } from '#shared/model/source-structure.ts'
import { importerIn } from './importing.ts'

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

const imported: TextOutcome = {
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
  },
}

/** Starts an import and gives its process with what becomes of it. */
function start(
  bytes = new Uint8Array([97]),
  { signal } = new AbortController(),
): { readonly child: Child; readonly outcome: Promise<TextOutcome> } {
  const importing = importerIn('worker.cjs', { milliseconds: 5000, megabytes: 100 })
  const outcome = importing.importBytes('a.txt', bytes, null, signal)
  return { child: system.children.at(-1) as Child, outcome }
}

const reasonOf = async (outcome: Promise<TextOutcome>): Promise<string> => {
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
    expect(child.orders).toEqual([{ kind: 'import', fileName: 'a.txt', encoding: null, bytes: new Uint8Array([97]) }])
    child.emit('message', imported)
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

  it('lets a large file take some times its size', async () => {
    const { child, outcome } = start(new Uint8Array(20 * 2 ** 20))
    system.kilobytes = 159 * 1024
    vi.advanceTimersByTime(200)
    expect(child.isKilled).toBe(false)
    system.kilobytes = 161 * 1024
    vi.advanceTimersByTime(200)
    expect(await reasonOf(outcome)).toBe('out-of-memory: ')
  })

  it('ends the process when it is told to stop, and starts none after that', async () => {
    const controller = new AbortController()
    const { child, outcome } = start(undefined, controller)
    controller.abort()
    expect(await reasonOf(outcome)).toBe('cancelled: ')
    expect(child.isKilled).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
    const before = system.children.length
    expect(await reasonOf(start(undefined, controller).outcome)).toBe('cancelled: ')
    expect(system.children).toHaveLength(before)
  })

  it('asks for encodings in the same way', async () => {
    const importing = importerIn('worker.cjs', { milliseconds: 5000, megabytes: 100 })
    const ask = (): ReturnType<typeof importing.encodingChoices> =>
      importing.encodingChoices(new Uint8Array([97]), new AbortController().signal)
    const well = ask()
    const child = system.children.at(-1) as Child
    expect(child.orders).toEqual([{ kind: 'encodings', bytes: new Uint8Array([97]) }])
    const answer = { kind: 'choices', choices: [{ encoding: 'utf-8', firstLines: 'a', undecodable: 0, score: 1 }] }
    child.emit('message', answer)
    expect(await well).toEqual(answer)
    const late = ask()
    vi.advanceTimersByTime(5000)
    expect(await late).toEqual({ kind: 'failed', reason: 'took-too-long' })
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
    for (const answer of [null, {}, { kind: 'imported', file: { fileName: 'a.txt' } }]) {
      const { child, outcome } = start()
      child.emit('message', answer)
      expect(await reasonOf(outcome)).toMatch(/^importer-failed/)
    }
  })
})
