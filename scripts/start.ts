import { resolve } from 'node:path'
import { launchFlags, prepareProgram } from './program.ts'
import { Interrupted, ROOT, runScript, say } from './root.ts'
import { NO_LIMIT, run } from './run-process.ts'

// npm changes into the checkout; files are meant from where the user stands.
const from = process.env['INIT_CWD'] ?? process.cwd()
const files = process.argv.slice(2).map((file) => resolve(from, file))

await runScript(async () => {
  const program = await prepareProgram({ for: 'start' })
  try {
    if (program.isVirtualDisplay) {
      say(`There is no display here: the window opens on a virtual one (${program.env['DISPLAY']}). Ctrl-C ends it.`)
    }
    const args = [...launchFlags(program.env), ROOT, ...files]
    const ended = await run(program.executable, args, { env: program.env, timeLimit: NO_LIMIT, cwd: from })
    if (ended.code !== 0) say(`The program ended with exit code ${ended.code}.`)
    return ended.code
  } catch (error) {
    // Ctrl-C is how one ends it here, and no failure.
    if (error instanceof Interrupted) return 0
    throw error
  } finally {
    await program.stop()
  }
})
