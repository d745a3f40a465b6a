import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from './own-lock.ts'
import { PlainError, ROOT, say } from './root.ts'
import { runTool, toolPath, whyItFailed } from './run-process.ts'

const BUILD_LIMIT = 5 * 60_000
const SOURCE_FOLDERS = ['electron', 'renderer', 'samples', 'shared']
const SOURCE_FILES = [
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'scripts/plain-templates.ts',
  'tsconfig.base.json',
]
const PRODUCTS = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html']
/** Says what sources `out/` was built from. */
const STAMP = 'out/built-from'

/**
 * One number for everything that the build reads, by content. Times would not do: `git checkout`
 * and a removed file can leave an old build looking new, and so would a development build.
 */
export async function sourcesKey(root: string = ROOT): Promise<string> {
  const files = [...SOURCE_FILES]
  for (const folder of SOURCE_FOLDERS.filter((name) => existsSync(join(root, name)))) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
        files.push(join(entry.parentPath, entry.name).slice(root.length + 1))
    }
  }
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)).catch(() => ''))
      .update('\0')
  }
  return hash.digest('hex')
}

async function isCurrent(key: string): Promise<boolean> {
  if (!PRODUCTS.every((product) => existsSync(join(ROOT, product)))) return false
  return (await readFile(join(ROOT, STAMP), 'utf8').catch(() => '')) === key
}

/** Builds the program unless `out/` holds the build of these very sources. Throws `PlainError` where it fails. */
export async function ensureBuild(): Promise<void> {
  if (await isCurrent(await sourcesKey())) return
  await withLock(join(ROOT, 'node_modules/.cache/build.lock'), BUILD_LIMIT + 60_000, async () => {
    const key = await sourcesKey()
    if (await isCurrent(key)) return
    say('Building …')
    await forgetBuild()
    const ended = await runTool(toolPath('electron-vite'), ['build', '--logLevel', 'warn'], { timeLimit: BUILD_LIMIT })
    if (ended.code !== 0) throw new PlainError(whyItFailed('The build', ended))
    const lacking = PRODUCTS.filter((product) => !existsSync(join(ROOT, product)))
    if (lacking.length > 0) throw new PlainError(`The build left no ${lacking.join(', ')}.`)
    await writeFile(join(ROOT, STAMP), key)
  })
}

/** Makes the next start build anew: development mode writes other code into `out/`. */
export async function forgetBuild(): Promise<void> {
  await rm(join(ROOT, STAMP), { force: true })
}
