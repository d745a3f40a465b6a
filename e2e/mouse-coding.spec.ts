import type { Locator } from 'playwright/test'
import { FIELD_TEXTS, RESPONSIVENESS_TEXTS, STANCE_TEXTS } from '#shared/codebook/starter/field-texts.ts'
import { STARTER_TEXTS, type StarterCodeName } from '#shared/codebook/starter-texts.ts'
import { readExport } from './exported.ts'
import { drag, pointOf, wheel } from './mouse.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test.beforeEach(async ({ researcher: me }) => {
  await expect(me.transcript).toBeVisible()
})

const nameOf = (code: StarterCodeName): string => STARTER_TEXTS[code].en.name

const speech = (me: Researcher): Locator => me.transcript.locator('p.paragraph')
const quickList = (me: Researcher): Locator => me.page.getByRole('toolbar', { name: me.words('quick.title') })
/** Where the knob of a handle stands: above the first line, below the last one. */
async function knob(me: Researcher, edge: 'start' | 'end'): Promise<{ readonly x: number; readonly y: number }> {
  const box = await me.page.locator(`.edge-handle.${edge}`).boundingBox()
  if (box === null) throw new Error('no coding is in hand')
  return { x: box.x + box.width / 2, y: edge === 'start' ? box.y - 3 : box.y + box.height + 3 }
}
/** What would be marked if the mouse were let go now. */
const preview = (me: Researcher): Promise<string> =>
  me.page.evaluate(() =>
    [...(CSS.highlights.get('preview') ?? [])]
      .map((range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset) ?? '')
      .join('\n'),
  )

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error('it is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('both ends of a coding are moved by their handles, seen before they are let go, in one act each', async ({
  researcher: me,
}) => {
  const first = speech(me).first()
  const said = await first.innerText()
  await drag(me.page, [first, 4], [first, 9])
  await me.press('m')
  await expect(me.quote).toHaveText(said.slice(4, 9))
  const acts = await me.actsSaved()

  await test.step('the end, to a later character', async () => {
    const from = await knob(me, 'end')
    const to = await pointOf([first, 15])
    await me.page.mouse.move(from.x, from.y)
    await me.page.mouse.down()
    await me.page.mouse.move(to.x - 20, to.y)
    await me.page.mouse.move(to.x, to.y)
    expect(await preview(me)).toBe(said.slice(4, 15))
    await expect(me.quote).toHaveText(said.slice(4, 9))
    await me.page.mouse.up()
    await expect(me.quote).toHaveText(said.slice(4, 15))
    expect(await preview(me)).toBe('')
    await me.seesSaved(acts + 1)
  })

  await test.step('the start; Escape leaves it where it was', async () => {
    for (const isGivenUp of [true, false]) {
      const from = await knob(me, 'start')
      const to = await pointOf([first, 1])
      await me.page.mouse.move(from.x, from.y)
      await me.page.mouse.down()
      await me.page.mouse.move(to.x, to.y, { steps: 3 })
      expect(await preview(me)).toBe(said.slice(1, 15))
      if (isGivenUp) await me.press('Escape')
      await me.page.mouse.up()
      await expect(me.quote).toHaveText(isGivenUp ? said.slice(4, 15) : said.slice(1, 15))
    }
    await me.seesSaved(acts + 2)
    await me.shortcut('undo')
    await expect(me.quote).toHaveText(said.slice(4, 15))
  })
})

test('after a selection with the mouse a short list offers codes, and covers no word', async ({
  lectern,
  researcher: me,
}) => {
  const paragraph = speech(me).nth(2)
  const said = await paragraph.innerText()
  const list = quickList(me)
  await drag(me.page, [paragraph, 0], [paragraph, 6])
  await expect(list).toBeVisible()

  await test.step('it stands beside the text', async () => {
    const box = await list.boundingBox()
    const covered = await me.transcript.evaluate((root, rect) => {
      const range = document.createRange()
      return [...root.querySelectorAll('p')].some((line) => {
        range.selectNodeContents(line)
        return [...range.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            left < rect.x + rect.width && right > rect.x && top < rect.y + rect.height && bottom > rect.y,
        )
      })
    }, box ?? { x: 0, y: 0, width: 1e6, height: 1e6 })
    expect(covered).toBe(false)
  })

  await test.step('a press on a code applies it', async () => {
    await list.getByRole('button', { name: nameOf('claim.evaluation') }).click()
    await me.hears('act.applyCode', { code: nameOf('claim.evaluation') })
    await expect(me.quote).toHaveText(said.slice(0, 6))
    await expect(list).toBeHidden()
  })

  await test.step('it goes when one types, scrolls or presses Escape', async () => {
    for (const leave of [() => me.press('Escape'), () => me.press('Shift+ArrowRight'), () => wheel(me.page, 200)]) {
      await drag(me.page, [paragraph, 8], [paragraph, 12])
      await expect(list).toBeVisible()
      await leave()
      await expect(list).toBeHidden()
    }
  })

  await test.step('by keyboard it is asked for, and begins with what was used last', async () => {
    await me.goesToTurn(1)
    await me.press('s', 'Shift+Enter')
    await expect(list.getByRole('button').first()).toBeFocused()
    await expect(list.getByRole('button').first()).toContainText(nameOf('claim.evaluation'))
    await me.press('ArrowDown', 'ArrowUp', 'Enter')
    await me.hears('act.applyCode', { code: nameOf('claim.evaluation') })
    await expect(me.transcript).toBeFocused()
    await me.press('Shift+Enter')
    await expect(list).toBeVisible()
    await me.press('Escape')
    await expect(list).toBeHidden()
    await expect(me.transcript).toBeFocused()
  })

  await test.step('it can be switched off', async () => {
    await lectern.menu('toggle-quick-list')
    await drag(me.page, [paragraph, 8], [paragraph, 12])
    await expect.poll(() => me.selectedText()).toBe(said.slice(8, 12))
    // Longer than it takes to come up.
    await me.page.waitForTimeout(300)
    await expect(list).toBeHidden()
  })
})

test('codes are dragged onto the text, and words onto a code', async ({ researcher: me }) => {
  const paragraph = speech(me).nth(2)
  const said = await paragraph.innerText()
  const sentence = said.slice(0, said.search(/[。？！]/u) + 1)
  const dragTo = async (what: Locator, to: { readonly x: number; readonly y: number }): Promise<void> => {
    const from = await middleOf(what)
    await me.page.mouse.move(from.x, from.y)
    await me.page.mouse.down()
    await me.page.mouse.move(from.x + 8, from.y + 8)
    await me.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
    await me.page.mouse.move(to.x + 1, to.y)
    await me.page.mouse.move(to.x, to.y)
  }

  await test.step('onto a sentence, which is shown before the code is let go', async () => {
    await dragTo(me.code(nameOf('topic.economy')), await pointOf([paragraph, 3]))
    await expect.poll(() => preview(me)).toBe(sentence)
    await me.page.mouse.up()
    await me.hears('act.applyCode', { code: nameOf('topic.economy') })
    await expect(me.quote).toHaveText(sentence)
    expect(await preview(me)).toBe('')
  })

  await test.step('onto a name: all that is said there', async () => {
    const label = me.transcript.locator('p.label').first()
    await dragTo(me.code(nameOf('claim.denial')), await pointOf([label, 1]))
    await expect.poll(() => preview(me)).toBe(await speech(me).first().innerText())
    await me.page.mouse.up()
    await me.hears('act.applyCode', { code: nameOf('claim.denial') })
  })

  await test.step('onto what is selected', async () => {
    await drag(me.page, [paragraph, 2], [paragraph, 20])
    await me.press('Escape')
    await dragTo(me.code(nameOf('topic.security')), await pointOf([paragraph, 10]))
    await expect.poll(() => preview(me)).toBe(said.slice(2, 20))
    await me.page.mouse.up()
    await expect(me.quote).toHaveText(said.slice(2, 20))
  })

  await test.step('selected words onto a code of the codebook', async () => {
    await drag(me.page, [paragraph, 1], [paragraph, 5])
    const list = quickList(me)
    await dragTo(list.getByText(me.words('quick.drag')), await middleOf(me.code(nameOf('claim.fact'))))
    await me.page.mouse.up()
    await me.hears('act.applyCode', { code: nameOf('claim.fact') })
    await expect(me.quote).toHaveText(said.slice(1, 5))
    await expect(list).toBeHidden()
  })

  await test.step('a pinned code is pressed below the text', async () => {
    await drag(me.page, [paragraph, 6], [paragraph, 9])
    await me.page
      .getByRole('toolbar', { name: me.words('quick.pinned') })
      .getByRole('button', { name: nameOf('claim.demand') })
      .click()
    await me.hears('act.applyCode', { code: nameOf('claim.demand') })
    await expect(me.quote).toHaveText(said.slice(6, 9))
  })
})

test('a whole exchange by mouse: three families, fields, a passage of two parts, a link, a memo', async ({
  researcher: me,
}, info) => {
  const [question = '', first = '', second = ''] = (await speech(me).allInnerTexts()).slice(1)
  const claimed = first.slice(0, first.search(/[。？！]/u) + 1)
  const inspected = (label: string): Locator => me.inspector.getByRole('radio', { name: label, exact: true })
  const marks = async (paragraph: number, from: number, to: number): Promise<void> =>
    drag(me.page, [speech(me).nth(paragraph), from], [speech(me).nth(paragraph), to])

  await test.step('a topic, from the quick list', async () => {
    await marks(1, 0, 10)
    await quickList(me)
      .getByRole('button', { name: nameOf('topic.economy') })
      .click()
    await me.hears('act.applyCode', { code: nameOf('topic.economy') })
  })

  await test.step('a claim, dragged onto its sentence, and its fields', async () => {
    await me.code(nameOf('claim.fact')).dragTo(speech(me).nth(2), { targetPosition: { x: 60, y: 14 } })
    await me.hears('act.applyCode', { code: nameOf('claim.fact') })
    await expect(me.quote).toHaveText(claimed)
    for (const choice of [STANCE_TEXTS.opposes.en, RESPONSIVENESS_TEXTS.direct.en]) {
      await inspected(choice).scrollIntoViewIfNeeded()
      await inspected(choice).click()
      await expect(inspected(choice)).toBeChecked()
    }
    await me.hears('act.setField', { field: FIELD_TEXTS.responsiveness.en })
  })

  await test.step('a memo', async () => {
    await me.inspector.getByLabel(me.words('inspector.memo')).click()
    await me.page.keyboard.type('Hardship first, results later.')
    await me.hears('act.writeMemo')
  })

  await test.step('a figure of speech of two parts', async () => {
    await marks(2, 0, 4)
    await me.code(nameOf('rhetoric.parallelism')).scrollIntoViewIfNeeded()
    await me.code(nameOf('rhetoric.parallelism')).click()
    await me.hears('act.applyCode', { code: nameOf('rhetoric.parallelism') })
    await marks(3, 0, 4)
    await me.inspector.getByRole('button', { name: me.words('command.addPart') }).click()
    await me.hears('act.addPart', { code: nameOf('rhetoric.parallelism') })
  })

  await test.step('a link to the claim, which is clicked', async () => {
    await me.button('links.add').click()
    await me.page.getByTitle(nameOf('claim.fact'), { exact: true }).first().click()
    const bar = me.page.getByRole('region', { name: me.words('linking.label') })
    await bar.getByRole('radio', { name: me.words('relation.supports') }).check()
    await bar.getByRole('button', { name: me.words('linking.confirm'), exact: true }).click()
    await me.hears('act.link.supports', { from: nameOf('rhetoric.parallelism'), to: nameOf('claim.fact') })
  })

  await test.step('the table says all of it', async () => {
    const path = info.outputPath('exchange.csv')
    await me.exportsTo(path, 4)
    const { rows } = readExport(path)
    const of = (code: StarterCodeName) => rows.filter((row) => row['code'] === nameOf(code))
    expect(of('topic.economy')).toMatchObject([{ quote: question.slice(0, 10) }])
    expect(of('claim.fact')).toMatchObject([
      {
        quote: claimed,
        memo: 'Hardship first, results later.',
        'claim.stance': 'opposes',
        'claim.responsiveness': 'direct',
      },
    ])
    expect(of('rhetoric.parallelism').map((row) => row['quote'])).toEqual([first.slice(0, 4), second.slice(0, 4)])
    expect(of('rhetoric.parallelism')[0]?.['links']).toBe(`supports:${of('claim.fact')[0]?.['coding_id']}`)
  })
})
