import type { CommandResult } from './cli/command-result.ts'
import { INSPECT_USAGE, inspect } from './cli/inspect.ts'

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<CommandResult>>> = { inspect }
const USAGE = `usage: lectern COMMAND\n\n  ${INSPECT_USAGE}\n`

/** Exit codes: 0 done, 1 bad input with one line on stderr, 2 bad usage with the usage on stderr. */
async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE)
    return 0
  }
  const command = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const result: CommandResult = command === undefined ? { kind: 'bad-usage' } : await command(rest)
  switch (result.kind) {
    case 'done':
      // Whoever reads slowly is waited for, so that what is printed does not pile up in memory.
      for (const part of result.output) await written(part)
      return 0
    case 'bad-input':
      process.stderr.write(`lectern: ${result.message.replace(/\s+/gu, ' ')}\n`)
      return 1
    case 'bad-usage':
      process.stderr.write(USAGE)
      return 2
  }
}

function written(part: Uint8Array): Promise<void> {
  return new Promise((resolve) => process.stdout.write(part, () => resolve()))
}

// `lectern inspect … | head` closes the pipe early, which is no fault of anybody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await run(process.argv.slice(2))
