import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout, absolute. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Says one line to whoever ran the command, apart from what the tools themselves print. */
export function say(line: string): void {
  console.log(`» ${line}`)
}

/** A failure whose message is all that the reader needs: it is printed without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError'
}

/** Someone pressed Ctrl-C, or the system asked this command to end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
}

/**
 * Runs a script's main function: its answer is the exit code, a `PlainError` becomes one message
 * and exit code 1, an interruption is exit code 130 (128 + SIGINT, as shells have it). Anything
 * else is a bug and is shown with its stack.
 */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.exitCode = error instanceof Interrupted ? 130 : 1
    if (error instanceof PlainError) console.error(`\n✗ ${error.message}`)
    else if (!(error instanceof Interrupted)) console.error(error)
  }
}
