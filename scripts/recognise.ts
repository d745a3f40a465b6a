import { writeFile } from 'node:fs/promises'
import { keepScore, worseThanKept } from '#recognition/kept-score.ts'
import { hasSamples, KEPT_FILE, loadExpectations, loadKeptScore, scoreSamples } from '#recognition/samples.ts'
import { scoreTable } from '#recognition/score-table.ts'
import { runScript, say } from './root.ts'

/** Prints how well every sample is read. Exit code 1 if anything is worse than what was kept; `--keep` keeps it. */
await runScript(async () => {
  if (!hasSamples()) {
    say('skipped: no samples')
    return 0
  }
  const samples = await scoreSamples(loadExpectations())
  console.log(scoreTable(samples))
  if (process.argv.includes('--keep')) {
    await writeFile(KEPT_FILE, `${JSON.stringify(keepScore(samples), null, 2)}\n`)
    say('The score is kept in recognition/score.json.')
    return 0
  }
  const worse = worseThanKept(loadKeptScore(), samples)
  for (const line of worse) say(`worse: ${line}`)
  say(worse.length === 0 ? 'Nothing is worse than what was kept.' : 'Mend it, or keep it with --keep and say why.')
  return worse.length === 0 ? 0 : 1
})
