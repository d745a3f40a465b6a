import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../scripts/root.ts'
import type { Corpus } from './corpus.ts'
import { type ElectronRun, pageMemory, startElectron } from './electron-run.ts'
import type { Measured } from './figures.ts'
import { installClock } from './in-page.ts'
import { MEASURED } from './lectern-profile.ts'

const ACTS = 12

/** Measures the program once, in a process of its own, on a copy of a profile: from its own database, through its own window. */
export async function runLectern(
  executable: string,
  env: NodeJS.ProcessEnv,
  profile: string,
  corpus: Corpus,
): Promise<Measured> {
  const copy = await mkdtemp(join(tmpdir(), 'lectern-bench-run-'))
  await cp(profile, copy, { recursive: true })
  const run = await startElectron(executable, ROOT, { ...env, LECTERN_USER_DATA: copy, LECTERN_LANGUAGE: 'en' })
  try {
    const { page } = run
    await page.locator('.transcript-root p').first().waitFor()
    await page.evaluate(installClock)
    const open = [await page.evaluate(measureOpening, MEASURED)]
    await page.waitForFunction(() => document.querySelector('.transcript-root')?.getAttribute('data-filled') === 'true')
    const memory = [await pageMemory(run)]
    const acts = await page.evaluate(measureActs, ACTS)
    const recolour = await page.evaluate(measureRecolouring, 6)
    const scrolled = await page.evaluate(async () => {
      const scroller = document.querySelector('.transcript-scroller')
      if (scroller === null) throw new Error('nothing to scroll')
      const scrolling = window.bench.scrolling(scroller)
      return { read: await scrolling.read(), drag: await scrolling.drag(), jump: await scrolling.jump() }
    })
    const copied = await page.evaluate(async () => {
      const begun = performance.now()
      document.getSelection()?.selectAllChildren(document.querySelector('.transcript-root') ?? document.body)
      document.execCommand('copy')
      const ended = performance.now()
      document.getSelection()?.collapseToStart()
      return [ended - begun]
    })
    return {
      open,
      memory,
      ...acts,
      recolour,
      'copy-all': copied,
      find: await findWords(run, corpus),
      'scroll-read': scrolled.read,
      'scroll-drag': scrolled.drag,
      'scroll-jump': scrolled.jump,
    }
  } finally {
    await run.close()
    await rm(copy, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs in the page: chooses the source in the list at the top and waits until its first screen stands there, codings and all. */
async function measureOpening(name: string): Promise<number> {
  const select = document.querySelector<HTMLSelectElement>('select.source-select')
  const option = [...(select?.options ?? [])].find((one) => one.text === name)
  if (select === null || option === undefined) throw new Error('the source is not in the list')
  const painted = (): number => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)
  const begun = performance.now()
  select.value = option.value
  select.dispatchEvent(new Event('change', { bubbles: true }))
  const shown = await window.bench.paintedWhen(() => {
    const root = document.querySelector(`.transcript-root[aria-label*="${name}"]`)
    return root !== null && root.querySelector('p') !== null && painted() > 0
  }, 'the first screen')
  return shown - begun
}

/** Runs in the page: goes from coding to coding, adds and removes beside each by the keys that a coder would press. */
async function measureActs(acts: number): Promise<Record<'add' | 'remove' | 'hit' | 'jump', number[]>> {
  const { bench } = window
  const root = document.querySelector<HTMLElement>('.transcript-root')
  const scroller = document.querySelector('.transcript-scroller')
  if (root === null || scroller === null) throw new Error('no transcript')
  const press = (key: string): void => {
    root.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  /** What is painted where, as far as it can be told from outside: how many ranges each highlight has. */
  const painted = (): string => [...CSS.highlights].map(([name, { size }]) => `${name}:${size}`).join()
  /** The words in the middle of the view. Asked of the view itself: asking paragraphs out of sight lays them out. */
  const visible = (): Text => {
    const frame = scroller.getBoundingClientRect()
    for (let y = frame.top + 60; y < frame.bottom - 40; y += 12) {
      const range = document.caretRangeFromPoint(frame.left + frame.width / 2 - 100, y)
      const node = range?.startContainer
      if (node instanceof Text && node.length > 30 && node.parentElement?.closest('p')?.matches(':not(.label)'))
        return node
    }
    throw new Error('no paragraph in view')
  }
  const timed = async (act: () => void, what: string): Promise<number> => {
    await bench.painted()
    await bench.painted()
    const before = painted()
    const begun = performance.now()
    act()
    return (await bench.paintedWhen(() => painted() !== before, what)) - begun
  }
  const add: number[] = []
  const remove: number[] = []
  const hit: number[] = []
  const jump: number[] = []
  root.focus()
  for (let act = 0; act < acts; act++) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * (act + 0.5)) / acts
    for (let frame = 0; frame < 12; frame++) await bench.painted()
    const node = visible()
    const box = node.parentElement?.getBoundingClientRect() ?? new DOMRect()
    for (let place = 0; place < 5; place++) {
      const at = { clientX: box.left + 20 + place * 60, clientY: box.top + 12, bubbles: true, detail: 1 }
      document.getSelection()?.collapse(node, 0)
      const begun = performance.now()
      root.dispatchEvent(new MouseEvent('click', at))
      hit.push((performance.now() - begun) * 1000)
    }
    await bench.painted()
    press('Escape')
    document.getSelection()?.setBaseAndExtent(node, 4 + act, node, 14 + act)
    add.push(await timed(() => press('1'), 'the new coding'))
    // The act is shown; what it takes in hand comes with it.
    await bench.paintedWhen(() => document.querySelector('.coding-quote') !== null, 'the coding in hand')
    const top = scroller.scrollTop
    scroller.scrollTop = top > scroller.scrollHeight / 2 ? 0 : scroller.scrollHeight
    for (let frame = 0; frame < 12; frame++) await bench.painted()
    const far = scroller.scrollTop
    const begun = performance.now()
    press(']')
    jump.push((await bench.paintedWhen(() => Math.abs(scroller.scrollTop - far) > 100, 'the jump')) - begun)
    for (let frame = 0; frame < 12; frame++) await bench.painted()
    press('[')
    for (let frame = 0; frame < 12; frame++) await bench.painted()
    remove.push(await timed(() => press('Delete'), 'the removal'))
  }
  return { add, remove, hit, jump }
}

/** Runs in the page: codes something in view with the first code, opens that and chooses colours one after another. */
async function measureRecolouring(acts: number): Promise<number[]> {
  const { bench } = window
  const root = document.querySelector<HTMLElement>('.transcript-root')
  const frame = document.querySelector('.transcript-scroller')?.getBoundingClientRect() ?? new DOMRect()
  const places = Array.from({ length: 30 }, (_, step) => frame.top + 60 + step * 12)
  const node = places
    .map((y) => document.caretRangeFromPoint(frame.left + frame.width / 2 - 100, y)?.startContainer)
    .find((found): found is Text => found instanceof Text && found.length > 30)
  if (node === undefined) throw new Error('no paragraph in view')
  root?.focus()
  document.getSelection()?.setBaseAndExtent(node, 0, node, 3)
  root?.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true, cancelable: true }))
  await bench.paintedWhen(() => document.querySelector('.coding-quote') !== null, 'the coding in hand')
  const row = document.querySelector<HTMLElement>('.code-tree [role="treeitem"][aria-level="2"]')
  row?.focus()
  await bench.painted()
  row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true }))
  await bench.paintedWhen(() => document.querySelector('dialog input[name="colour"]') !== null, 'the dialog of a code')
  const painted = (): string => [...CSS.highlights].map(([name, { size }]) => `${name}:${size}`).join()
  const values: number[] = []
  for (let act = 0; act < acts; act++) {
    const other = [...document.querySelectorAll<HTMLInputElement>('dialog input[name="colour"]')].filter(
      (input) => !input.checked,
    )[act]
    await bench.painted()
    const before = painted()
    const begun = performance.now()
    other?.click()
    values.push((await bench.paintedWhen(() => painted() !== before, 'another colour')) - begun)
    for (let frame = 0; frame < 6; frame++) await bench.painted()
  }
  document.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }))
  return values
}

/** The program's own search, from the last letter typed until it has counted every place. */
async function findWords({ page, app }: ElectronRun, { paragraphs }: Corpus): Promise<number[]> {
  const words = paragraphs.find((paragraph) => paragraph.length > 40)?.slice(10, 13) ?? ''
  await app.evaluate(({ BrowserWindow, Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('find')?.click(undefined, BrowserWindow.getAllWindows()[0])
  })
  const field = page.locator('.find-bar input, [role="search"] input').first()
  await field.waitFor()
  return page.evaluate(async (wanted) => {
    const input = document.querySelector<HTMLInputElement>('.find-bar input, [role="search"] input')
    const output = document.querySelector('.find-bar output, [role="search"] output')
    const before = output?.textContent ?? ''
    const begun = performance.now()
    // As typing does it: React listens to the input event, and remembers the value that it set itself.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, wanted)
    input?.dispatchEvent(new Event('input', { bubbles: true }))
    const ended = await window.bench.paintedWhen(() => {
      const now = document.querySelector('.find-bar output, [role="search"] output')?.textContent ?? ''
      return now !== before && now !== ''
    }, 'what was found')
    return [ended - begun]
  }, words)
}
