import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { executableIn } from './official-runtime.ts'
import { namedRuntime } from './runtime.ts'
import { userCache } from './user-cache.ts'

describe('namedRuntime', () => {
  let dist: string
  beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'lectern-dist-'))
  })
  afterEach(() => rm(dist, { recursive: true, force: true }))

  it('takes a file before a folder', async () => {
    const file = join(dist, 'my-electron')
    await writeFile(file, '')
    await chmod(file, 0o755)
    expect(namedRuntime({ ELECTRON_EXEC_PATH: file, ELECTRON_OVERRIDE_DIST_PATH: dist })).toEqual({
      executable: file,
      origin: 'ELECTRON_EXEC_PATH',
    })
  })

  it('says so when a name leads nowhere, rather than taking another', () => {
    expect(() => namedRuntime({ ELECTRON_EXEC_PATH: dist })).toThrow('names no file')
    expect(() => namedRuntime({ ELECTRON_OVERRIDE_DIST_PATH: dist })).toThrow('without Electron')
  })

  it('is silent when nothing, or an empty value, is named', () => {
    expect(namedRuntime({})).toBeNull()
    expect(namedRuntime({ ELECTRON_EXEC_PATH: '' })).toBeNull()
  })
})

describe('executableIn', () => {
  it('knows where each platform keeps the program', () => {
    expect(executableIn('dist', 'linux')).toBe(join('dist', 'electron'))
    expect(executableIn('dist', 'win32')).toBe(join('dist', 'electron.exe'))
    expect(executableIn('dist', 'darwin')).toBe(join('dist', 'Electron.app/Contents/MacOS/Electron'))
  })
})

describe('userCache', () => {
  it('follows XDG_CACHE_HOME when that is absolute', () => {
    const given = join(tmpdir(), 'cache')
    expect(userCache({ XDG_CACHE_HOME: given }, '/home/u')).toBe(join(given, 'lectern-dev'))
    expect(userCache({ XDG_CACHE_HOME: 'cache' }, '/home/u')).toBe(join('/home/u', '.cache', 'lectern-dev'))
    expect(userCache({}, '/home/u')).toBe(join('/home/u', '.cache', 'lectern-dev'))
  })
})
