import { resolve } from 'node:path'
import { forgetBuild } from './build.ts'
import { launchFlags, prepareProgram } from './program.ts'
import { Interrupted, runScript, say } from './root.ts'
import { NO_LIMIT, runTool, toolPath } from './run-process.ts'

const from = process.env['INIT_CWD'] ?? process.cwd()
const files = process.argv.slice(2).map((file) => resolve(from, file))

await runScript(async () => {
  const program = await prepareProgram({ for: 'dev' })
  try {
    if (program.isVirtualDisplay) say('There is no display here: the window opens on a virtual one. Ctrl-C ends it.')
    await forgetBuild()
    // electron-vite reads ELECTRON_EXEC_PATH only, and hands on what follows the two dashes.
    const args = ['dev', '--', ...launchFlags(program.env), ...files]
    return (await runTool(toolPath('electron-vite'), args, { env: program.env, timeLimit: NO_LIMIT })).code
  } catch (error) {
    if (error instanceof Interrupted) return 0
    throw error
  } finally {
    await program.stop()
  }
})
