import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchFlags } from '../scripts/program.ts'
import { ROOT } from '../scripts/root.ts'
import { opensLibrary } from './library-steps.ts'
import { expect, type Researcher, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

// Two turns, encoded with Python's codecs, since Node can write neither.
const GB18030 = 'vNe8x9Xfo7q98cTqtcTK1bPJ1PXDtNH5o78KCtLSz8jJ+qO6scjIpcTqusPSu9CpoaMK'
const BIG5 = 'pdKwT6rMoUektaZ+qrqmrKaoq+e78rzLoUgKCqRBpf2lzaFHpPGlaKZ+pm6kQKjHoUG90KRqrmGp8aTfoUMK'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const readsTurns = async (me: Researcher, speakers: readonly string[], said: string): Promise<void> => {
  await expect(me.transcript).toContainText(said)
  const labels = (await me.blocks()).filter(({ kind }) => kind === 'label')
  expect(labels.map(({ text }) => text)).toEqual(speakers)
}

/** Drops files on the window, as the system would hand them over. */
async function drop(me: Researcher, files: readonly (readonly [name: string, base64: string])[]): Promise<void> {
  await me.page.evaluate((given) => {
    const data = new DataTransfer()
    for (const [name, base64] of given) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      data.items.add(new File([bytes], name))
    }
    const target = document.querySelector('main') ?? document.body
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    }
  }, files)
}

test('with the open dialog, several at once; cancelling changes nothing', async ({ researcher: me }) => {
  await me.opensFiles([])
  await expect(me.page.getByRole('heading', { name: 'Lectern', level: 1 })).toBeVisible()
  const one = await file('one.txt', 'Ann: Where is the ferry?\n\nBob: It left at noon.\n')
  const two = await file('two.txt', 'Cleo: Who closed the bridge?\n\nDan: The harbour office did.\n')
  await me.opensFiles([one, two])
  const report = me.dialog(me.words('import.report'))
  await report.getByRole('button', { name: me.words('import.open', { file: 'two.txt' }) }).click()
  await expect(report).toBeHidden()
  await readsTurns(me, ['Cleo', 'Dan'], 'The harbour office did.')
  const sources = me.page.getByRole('combobox', { name: me.words('library.sources') })
  await expect(sources.getByRole('option')).toHaveText(['one', 'two'])
  await sources.selectOption('one')
  await readsTurns(me, ['Ann', 'Bob'], 'It left at noon.')
})

test('by dropping it on the window', async ({ researcher: me }) => {
  await expect(me.button('command.openSources').first()).toBeVisible()
  await drop(me, [['dropped.txt', Buffer.from('Ann: Where is the ferry?\n\nBob: Gone.\n').toString('base64')]])
  await readsTurns(me, ['Ann', 'Bob'], 'Gone.')
  await me.hears('act.importSource', { source: 'dropped' })
})

test.describe('a file on the command line', () => {
  test.use({ files: [OWN_TRANSCRIPT] })

  test('is opened, and a second start hands its file to the first window', async ({
    lectern,
    program,
    researcher: me,
  }) => {
    await expect(me.transcript).toHaveAccessibleName(me.words('reading.label', { source: 'hard-wrapped-zh' }))
    const second = await file('second start.txt', 'Ann: Where is the ferry?\n\nBob: Gone.\n')
    const profile = await lectern.app.evaluate(({ app }) => app.getPath('userData'))
    const child = spawn(program.executable, [...launchFlags(program.env), ROOT, second], {
      env: { ...program.env, LECTERN_USER_DATA: profile },
      stdio: 'ignore',
    })
    expect(await once(child, 'exit')).toEqual([0, null])
    await expect(me.transcript).toHaveAccessibleName(me.words('reading.label', { source: 'second start' }))
    expect(lectern.app.windows()).toHaveLength(1)
  })
})

test('the same file again is offered, not imported twice', async ({ researcher: me }) => {
  const one = await file('one.txt', 'Ann: Where is the ferry?\n\nBob: Gone.\n')
  const two = await file('two.txt', 'Cleo: Who closed the bridge?\n\nDan: We did.\n')
  await me.opensFiles([one])
  await readsTurns(me, ['Ann', 'Bob'], 'Gone.')
  await me.opensFiles([two])
  await readsTurns(me, ['Cleo', 'Dan'], 'We did.')
  const acts = await me.actsSaved()
  const copy = await file('a copy of one.txt', await readFile(one))
  await me.opensFiles([copy])
  const offer = me.page.getByRole('alertdialog', { name: me.words('import.alreadyThere') })
  await expect(offer).toContainText(me.words('import.alreadyThereWhy', { file: 'a copy of one.txt', source: 'one' }))
  await offer.getByRole('button', { name: me.words('import.openIt') }).click()
  await expect(offer).toBeHidden()
  await readsTurns(me, ['Ann', 'Bob'], 'Gone.')
  expect(await me.actsSaved()).toBe(acts)
})

for (const language of ['en', 'zh-CN']) {
  test.describe(`files that cannot be opened, in ${language}`, () => {
    test.use({ language })

    test('each is named with the reason, and nothing of it is kept', async ({ researcher: me }) => {
      await mkdir(join(folder, 'folder.txt'))
      const refused = [
        [join(folder, 'missing.txt'), 'import.not-found'],
        [join(folder, 'folder.txt'), 'import.is-folder'],
        [await file('empty.txt', ''), 'import.empty'],
        [
          await file(
            'binary.txt',
            Uint8Array.from({ length: 4096 }, (_, at) => (at * 37) % 256),
          ),
          'import.not-text',
        ],
        [await file('paper.pdf', '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< >>\nendobj\n'), 'import.damaged'],
      ] as const
      await me.opensFiles(refused.map(([path]) => path))
      const dialog = me.page.getByRole('alertdialog', { name: me.words('import.failed') })
      await expect(dialog.getByRole('listitem')).toHaveCount(refused.length)
      for (const [index, [path, reason]] of refused.entries()) {
        const item = dialog.getByRole('listitem').nth(index)
        await expect(item).toContainText(path.slice(folder.length + 1))
        await expect(item).toContainText(me.words(reason))
      }
      await expect(dialog).toContainText(me.words('import.nothingKept'))
      await dialog.getByRole('button', { name: me.words('common.done') }).click()
      await expect(dialog).toBeHidden()
      await expect(me.page.getByRole('heading', { name: 'Lectern', level: 1 })).toBeVisible()
      await expect(me.transcript).toBeHidden()
    })
  })
}

test('one bad file does not keep a good one out', async ({ researcher: me }) => {
  const good = await file('good.txt', 'Ann: Where is the ferry?\n\nBob: Gone.\n')
  await me.opensFiles([join(folder, 'missing.txt'), good])
  const dialog = me.dialog(me.words('import.report'))
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await me.press('Escape')
  await expect(dialog).toBeHidden()
  await readsTurns(me, ['Ann', 'Bob'], 'Gone.')
})

const utf16 = (text: string, isBigEndian: boolean): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return isBigEndian ? bytes.swap16() : bytes
}

const CHINESE = '甲记者：今年的收成怎么样？\r\n\r\n乙先生：比去年好一些。\r\n'

for (const [name, bytes, speakers, said] of [
  ['GB18030', Buffer.from(GB18030, 'base64'), ['甲记者', '乙先生'], '比去年好一些。'],
  ['Big5', Buffer.from(BIG5, 'base64'), ['甲記者', '乙先生'], '請大家放心。'],
  ['UTF-16LE', utf16(CHINESE, false), ['甲记者', '乙先生'], '比去年好一些。'],
  ['UTF-16BE', utf16(CHINESE, true), ['甲记者', '乙先生'], '比去年好一些。'],
] as const) {
  test(`${name} is read rightly, and the encoding is told`, async ({ researcher: me }) => {
    await me.opensFiles([await file('encoded.txt', bytes)])
    await readsTurns(me, speakers, said)
    await expect(await opensLibrary(me)).toContainText(name.toUpperCase())
  })
}
