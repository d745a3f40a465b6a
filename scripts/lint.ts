import { runScript } from './root.ts'
import { runSteps } from './run-steps.ts'
import { LINT_STEPS } from './steps.ts'

await runScript(async () => {
  const { failed } = await runSteps(LINT_STEPS)
  return failed === 0 ? 0 : 1
})
