import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PlainError } from './root.ts'

/** A screen that exists in memory only. `env` is what a program needs to show itself there. */
export interface Display {
  readonly env: NodeJS.ProcessEnv
  readonly stop: () => Promise<void>
}

const START_LIMIT = 20_000

/** Whether this process can show a window. Only Linux is ever without. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}

/**
 * An X authority file with one cookie that is good for every host and display number, so that other
 * users of the machine cannot look at the screen. Big-endian lengths before each field.
 * Source: the man page Xsecurity(7) and Xau(3), family 65535 being "wild".
 */
export function authorityFile(cookie: Uint8Array): Buffer {
  const field = (bytes: Uint8Array): Buffer => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const none = field(new Uint8Array())
  return Buffer.concat([Buffer.from([0xff, 0xff]), none, none, field(Buffer.from('MIT-MAGIC-COOKIE-1')), field(cookie)])
}

/**
 * Starts Xvfb on a display number that Xvfb itself finds free. It ends with `stop`, and also when
 * this process is killed: the shell around it reads a pipe that only this process holds open.
 * It stands in a process group of its own, so that Ctrl-C does not take it from under the program.
 */
export async function startDisplay(): Promise<Display> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-display-'))
  const authority = join(folder, 'Xauthority')
  await writeFile(authority, authorityFile(randomBytes(16)), { mode: 0o600 })
  const script = 'Xvfb "$@" & server=$!; exec 3>&-; read -r _; kill "$server"; wait "$server"'
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-noreset', '-auth', authority]
  const shell = spawn('sh', ['-c', script, 'sh', ...args], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => {
    shell.on('close', resolve)
    shell.on('error', () => resolve())
  })
  const stop = async (): Promise<void> => {
    shell.stdin?.end()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  let complaints = ''
  shell.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString('utf8')).slice(-2000)
  })
  const number = await firstLine(shell.stdio[3])
  if (number === null) {
    await stop()
    throw new PlainError(`The virtual display did not start.\n${complaints.trim()}`)
  }
  const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: `:${number}`, XAUTHORITY: authority }
  delete env['WAYLAND_DISPLAY']
  return { env, stop }
}

/** The number that Xvfb writes once it is ready, or null when it ends or says nothing. */
function firstLine(stream: unknown): Promise<string | null> {
  return new Promise((resolve) => {
    if (!(stream instanceof Object && 'on' in stream && typeof stream.on === 'function')) {
      resolve(null)
      return
    }
    const timer = setTimeout(() => resolve(null), START_LIMIT)
    const end = (value: string | null): void => {
      clearTimeout(timer)
      resolve(value)
    }
    let text = ''
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString('ascii')
      if (text.includes('\n')) end(text.trim())
    })
    stream.on('close', () => end(null))
  })
}
