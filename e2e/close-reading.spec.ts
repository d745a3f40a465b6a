import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { withoutBlanks } from './expected-row.ts'
import { drag, pointOf } from './mouse.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test.beforeEach(async ({ researcher: me }) => {
  await expect(me.transcript).toBeVisible()
})

const METAPHOR = STARTER_TEXTS['rhetoric.metaphor'].en.name
const FACT = STARTER_TEXTS['claim.fact'].en.name

/** What the browser would copy: only what is shown as selected. */
const shownSelected = (me: Researcher): Promise<string> =>
  me.page.evaluate(() => document.getSelection()?.toString() ?? '')

const isCursorInside = (me: Researcher): Promise<boolean> =>
  me.transcript.evaluate((root) => {
    const { anchorNode, focusNode } = document.getSelection() ?? { anchorNode: null, focusNode: null }
    return root.contains(anchorNode) && root.contains(focusNode)
  })

/** The paragraphs of speech, as the page shows them. */
const speech = (me: Researcher): Locator => me.transcript.locator('p:not(.label)')

/** Codes what is selected, and answers it; names are shown above what is said, but are no part of it. */
async function codesWhatIsShown(me: Researcher): Promise<string> {
  const names = (await me.blocks()).filter(({ kind }) => kind === 'label').map(({ text }) => text)
  let shown = ''
  await expect
    .poll(async () => {
      const lines = (await shownSelected(me)).split('\n')
      shown = withoutBlanks(lines.filter((line) => !names.includes(line)).join(''))
      return shown
    })
    .not.toBe('')
  await me.press('m')
  await me.hears('act.applyCode', { code: METAPHOR })
  // Not `toBe`: of two long passages it would print both whole. The same words may have been heard before.
  await expect
    .poll(async () => withoutBlanks(await me.quote.innerText()) === shown, {
      message: `codes from ${shown.slice(0, 20)} to ${shown.slice(-20)}`,
    })
    .toBe(true)
  return shown
}

test('after opening by command line the keyboard works at once', async ({ researcher: me }) => {
  await me.press('s', '1')
  await me.hears('act.applyCode', { code: FACT })
})

test('a drag that ends over the codebook, or over the bar above, codes what is shown selected', async ({
  researcher: me,
}) => {
  const [first = '', second = ''] = await speech(me).allInnerTexts()
  const from = await pointOf([speech(me).nth(0), 4])
  const beside = await pointOf([speech(me).nth(1), 0])
  const codebook = await me.codebook.boundingBox()
  const middle = (codebook?.x ?? 0) + (codebook?.width ?? 0) / 2
  await me.page.mouse.move(from.x, from.y)
  await me.page.mouse.down()
  await me.page.mouse.move(middle, from.y, { steps: 4 })
  await me.page.mouse.move(middle, beside.y, { steps: 4 })
  await me.page.mouse.up()
  const down = await codesWhatIsShown(me)
  expect(`${first}${second}`.slice(4)).toContain(down.slice(0, 20))
  expect(down.length).toBeGreaterThan(first.length - 4)

  await me.page.mouse.move(beside.x, beside.y)
  await me.page.mouse.down()
  await me.page.mouse.move(middle, from.y, { steps: 4 })
  await me.page.mouse.move(middle, 2, { steps: 4 })
  await me.page.mouse.up()
  const up = await codesWhatIsShown(me)
  expect(up.endsWith(first)).toBe(true)
})

test('a drag that strays over the stripes beside the text stays in its line', async ({ researcher: me }) => {
  await me.goesToTurn(0)
  await me.press('d', 'm')
  await me.hears('act.applyCode', { code: METAPHOR })
  const from = await pointOf([speech(me).first(), 4])
  const shownStripe = me.page.getByTitle(METAPHOR, { exact: true }).first()
  const stripe = await shownStripe.boundingBox()
  for (const x of [(stripe?.x ?? 0) + 2, (stripe?.x ?? 0) + 30]) {
    await me.page.mouse.move(from.x, from.y)
    await me.page.mouse.down()
    await me.page.mouse.move(x, from.y, { steps: 4 })
    const said = await speech(me).first().innerText()
    const selected = await shownSelected(me)
    await me.page.mouse.up()
    expect(selected.length).toBeGreaterThan(4)
    expect(said.slice(4).startsWith(selected)).toBe(true)
  }
  await me.press('Escape')
  await expect(me.quote).toBeHidden()
  await shownStripe.click()
  await expect(me.quote).toBeVisible()
})

test('Shift+Ctrl+End and Shift+Ctrl+Home select to the ends of the transcript, and no further', async ({
  researcher: me,
}) => {
  const blocks = await me.blocks()
  const [label = '', first = ''] = blocks.map(({ text }) => text)
  await me.goesToTurn(0)
  // One step leads from the end of the label to the first paragraph.
  for (let step = 0; step < label.length + 1 + 4; step++) await me.press('ArrowRight')
  await me.press('Shift+Control+Home')
  expect(withoutBlanks(await shownSelected(me))).toBe(withoutBlanks(`${label}${first.slice(0, 4)}`))
  await codesWhatIsShown(me)

  await me.press('Control+End')
  for (let step = 0; step < 4; step++) await me.press('ArrowLeft')
  await me.press('Shift+Control+End')
  const shown = await codesWhatIsShown(me)
  expect(shown).toBe(blocks.at(-1)?.text.slice(-4))
})

test('at the ends of the text the cursor stays inside of it', async ({ researcher: me }) => {
  await me.goesToTranscript()
  for (const keys of [
    ['Control+Home', 'ArrowUp', 'ArrowLeft', 'Control+ArrowUp'],
    ['Control+End', 'ArrowDown', 'ArrowRight', 'Control+ArrowDown'],
  ]) {
    for (const key of keys) {
      await me.press(key)
      expect(await isCursorInside(me), key).toBe(true)
    }
    await me.press('d')
    expect((await speech(me).allInnerTexts()).map(withoutBlanks)).toContain(withoutBlanks(await shownSelected(me)))
  }
})

test('after the palette the selection is still there, and the arrows go on from its end', async ({
  researcher: me,
}) => {
  const said = (await me.blocks()).find(({ kind }) => kind === 'paragraph')?.text ?? ''
  await me.goesToTurn(0)
  await me.press('s')
  const sentence = await me.selectedText()
  expect(said.startsWith(sentence)).toBe(true)
  const palette = me.dialog(me.words('palette.title'))

  await me.press('Enter')
  await expect(palette).toBeVisible()
  await me.press('Escape')
  await expect(palette).toBeHidden()
  expect(await me.selectedText()).toBe(sentence)
  await me.press('Shift+ArrowRight')
  expect(await me.selectedText()).toBe(said.slice(0, sentence.length + 1))

  await me.press('Enter')
  await palette.getByRole('combobox').pressSequentially(METAPHOR)
  await me.press('Enter')
  await me.hears('act.applyCode', { code: METAPHOR })
  expect(await me.selectedText()).toBe(said.slice(0, sentence.length + 1))
  await me.press('Shift+ArrowRight')
  expect(await me.selectedText()).toBe(said.slice(0, sentence.length + 2))
})

test('select all copies the transcript and nothing from beside it', async ({ lectern, researcher: me }) => {
  const blocks = await me.blocks()
  await me.goesToTranscript()
  await me.shortcut('select-all')
  await expect.poll(() => shownSelected(me)).not.toBe('')
  await lectern.app.evaluate(({ BrowserWindow, clipboard }) => {
    clipboard.clear()
    BrowserWindow.getAllWindows()[0]?.webContents.copy()
  })
  const copied = (): Promise<string> => lectern.app.evaluate(({ clipboard }) => clipboard.readText())
  await expect
    .poll(async () => withoutBlanks(await copied()))
    .toBe(withoutBlanks(blocks.map(({ text }) => text).join('')))
})

test('of a long transcript all is copied as the browser would, and none of it laid out for that', async ({
  lectern,
  researcher: me,
}, { outputDir }) => {
  await mkdir(outputDir, { recursive: true })
  const path = join(outputDir, 'long.txt')
  const said = 'The harbour council met and weighed what the ferry costs. '
  await writeFile(path, Array.from({ length: 300 }, (_, day) => `SPEAKER ${day % 3}: Day ${day}. ${said}`).join('\n\n'))
  await me.opensFiles([path])
  await expect(me.transcript).toContainText('Day 3.')
  for (const mode of ['turns', 'lines']) {
    if (mode === 'lines') await me.shortcut('toggle-reading')
    await expect(me.transcript).toHaveAttribute('data-filled', 'true')
    await me.goesToTranscript()
    await me.shortcut('select-all')
    await expect.poll(() => shownSelected(me)).toContain('Day 299.')
    await lectern.app.evaluate(({ BrowserWindow, clipboard }) => {
      clipboard.clear()
      BrowserWindow.getAllWindows()[0]?.webContents.copy()
    })
    const copied = (): Promise<string> => lectern.app.evaluate(({ clipboard }) => clipboard.readText())
    await expect.poll(copied).not.toBe('')
    // What is copied is whole at once; what the browser has selected, when all of it stands in the page.
    const text = await copied()
    await expect.poll(async () => (await shownSelected(me)) === text).toBe(true)
  }
})

test('pressing inside of the selected passage and dragging marks the new part', async ({ researcher: me }) => {
  await me.goesToTurn(0)
  await me.press('d')
  const paragraph = speech(me).first()
  const said = await me.selectedText()
  await drag(me.page, [paragraph, 3], [paragraph, 9])
  expect(await me.selectedText()).toBe(said.slice(3, 9))
})

test('the keys of the transcript work with Shift and Caps Lock too', async ({ researcher: me }) => {
  await me.goesToTurn(0)
  await me.press('s')
  const sentence = await me.selectedText()
  for (const key of ['S', 'Shift+S']) {
    await me.press('ArrowLeft', 'Home')
    expect(await me.selectedText()).toBe('')
    await me.press(key)
    expect(await me.selectedText(), key).toBe(sentence)
  }
  await me.press('M')
  await me.hears('act.applyCode', { code: METAPHOR })
})

test('find: a speaker’s name is found, and all that is shown, but nothing that is hidden', async ({
  researcher: me,
}) => {
  const blocks = await me.blocks()
  const occurrences = (words: string): number =>
    blocks
      .map(({ text }) => text)
      .join('\n')
      .split(words).length - 1
  await me.shortcut('find')
  const field = me.page.getByRole('searchbox', { name: me.words('find.label') })
  const count = me.page.getByRole('search').locator('output')

  const speaker = blocks[0]?.text ?? ''
  await field.fill(speaker)
  await expect(count).toHaveText(me.words('find.place', { at: 1, count: occurrences(speaker) }))

  await field.fill('下转')
  await expect(count).toHaveText(me.words('find.none'))
  await me.shortcut('toggle-set-aside')
  await expect(count).toHaveText(me.words('find.place', { at: 1, count: 1 }))
  await me.shortcut('toggle-set-aside')
  await expect(count).toHaveText(me.words('find.none'))

  const words = '灯塔'
  const all = occurrences(words)
  expect(all).toBeGreaterThan(2)
  await field.fill(words)
  const places: string[] = []
  for (let step = 0; step <= all; step++) {
    await field.press('Enter')
    await expect(count).toHaveText(me.words('find.place', { at: (step % all) + 1, count: all }))
    await expect.poll(() => pendingPlace(me)).not.toBe(places.at(-1) ?? null)
    places.push((await pendingPlace(me)) ?? '')
  }
  expect(new Set(places).size).toBe(all)
  expect(places.at(-1)).toBe(places[0])
  // The command leads back to a field that stands open already.
  await me.shortcut('focus-transcript')
  await expect(me.transcript).toBeFocused()
  await me.shortcut('find')
  await expect(field).toBeFocused()
  await field.press('Escape')
  await expect(me.transcript).toBeFocused()
  expect(await me.selectedText()).toBe(words)
})

/** Where the passage stands that is painted as selected while the transcript has not got the keyboard. */
const pendingPlace = (me: Researcher): Promise<string | null> =>
  me.transcript.evaluate((root) => {
    const [range] = [...(CSS.highlights.get('pending') ?? [])]
    if (range === undefined) return null
    const block = [...root.querySelectorAll('p')].findIndex((paragraph) => paragraph.contains(range.startContainer))
    return `${block} ${range.startOffset}`
  })

test('how transcripts are shown is kept over a restart', async ({ lectern, researcher: me }) => {
  for (const command of ['toggle-lines', 'toggle-set-aside', 'toggle-reading'] as const) await me.shortcut(command)
  await expect(me.button('app.reading')).toHaveAttribute('aria-pressed', 'false')
  await lectern.restart([])
  await expect(me.transcript).toBeVisible()
  await expect(me.button('app.lines')).toHaveAttribute('aria-pressed', 'true')
  await expect(me.button('app.reading')).toHaveAttribute('aria-pressed', 'false')
  await me.shortcut('toggle-reading')
  await expect(me.button('app.reading')).toHaveAttribute('aria-pressed', 'true')
  await expect(me.button('app.setAside')).toHaveAttribute('aria-pressed', 'true')
})

test('the line at the top is the same after each of two restarts', async ({ lectern, researcher: me }) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
  try {
    const path = join(folder, 'long.txt')
    const sentences = Array.from({ length: 400 }, (_, at) => `Sentence ${at} tells of the ferry and of the harbour.`)
    const turns = `Ann: Where is it?\n\nBob: ${sentences.join(' ')}\n\n`
    await writeFile(path, `${turns}${turns}`)
    await me.opensFiles([path])
    await expect(me.transcript).toContainText('Sentence 399')
    const paragraph = (): Locator => speech(me).nth(1)
    const end = await pointOf([paragraph(), sentences.join(' ').length - 1])
    await me.transcript.hover()
    await me.page.mouse.wheel(0, Math.round(end.y / 2))
    await expect.poll(async () => (await topOf(paragraph())).offset).toBeGreaterThan(2000)
    // The place is noted when the reader rests.
    await me.page.waitForTimeout(600)
    const before = await topOf(paragraph())
    for (const restart of [1, 2]) {
      await lectern.restart([])
      await expect(me.transcript).toContainText('Sentence 399')
      await expect
        .poll(async () => Math.abs((await topOf(paragraph(), before.offset)).top - before.top), {
          message: `after restart ${restart}`,
        })
        .toBeLessThan(before.lineHeight)
      // What is noted now is not to creep from start to start.
      await me.page.waitForTimeout(600)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

/** How far below the view's upper edge a character of a long paragraph stands; without an offset the first in view. */
function topOf(
  paragraph: Locator,
  offset?: number,
): Promise<{ readonly offset: number; readonly top: number; readonly lineHeight: number }> {
  return paragraph.evaluate((element, given) => {
    const edge = element.closest('.transcript-scroller')?.getBoundingClientRect().top ?? 0
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
    if (!(text instanceof Text)) throw new Error('an empty paragraph')
    const { left } = element.getBoundingClientRect()
    const at = given ?? document.caretRangeFromPoint(left + 40, edge + 40)?.startOffset ?? 0
    const range = document.createRange()
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const { top, height } = range.getBoundingClientRect()
    return {
      offset: at,
      top: top - edge,
      lineHeight: Math.max(height, Number.parseFloat(getComputedStyle(element).lineHeight) || 0),
    }
  }, offset)
}
