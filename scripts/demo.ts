import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, runScript, say } from './root.ts'
import { endToEnd } from './steps.ts'

/** Where the demo leaves what it made; emptied at each run, and never committed. */
const OUTPUT = join(ROOT, 'demo')

await runScript(async () => {
  await rm(OUTPUT, { recursive: true, force: true })
  await mkdir(OUTPUT)
  process.env['LECTERN_DEMO_OUTPUT'] = OUTPUT
  const tally = await endToEnd('demo')
  const made = (await readdir(OUTPUT)).sort()
  if (made.length > 0) {
    say('Made:')
    for (const name of made) console.log(`    ${join(OUTPUT, name)}`)
  }
  return tally.failed === 0 ? 0 : 1
})
