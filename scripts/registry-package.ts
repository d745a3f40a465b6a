import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { PlainError } from './root.ts'
import { run, runNpm, whyItFailed } from './run-process.ts'

const UNPACK_LIMIT = 5 * 60_000

/** The name that a fetched package gets in its folder. */
export const PACKED = 'package.tgz'

/**
 * Fetches one package of the npm registry into an empty folder, as `PACKED`, without running
 * anything of it. Throws `PlainError`. `timeLimit` is in milliseconds.
 */
export async function packFromRegistry(name: string, folder: string, timeLimit: number): Promise<void> {
  const args = ['pack', name, '--ignore-scripts', '--pack-destination', folder]
  const ended = await runNpm(args, { cwd: folder, timeLimit })
  if (ended.code !== 0) throw new PlainError(`${whyItFailed(`npm pack ${name}`, ended)}\n${lastLines(ended.output)}`)
  const tarball = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (tarball === undefined) throw new PlainError(`npm pack ${name} left no file.`)
  await rename(join(folder, tarball), join(folder, PACKED))
}

/** Hashes a file as npm writes it in a lockfile: `sha512-` and the digest in base64. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return `sha512-${hash.digest('base64')}`
}

/** Unpacks an archive, or only some members of it, into a folder that exists. Throws `PlainError`. */
export async function untar(archive: string, into: string, members: readonly string[]): Promise<void> {
  const args = ['-xzf', archive, '-C', into, '--no-same-owner', ...members]
  const ended = await run('tar', args, { timeLimit: UNPACK_LIMIT, capture: true })
  if (ended.code !== 0) throw new PlainError(`${whyItFailed('tar', ended)}\n${lastLines(ended.output)}`)
}

function lastLines(output: string): string {
  return output.trim().split('\n').slice(-10).join('\n')
}
