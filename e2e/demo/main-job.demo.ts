import { join } from 'node:path'
import { FIELD_TEXTS, STANCE_TEXTS } from '#shared/codebook/starter/field-texts.ts'
import { ROOT } from '../../scripts/root.ts'
import { readExport } from '../exported.ts'
import type { Lectern } from '../fixtures.ts'
import { expect, type Researcher, test } from '../steps.ts'

const SIZE = { width: 1440, height: 900 }

/** What is coded: a turn (from 0), and by paragraph, for its sentences in order, the keys of their codes. */
type Passages = readonly (readonly [turn: number, paragraphs: readonly (readonly string[])[]])[]

const CHINESE: Passages = [
  [
    1,
    [
      ['', '1', '1o', 'e', ''],
      ['', '1', '1', 'l'],
      ['m', 'ma'],
    ],
  ],
  [
    3,
    [
      ['6', '1'],
      ['2', 'q', '4'],
    ],
  ],
  [
    5,
    [
      ['1', 'h'],
      ['4', '4'],
    ],
  ],
]
const ENGLISH: Passages = [
  [
    1,
    [
      ['', '1', '1', '1', 'o'],
      ['m', '2'],
      ['', '1', '', '1l'],
      ['', '4', '4', '4'],
    ],
  ],
  [
    3,
    [
      ['1', '1', '1', '2'],
      ['h', '', 'a'],
    ],
  ],
  [
    5,
    [
      ['', '6', '1'],
      ['pr', '2'],
    ],
  ],
]

for (const { language, tongue, name, passages, memo, proposition } of [
  {
    language: 'zh-CN',
    tongue: 'zh',
    name: 'zh',
    passages: CHINESE,
    memo: '先认错，再讲经过：语气平实，不像辩解。',
    proposition: '出事的起点是九月三日夜里的异味。',
  },
  {
    language: 'en',
    tongue: 'en',
    name: 'en',
    passages: ENGLISH,
    memo: 'The figure comes first, the people second; compare the answer on the warnings.',
    proposition: 'All signals on the line failed at once.',
  },
] as const) {
  test.describe(`the sample in ${language}`, () => {
    test.use({ language, files: [join(ROOT, `samples/press-conference-${name}.txt`)] })

    test('is opened, coded, found again and exported', async ({ lectern, researcher: me }, testInfo) => {
      const output = process.env['LECTERN_DEMO_OUTPUT'] ?? testInfo.outputDir
      const picture = async (of: string): Promise<void> => {
        // The stripes follow the text by a frame.
        await me.page.waitForTimeout(400)
        await me.page.screenshot({ path: join(output, `${name}-${of}.png`) })
      }
      await resize(lectern)
      await expect(me.transcript).toBeVisible()
      const codings = await codes(me, passages)

      await me.takesInHand(1)
      await me.press('i')
      await me.inspector.getByLabel(FIELD_TEXTS.proposition[tongue]).fill(proposition)
      await me.press('Tab')
      await me.inspector.getByRole('radio', { name: STANCE_TEXTS.neutral[tongue] }).click()
      await me.inspector.getByLabel(me.words('inspector.memo')).fill(memo)
      await me.hears('act.writeMemo')

      await lectern.restart([])
      await resize(lectern)
      await expect(me.transcript).toBeVisible()
      expect(await me.codings()).toHaveLength(codings)
      await me.takesInHand(1)
      await me.seesText(me.inspector.getByLabel(me.words('inspector.memo')), memo)
      await picture('light')
      await me.inspector.evaluate((pane) => pane.scrollTo({ top: pane.scrollHeight }))
      await picture('inspector')
      await me.page.emulateMedia({ colorScheme: 'dark' })
      await picture('dark')
      await me.page.emulateMedia({ colorScheme: 'light' })

      await me.goesToTurn(3)
      await me.press('s', 'Enter')
      await me
        .dialog(me.words('palette.title'))
        .getByRole('combobox')
        .pressSequentially(tongue === 'zh' ? 'sz' : 'ap')
      await picture('palette')
      await me.press('Escape')

      await me.shortcut('toggle-reading')
      await expect(me.button('app.reading')).toHaveAttribute('aria-pressed', 'false')
      await me.shortcut('toggle-lines')
      await me.blocks()
      await me.takesInHand(1)
      await picture('source')
      await me.shortcut('toggle-lines')
      await me.shortcut('toggle-reading')
      await me.blocks()

      await me.shortcut('export-csv')
      await expect(me.dialog(me.words('export.title')).getByRole('table')).toBeVisible()
      await picture('export')
      const table = join(output, `${name}.csv`)
      await me.savesExport(table, codings)
      const { rows, header } = readExport(table)
      console.log(`${table}: ${rows.length} codings, ${header.length} columns`)
    })
  })
}

test('the first window', async ({ lectern, researcher: me }, testInfo) => {
  await resize(lectern)
  await expect(me.button('command.openSample')).toBeVisible()
  await me.page.screenshot({ path: join(process.env['LECTERN_DEMO_OUTPUT'] ?? testInfo.outputDir, 'welcome.png') })
})

/** Playwright has no say over the size of Electron's windows. */
async function resize(lectern: Lectern): Promise<void> {
  await lectern.app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, SIZE)
  await expect.poll(() => lectern.page.evaluate(() => [innerWidth, innerHeight])).toEqual([SIZE.width, SIZE.height])
}

/** Codes sentence after sentence by keyboard. Answers how many codings it made. */
async function codes(me: Researcher, passages: Passages): Promise<number> {
  let made = 0
  for (const [turn, paragraphs] of passages) {
    await me.goesToTurn(turn)
    for (const sentences of paragraphs) {
      for (const keys of sentences) {
        await me.press('s')
        for (const key of keys) {
          const saved = await me.actsSaved()
          await me.press(key)
          await me.seesSaved(saved + 1)
          made += 1
        }
        await me.press('ArrowRight')
      }
      // From the end of the paragraph to the beginning of the next.
      await me.press('ArrowRight')
    }
  }
  return made
}
