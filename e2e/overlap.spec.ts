import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright/test'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { timeToStripe, writeManyCodings } from './many-codings.ts'
import { pointOf } from './mouse.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

const TEN_KEYS = ['1', '2', '3', '7', '9', 'm', 'p', 'r', 'q', 'e'] as const
const name = (code: keyof typeof STARTER_TEXTS): string => STARTER_TEXTS[code].en.name
const METAPHOR = name('rhetoric.metaphor')
const QUESTION = name('rhetoric.question')
const HEALTH = name('topic.health')

const overview = (me: Researcher): Locator => me.page.getByRole('img', { name: /document/ })
const chooser = (me: Researcher): Locator => me.page.getByRole('listbox', { name: me.words('choice.title') })
const filterBar = (me: Researcher): Locator => me.page.getByRole('region', { name: me.words('filter.title') })
/** The stripes of codings, several parts of one counted once. */
const stripes = (me: Researcher): Promise<readonly string[]> =>
  me.page.locator('.stripe').evaluateAll((all) => [...new Set(all.map((stripe) => stripe.getAttribute('title') ?? ''))])
/** How many stretches of text a highlight paints. */
const painted = (me: Researcher, highlight: string): Promise<number> =>
  me.page.evaluate((wanted) => CSS.highlights.get(wanted)?.size ?? 0, highlight)

async function codes(me: Researcher, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const saved = await me.actsSaved()
    await me.press(key)
    await me.seesSaved(saved + 1)
  }
}

/** Ten codings on the first sentence of the second turn, by keyboard. */
async function codesTenfold(me: Researcher): Promise<void> {
  await expect(me.transcript).toBeVisible()
  await me.goesToTurn(1)
  await me.press('s')
  await codes(me, ...TEN_KEYS)
  await me.press('Escape')
  await expect(me.quote).toBeHidden()
}

test.describe('ten codings on one sentence', () => {
  test.use({ files: [OWN_TRANSCRIPT] })

  test('all are seen, and one is chosen by keyboard', async ({ researcher: me }) => {
    await codesTenfold(me)
    await expect.poll(() => stripes(me)).toHaveLength(10)
    await expect(me.page.locator('.stripe-name')).toHaveCount(10)
    // More than can be painted over one another, and the text says so.
    await expect.poll(() => painted(me, 'many')).toBeGreaterThan(0)

    await me.press('v')
    await expect(chooser(me)).toBeFocused()
    await expect(chooser(me).getByRole('option')).toHaveCount(10)
    await expect.poll(() => painted(me, 'pointed')).toBeGreaterThan(0)
    await me.press('ArrowDown', 'ArrowDown')
    const chosen = chooser(me).getByRole('option', { selected: true })
    const words = (await chosen.innerText()).split('\n')[0]?.split(' › ').at(-1) ?? ''
    await me.press('Enter')
    await expect(chooser(me)).toBeHidden()
    await expect(me.transcript).toBeFocused()
    await expect(me.inspector.locator('.coding-code strong')).toHaveText(words)

    // The list begins with the one in hand, even where it comes up under a pointer that rests.
    await me.press('v')
    const first = await chooser(me).getByRole('option').first().boundingBox()
    await me.press('Escape')
    await me.page.mouse.move((first?.x ?? 0) + 40, (first?.y ?? 0) + 20)
    await me.press('v')
    await expect(chooser(me)).toBeFocused()
    await expect(chosen).toContainText(words)
    await me.press('Escape')
    await expect(chooser(me)).toBeHidden()
    await expect(me.transcript).toBeFocused()
    // Whoever goes on working is not held up by the list.
    await me.press('v')
    await expect(chooser(me)).toBeFocused()
    await me.press('d')
    await expect(chooser(me)).toBeHidden()
    await expect.poll(async () => (await me.selectedText()).length).toBeGreaterThan(4)
  })

  test('with the mouse: what is under the pointer is told, several are chosen from, one is taken at once', async ({
    researcher: me,
  }) => {
    await codesTenfold(me)
    await me.press('ArrowRight', 's')
    await codes(me, '0')
    await me.press('Escape')
    const saidTwice = me.transcript.locator('p:not(.label)').nth(1)
    const many = await pointOf([saidTwice, 2])
    await me.page.mouse.move(many.x, many.y)
    const here = me.page.getByRole('group', { name: me.words('here.label') })
    await expect(here).toContainText('+')
    await me.page.mouse.click(many.x, many.y)
    await expect(chooser(me)).toBeVisible()
    const list = await chooser(me).boundingBox()
    expect(list === null || list.y > many.y || list.y + list.height < many.y, 'the words stay in sight').toBe(true)
    await chooser(me).getByRole('option', { name: METAPHOR }).click()
    await expect(me.inspector.locator('.coding-code strong')).toHaveText(METAPHOR)

    const end = (await saidTwice.innerText()).length - 3
    await me.press('Escape')
    await expect(me.quote).toBeHidden()
    // Only one stands on the second sentence.
    const healthStripe = me.page
      .locator('.stripe')
      .and(me.page.getByTitle(HEALTH, { exact: true }))
      .first()
    await healthStripe.hover()
    await expect.poll(() => painted(me, 'pointed')).toBeGreaterThan(0)
    expect(end).toBeGreaterThan(0)
    await healthStripe.click()
    await expect(me.inspector.locator('.coding-code strong')).toHaveText(HEALTH)
    await me.goesToTranscript()
    await me.press('Escape')
    // A coding in the list, and a code in the codebook, make their passages stand out.
    await me.inspector.getByRole('button', { name: METAPHOR }).hover()
    await expect.poll(() => painted(me, 'pointed')).toBe(1)
    await me.code(QUESTION).hover()
    await expect(me.page.locator('.stripe.faint').first()).toBeAttached()
    await me.transcript.hover({ position: { x: 5, y: 5 } })
    await expect.poll(() => painted(me, 'pointed')).toBe(0)
  })

  test('a filter is set by keyboard, holds for all that shows codings, is seen and cleared', async ({
    researcher: me,
    lectern,
  }) => {
    await codesTenfold(me)
    await me.goesToTurn(3)
    await me.press('s')
    await codes(me, 'm')
    await me.press('Escape')

    await me.shortcut('filter-codings')
    const field = filterBar(me).getByRole('combobox')
    await expect(field).toBeFocused()
    await me.page.keyboard.type('metaphor')
    await expect(filterBar(me).getByRole('option')).toHaveCount(1)
    await me.press('Enter')
    await expect(filterBar(me)).toContainText(me.words('filter.shown', { shown: 2, count: 11 }))
    await me.press('Escape')
    await expect(me.transcript).toBeFocused()
    await expect.poll(() => stripes(me)).toEqual([METAPHOR])
    await expect(overview(me)).toHaveAccessibleName(me.words('heat.label', { count: 2 }))
    await me.takesInHand(2)
    await expect(me.inspector.locator('.coding-code strong')).toHaveText(METAPHOR)
    await me.press(']')
    await me.hears('notice.noNextCoding')
    expect(await painted(me, 'many')).toBe(0)

    // What is coded while it is hidden is in hand all the same, and the bar says that it is hidden.
    await me.goesToTurn(2)
    await me.press('s')
    await codes(me, '1')
    await expect(filterBar(me)).toContainText(me.words('filter.heldIsHidden'))
    await me.press('Escape')
    await expect(filterBar(me)).not.toContainText(me.words('filter.heldIsHidden'))

    // It stays on from source to source, and is asked for by speaker too.
    const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
    const other = join(folder, 'other.txt')
    await writeFile(other, 'Q: Is the bridge open?\n\nA: It is open.\n\nQ: And the road?\n\nA: The road is open too.\n')
    await me.opensFiles([other])
    await expect(me.transcript).toContainText('the road')
    await expect(filterBar(me)).toContainText(me.words('filter.shown', { shown: 0, count: 0 }))
    await filterBar(me)
      .getByRole('button', { name: me.words('filter.remove', { name: METAPHOR }) })
      .click()
    await expect(filterBar(me)).toBeHidden()
    await lectern.menu('filter-codings')
    await expect(field).toBeFocused()
    await me.press('ArrowUp', 'Enter', 'Escape')
    await expect(filterBar(me)).toContainText(me.words('filter.shown', { shown: 0, count: 0 }))
    await me.shortcut('clear-filter')
    await expect(filterBar(me)).toBeHidden()
    await me.hears('notice.filterCleared')
    await rm(folder, { recursive: true, force: true })
  })
})

test.describe('a long transcript', () => {
  let folder: string
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
  })
  test.afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  test.setTimeout(180_000)

  test('its strip shows 10,000 codings, leads to any place, and a coding more is there at once', async ({
    researcher: me,
    lectern,
  }) => {
    const path = join(folder, 'long.txt')
    const turns = Array.from({ length: 1500 }, (_, index) => {
      const said = `The harbour council met on day ${index} and weighed what the ferry costs against what it carries. `
      return `${index % 2 === 0 ? 'REPORTER' : 'MINISTER OKAFOR'}: ${said.repeat(7)}`
    })
    await writeFile(path, turns.join('\n\n'))
    await me.opensFiles([path])
    await expect(me.transcript).toContainText('day 3')
    await me.seesSaved(await me.actsSaved())
    await writeManyCodings(me.page, 10_000)
    await lectern.restart([])
    await expect(overview(me)).toHaveAttribute('data-drawn', '10000', { timeout: 30_000 })

    const box = await overview(me).boundingBox()
    if (box === null) throw new Error('no strip')
    const firstDay = (): Promise<number> =>
      me.page.locator('.transcript-scroller').evaluate((scroller) => {
        const { left, top, height } = scroller.getBoundingClientRect()
        const text = document.elementFromPoint(left + 300, top + height / 2)?.closest('.block')?.textContent ?? ''
        return Number(/day (\d+)/.exec(text)?.[1] ?? Number.NaN)
      })
    await me.page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.75)
    await expect.poll(firstDay).toBeGreaterThan(1050)
    await expect.poll(firstDay).toBeLessThan(1200)
    await me.page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.75)
    await me.page.mouse.down()
    await me.page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.4, { steps: 6 })
    await me.page.mouse.up()
    await expect.poll(firstDay).toBeGreaterThan(520)
    await expect.poll(firstDay).toBeLessThan(680)
    await expect
      .poll(async () =>
        Number.parseFloat(
          await overview(me)
            .locator('.overview-view')
            .evaluate((view) => view.style.top),
        ),
      )
      .toBeGreaterThan(35)

    await me.goesToTurn(1)
    const times: number[] = []
    for (const key of ['m', 'p', 'a', 'r', 'u', 'e']) {
      await me.press('ArrowRight', 's')
      times.push(await timeToStripe(me.page, key))
    }
    // Two slow cores without a graphics card need a few frames; a rebuild of everything would need many more.
    expect(Math.min(...times)).toBeLessThan(250)

    await me.press('Escape')
    await expect(me.quote).toBeHidden()
    const last = me.inspector.locator('[aria-posinset="10006"]')
    await expect(async () => {
      await me.inspector.evaluate((pane) => pane.scrollTo(0, pane.scrollHeight))
      await expect(last).toBeInViewport({ timeout: 500 })
    }).toPass()
    await last.getByRole('button').click()
    await expect(me.quote).toBeVisible()
    await expect(me.transcript).toBeFocused()
  })
})
