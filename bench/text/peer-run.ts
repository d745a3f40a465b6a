import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../../scripts/root.ts'
import { type ElectronRun, pageMemory, startElectron } from '../electron-run.ts'
import type { TextSubject } from '../figures.ts'
import { Findings, type Sample, type Shown } from '../findings.ts'
import type { PeerSubject, PeerText } from '../peer/peer-subject.ts'
import type { Task } from '../task.ts'
import type { Corpus } from './corpus.ts'
import { wordsToFind } from './finding.ts'

declare global {
  interface Window {
    peer: PeerSubject
  }
}

const BUILT = join(ROOT, 'node_modules/.cache/bench-peer')

/** Builds the page in which the library and the floor are measured. */
export async function buildPeerPage(): Promise<void> {
  await build({
    configFile: false,
    root: join(ROOT, 'bench/peer'),
    base: './',
    logLevel: 'warn',
    build: { outDir: BUILT, emptyOutDir: true, target: 'chrome114', modulePreload: { polyfill: false } },
  })
}

/** Starts the page in which the library and the floor are measured, with nothing on it. */
export async function startPeer(executable: string, env: NodeJS.ProcessEnv): Promise<ElectronRun> {
  const run = await startElectron(executable, join(ROOT, 'bench/peer'), {
    ...env,
    BENCH_PAGE: join(BUILT, 'index.html'),
  })
  await run.page.waitForFunction(() => typeof window.makePeer === 'function')
  return run
}

/** Measures the library or the floor once, in a process of its own. */
export async function runPeer(
  { executable, env, limit, acts }: Pick<Task, 'executable' | 'env' | 'limit' | 'acts'>,
  subject: Exclude<TextSubject, 'lectern'>,
  corpus: Corpus,
): Promise<Findings> {
  const findings = new Findings(limit)
  const run = await startPeer(executable, env)
  const { page } = run
  const text: PeerText = {
    paragraphs: corpus.paragraphs,
    codings: corpus.list.map(({ shown, code }) => ({ ...shown, code })),
  }
  try {
    await findings.take(['open'], () => page.evaluate(measureOpening, [subject, text] as const))
    await findings.take(['memory'], async () => ({ memory: [await pageMemory(run)] }))
    await findings.take(['add', 'remove', 'recolour', 'hit', 'jump'], () =>
      page.evaluate(measureActs, { acts, codings: text.codings }),
    )
    await findings.take(['scroll-read', 'scroll-drag', 'scroll-jump'], () =>
      page.evaluate(async () => {
        const scrolling = window.bench.scrolling(window.peer.scroller)
        return {
          'scroll-read': await scrolling.read(),
          'scroll-drag': await scrolling.drag(),
          'scroll-jump': await scrolling.jump(),
        }
      }),
    )
    await findings.take(['copy-all'], () =>
      page.evaluate(() => {
        const begun = performance.now()
        document.getSelection()?.selectAllChildren(window.bench.one('#text'))
        document.execCommand('copy')
        const ended = performance.now()
        document.getSelection()?.removeAllRanges()
        return { 'copy-all': [ended - begun] }
      }),
    )
    await findings.take(['find'], () => findInPage(run, wordsToFind(corpus)))
    return findings
  } finally {
    if (findings.isOver) run.kill()
    else await run.close()
  }
}

/** Runs in the page: puts text and codings there. */
async function measureOpening([subject, text]: readonly [string, PeerText]): Promise<Record<'open', number[]>> {
  await window.bench.painted()
  const begun = performance.now()
  window.peer = window.makePeer(subject, text)
  await window.peer.open()
  return { open: [(await window.bench.painted()) - begun] }
}

/** Runs in the page: adds, removes and recolours where it can be seen, looks up places, jumps. */
async function measureActs(given: {
  readonly acts: number
  readonly codings: PeerText['codings']
}): Promise<Record<'add' | 'remove' | 'recolour' | 'hit' | 'jump', Sample[]>> {
  const { peer, bench } = window
  const timed = (act: () => Promise<void>): Promise<Shown> => {
    let isDrawn = false
    return bench.timed(
      () => {
        void act().then(() => {
          isDrawn = true
        })
      },
      () => isDrawn,
      'what was drawn',
    )
  }
  const add: Shown[] = []
  const remove: Shown[] = []
  const recolour: Shown[] = []
  const hit: number[] = []
  const jump: Shown[] = []
  for (let act = 0; act < given.acts; act++) {
    const index = Math.floor(((act + 0.5) / given.acts) * given.codings.length)
    const coding = given.codings[index]
    if (coding === undefined) continue
    jump.push(await timed(() => peer.jump(index)))
    for (let place = 0; place < 5; place++) {
      const x = innerWidth / 2 - 200 + place * 70
      const begun = performance.now()
      for (let again = 0; again < 10; again++) peer.hit(x, innerHeight / 2)
      hit.push(((performance.now() - begun) * 1000) / 10)
    }
    // Where the coding that was jumped to stands, so that it is in view.
    const next = { start: coding.start, end: coding.start + 3, code: (coding.code + 1) % 30 }
    add.push(await timed(() => peer.add(`added-${act}`, next)))
    remove.push(await timed(() => peer.remove(`added-${act}`)))
    recolour.push(await timed(() => peer.recolour(coding.code)))
  }
  return { add, remove, recolour, hit, jump }
}

/** The browser's own search, until it has counted every place. */
function findInPage({ app }: ElectronRun, words: string): Promise<Record<'find', number[]>> {
  return app.evaluate(
    ({ BrowserWindow }, wanted) =>
      new Promise<Record<'find', number[]>>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        const begun = performance.now()
        contents?.on('found-in-page', (_event, { finalUpdate }) => {
          if (!finalUpdate) return
          resolve({ find: [performance.now() - begun] })
          contents.stopFindInPage('clearSelection')
        })
        contents?.findInPage(wanted)
      }),
    words,
  )
}
