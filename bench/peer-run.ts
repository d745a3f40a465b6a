import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../scripts/root.ts'
import type { Corpus } from './corpus.ts'
import { type ElectronRun, pageMemory, startElectron } from './electron-run.ts'
import type { Measured, Subject } from './figures.ts'
import { installClock, type PageClock } from './in-page.ts'
import type { PeerSubject, PeerText } from './peer/peer-subject.ts'

declare global {
  interface Window {
    bench: PageClock
    peer: PeerSubject
  }
}

const BUILT = join(ROOT, 'node_modules/.cache/bench-peer')
const ACTS = 12

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

/** Measures the library or the floor once, in a process of its own. */
export async function runPeer(
  executable: string,
  env: NodeJS.ProcessEnv,
  subject: Exclude<Subject, 'lectern'>,
  corpus: Corpus,
): Promise<Measured> {
  const run = await startElectron(executable, join(ROOT, 'bench/peer'), {
    ...env,
    BENCH_PAGE: join(BUILT, 'index.html'),
  })
  try {
    const { page } = run
    await page.waitForFunction(() => typeof window.makePeer === 'function')
    await page.evaluate(installClock)
    const text: PeerText = {
      paragraphs: corpus.paragraphs,
      codings: corpus.list.map(({ shown, code }) => ({ ...shown, code })),
    }
    const open = await page.evaluate(
      async ([name, given]) => {
        const begun = performance.now()
        window.peer = window.makePeer(name, given)
        await window.peer.open()
        return [(await window.bench.painted()) - begun]
      },
      [subject, text] as const,
    )
    const memory = [await pageMemory(run)]
    const acts = await page.evaluate(measureActs, { acts: ACTS, codings: text.codings })
    const scrolled = await page.evaluate(async () => {
      const scrolling = window.bench.scrolling(window.peer.scroller)
      return { read: await scrolling.read(), drag: await scrolling.drag(), jump: await scrolling.jump() }
    })
    const copied = await page.evaluate(async () => {
      const begun = performance.now()
      document.getSelection()?.selectAllChildren(document.getElementById('text') ?? document.body)
      document.execCommand('copy')
      const ended = performance.now()
      document.getSelection()?.removeAllRanges()
      return [ended - begun]
    })
    return {
      open,
      memory,
      ...acts,
      'copy-all': copied,
      find: await findInPage(run, corpus),
      'scroll-read': scrolled.read,
      'scroll-drag': scrolled.drag,
      'scroll-jump': scrolled.jump,
    }
  } finally {
    await run.close()
  }
}

/** Runs in the page: adds, removes and recolours where it can be seen, looks up places, jumps. */
async function measureActs(given: {
  readonly acts: number
  readonly codings: PeerText['codings']
}): Promise<Record<'add' | 'remove' | 'recolour' | 'hit' | 'jump', number[]>> {
  const { peer, bench } = window
  const timed = async (act: () => Promise<void>): Promise<number> => {
    await bench.painted()
    const begun = performance.now()
    await act()
    return (await bench.painted()) - begun
  }
  const add: number[] = []
  const remove: number[] = []
  const recolour: number[] = []
  const hit: number[] = []
  const jump: number[] = []
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
async function findInPage({ app }: ElectronRun, { paragraphs }: Corpus): Promise<number[]> {
  const words = paragraphs.find((paragraph) => paragraph.length > 40)?.slice(10, 13) ?? ''
  return app.evaluate(
    ({ BrowserWindow }, wanted) =>
      new Promise<number[]>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        const begun = performance.now()
        contents?.on('found-in-page', (_event, { finalUpdate }) => {
          if (!finalUpdate) return
          resolve([performance.now() - begun])
          contents.stopFindInPage('clearSelection')
        })
        contents?.findInPage(wanted)
      }),
    words,
  )
}
