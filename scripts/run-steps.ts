import { PlainError, say } from './root.ts'
import type { Step } from './steps.ts'
import { addTallies, NONE, ONE_FAILED, sumLine, type Tally } from './tally.ts'

/** A step that says why it cannot go on has failed; the other steps still run, so that one sees all. */
async function outcome(step: Step): Promise<Tally> {
  try {
    return await step.run()
  } catch (error) {
    if (!(error instanceof PlainError)) throw error
    console.error(`✗ ${error.message}`)
    return ONE_FAILED
  }
}

/** Runs steps in order, each under its heading, and adds them up. */
export async function runSteps(steps: readonly Step[]): Promise<Tally> {
  // In a file or a log colours are noise; not every tool finds out for itself under `CI`.
  if (!process.stdout.isTTY && process.env['FORCE_COLOR'] === undefined) process.env['NO_COLOR'] = '1'
  const failed = new Set<string>()
  const tallies: Tally[] = []
  for (const step of steps) {
    console.log(`\n== ${step.heading} ==`)
    if (step.needs !== undefined && failed.has(step.needs)) {
      say(`Not run, since this failed: ${step.needs}.`)
      continue
    }
    const tally = await outcome(step)
    if (tally.failed > 0) failed.add(step.heading)
    else say(tally === NONE ? 'good' : sumLine(tally))
    tallies.push(tally)
  }
  if (failed.size > 0) console.log(`\n✗ Failed: ${[...failed].join(', ')}`)
  return addTallies(tallies)
}
