import type { ElectronRun } from '../electron-run.ts'
import { timeCommand } from '../electron-run.ts'
import type { Corpus } from './corpus.ts'

/** The words that every subject looks for. */
export function wordsToFind({ paragraphs }: Corpus): string {
  return paragraphs.find((paragraph) => paragraph.length > 40)?.slice(10, 13) ?? ''
}

/** The program's own search, from the last letter typed until it has counted every place. */
export async function measureFinding(run: ElectronRun, corpus: Corpus): Promise<Record<'find', number[]>> {
  await timeCommand(run, 'find', '.find-bar input')
  return run.page.evaluate(async (wanted) => {
    const output = (): string => document.querySelector('.find-bar output')?.textContent ?? ''
    const before = output()
    const field = window.bench.one<HTMLInputElement>('.find-bar input')
    await window.bench.painted()
    const begun = performance.now()
    window.bench.type(field, wanted)
    const ended = await window.bench.paintedWhen(() => output() !== before && output() !== '', 'what was found')
    return { find: [ended - begun] }
  }, wordsToFind(corpus))
}
