import { runScript } from './root.ts'
import { runSteps } from './run-steps.ts'
import { STEPS } from './steps.ts'
import { sumLine } from './tally.ts'

await runScript(async () => {
  const sum = await runSteps(STEPS)
  // Always the last line: other programs read it.
  console.log(`\n${sumLine(sum)}`)
  return sum.failed === 0 ? 0 : 1
})
