import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PACKED, packFromRegistry, untar } from './registry-package.ts'
import { RUNTIME_PACKAGE } from './registry-runtime.ts'
import { PlainError, ROOT } from './root.ts'
import { runTool, toolPath, whyItFailed } from './run-process.ts'
import { PART_PREFIX, userCache } from './user-cache.ts'

const MINUTE = 60_000
const WORK = join(ROOT, 'node_modules/.cache/api-level')
/** The oldest Electron that the program must run on. */
const OLDEST = RUNTIME_PACKAGE.electron

type Outcome = { readonly kind: 'passed' } | { readonly kind: 'failed' | 'skipped'; readonly why: string }

/** Gives the path of the oldest Electron's type declarations, fetched once. Throws `PlainError`. */
async function oldestTypes(): Promise<string> {
  const cache = userCache()
  const file = join(cache, `electron-${OLDEST}.d.ts`)
  if (existsSync(file)) return file
  await mkdir(cache, { recursive: true })
  const part = await mkdtemp(join(cache, PART_PREFIX))
  try {
    await packFromRegistry(`electron@${OLDEST}`, part, 3 * MINUTE)
    await untar(join(part, PACKED), part, ['package/electron.d.ts'])
    await rename(join(part, 'package/electron.d.ts'), file)
  } finally {
    await rm(part, { recursive: true, force: true })
  }
  return file
}

/**
 * Compiles `electron/` against the declarations of the oldest Electron, so that a call which only
 * newer ones have is found here and not by a user.
 */
export async function checkApiLevel(): Promise<Outcome> {
  let types: string
  try {
    types = await oldestTypes()
  } catch (error) {
    if (error instanceof PlainError) return { kind: 'skipped', why: error.message }
    throw error
  }
  await mkdir(WORK, { recursive: true })
  // Copied, since the declarations look for Node's from where they stand.
  await copyFile(types, join(WORK, 'electron.d.ts'))
  const config = {
    extends: '../../../tsconfig.base.json',
    compilerOptions: {
      composite: false,
      emitDeclarationOnly: false,
      noEmit: true,
      types: ['node'],
      paths: { electron: ['./electron.d.ts'] },
    },
    files: ['./electron.d.ts'],
    include: ['../../../electron/**/*.ts'],
    exclude: ['../../../electron/**/*.test.ts'],
  }
  await writeFile(join(WORK, 'tsconfig.json'), JSON.stringify(config, null, 2))
  const ended = await runTool(toolPath('typescript', 'tsc'), ['-p', WORK], { timeLimit: 5 * MINUTE })
  return ended.code === 0 ? { kind: 'passed' } : { kind: 'failed', why: whyItFailed(`Electron ${OLDEST}: tsc`, ended) }
}
