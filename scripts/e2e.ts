import { runScript } from './root.ts'
import { endToEnd } from './steps.ts'

await runScript(async () => {
  const tally = await endToEnd('e2e', process.argv.slice(2))
  return tally.failed === 0 ? 0 : 1
})
