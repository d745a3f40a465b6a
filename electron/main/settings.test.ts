import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSettings, parseSettings } from './settings.ts'

const defaults = { language: 'system', theme: 'system', window: null, exportFolder: null }
const place = { x: -10, y: 20, width: 1000, height: 700, isMaximized: false }

describe('parseSettings', () => {
  it('takes what makes sense and defaults for the rest', () => {
    expect(parseSettings('{}')).toEqual(defaults)
    expect(parseSettings(JSON.stringify({ language: 'en', theme: 'pink', window: place, newer: 1 }))).toEqual({
      ...defaults,
      language: 'en',
      window: place,
    })
    expect(parseSettings(JSON.stringify({ window: { ...place, width: '1000' } }))).toEqual(defaults)
  })

  it.each(['', 'null', '[]', '3', '{"language":'])('answers null for %j', (json) => {
    expect(parseSettings(json)).toBeNull()
  })

  it('takes any JSON without failing', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const settings = parseSettings(json)
        expect(settings === null || Object.keys(settings).length === 4).toBe(true)
      }),
    )
  })
})

describe('openSettings', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-settings-'))
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await rm(folder, { recursive: true, force: true })
  })

  it('starts with defaults and remembers changes', async () => {
    const store = await openSettings(join(folder, 'made', 'when needed'))
    expect(store.current()).toEqual(defaults)
    void store.change({ theme: 'light' })
    void store.change({ theme: 'dark' })
    await store.change({ window: place })
    const again = await openSettings(join(folder, 'made', 'when needed'))
    expect(again.current()).toEqual({ ...defaults, theme: 'dark', window: place })
  })

  it('puts a broken file aside and starts with defaults', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme": "da')
    const store = await openSettings(folder)
    expect(store.current()).toEqual(defaults)
    expect(await readdir(folder)).toEqual(['settings.json.broken'])
    expect(await readFile(join(folder, 'settings.json.broken'), 'utf8')).toBe('{"theme": "da')
  })

  it('goes on when nothing can be written', async () => {
    await writeFile(join(folder, 'a file'), '')
    const store = await openSettings(join(folder, 'a file'))
    await store.change({ theme: 'dark' })
    expect(store.current().theme).toBe('dark')
  })
})
