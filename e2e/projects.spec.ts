import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { STARTER_TEXTS } from '#shared/codebook/starter-texts.ts'
import { line } from './library-steps.ts'
import { expect, type Researcher, test } from './steps.ts'

let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
})
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function makesProject(me: Researcher, name: string): Promise<void> {
  await me.shortcut('new-project')
  const dialog = me.dialog(me.words('library.newProject'))
  await dialog.getByLabel(me.words('library.projectName')).fill(name)
  await me.press('Enter')
  await expect(me.page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

const library = (me: Researcher) => me.dialog(me.words('library.title'))
const projectList = (me: Researcher) => library(me).getByRole('region', { name: me.words('library.projects') })

test('two projects keep their documents and codebooks apart', async ({ lectern, researcher: me }) => {
  await makesProject(me, 'Ferries')
  await me.opensFiles([await file('ferry.txt', 'Ann: Where is the ferry?\n\nBob: It left at noon.\n')])
  await expect(me.transcript).toContainText('It left at noon.')
  await me.code('Metaphor').hover()
  await me.button('codebook.addUnder', { code: 'Topic' }).click()
  await me.codebook.getByRole('textbox').fill('Timetables')
  await me.press('Enter')
  await expect(me.code('Timetables')).toBeVisible()

  await makesProject(me, 'Bridges')
  await expect(me.code('Timetables')).toBeHidden()
  await expect(me.transcript).toBeHidden()
  await me.opensFiles([await file('bridge.txt', 'Cleo: Who closed the bridge?\n\nDan: The harbour office did.\n')])
  await expect(me.transcript).toContainText('The harbour office did.')
  const sources = me.page.getByRole('combobox', { name: me.words('library.sources') })
  await expect(sources.getByRole('option')).toHaveText(['bridge'])

  await me.shortcut('show-projects')
  await expect(projectList(me).getByRole('listitem')).toHaveText([/^Bridges/, /^Ferries/])
  await projectList(me)
    .getByRole('button', { name: /^Ferries/ })
    .click()
  await expect(me.transcript).toContainText('It left at noon.')
  await expect(me.code('Timetables')).toBeVisible()
  await expect(sources.getByRole('option')).toHaveText(['ferry'])

  await lectern.restart()
  await expect(me.transcript).toContainText('It left at noon.')
  await expect(me.code('Timetables')).toBeVisible()
})

test('project, coder and document are renamed; a removed document comes back with its codings', async ({
  researcher: me,
}) => {
  await makesProject(me, 'Ferries')
  await me.opensFiles([await file('one.txt', 'Ann: Where is the ferry?\n\nBob: It left at noon.\n')])
  await expect(me.transcript).toContainText('It left at noon.')
  await me.opensFiles([await file('two.txt', 'Cleo: Who closed the bridge?\n\nDan: The harbour office did.\n')])
  await expect(me.transcript).toContainText('The harbour office did.')
  await me.goesToTurn(1)
  await me.press('s', 'm')
  await expect.poll(() => me.codings()).toHaveLength(1)
  const codings = await me.codings()

  await me.shortcut('show-projects')
  for (const [label, name] of [
    ['library.projectName', 'Boats'],
    ['library.coderName', 'Robin'],
  ] as const) {
    await library(me).getByLabel(me.words(label)).fill(name)
    await me.press('Enter')
  }
  await expect(projectList(me).getByRole('listitem')).toHaveText([/^Boats/])
  await library(me)
    .getByRole('button', { name: me.words('command.showLibrary') })
    .click()
  const documents = me.dialog(me.words('library.documents'))
  await line(documents, 'two').click()
  await me.press('F2')
  const name = documents.getByLabel(me.words('library.newNameOf', { source: 'two' }), { exact: true }).last()
  await expect(name).toBeFocused()
  await name.fill('')
  await me.press('Enter')
  await me.hears('refusal.nameEmpty')
  await name.fill('The bridge')
  await me.press('Enter')
  await expect(line(documents, 'The bridge')).toBeFocused()
  await me.press('Delete')
  await expect(line(documents, 'The bridge')).toBeHidden()
  await me.press('Escape')
  await me.hears('act.binSources', { source: 'The bridge', count: 1 })
  await expect(me.transcript).toBeHidden()

  await me.shortcut('undo')
  await me.hearsOf('undone', 'act.binSources', { source: 'The bridge', count: 1 })
  await me.page.getByRole('combobox', { name: me.words('library.sources') }).selectOption('The bridge')
  await expect(me.transcript).toContainText('The harbour office did.')
  expect(await me.codings()).toEqual(codings)
})

for (const [language, code] of [
  ['en', STARTER_TEXTS['rhetoric.metaphor'].en.name],
  ['zh-CN', STARTER_TEXTS['rhetoric.metaphor'].zh.name],
] as const) {
  test.describe(`the sample in ${language}`, () => {
    test.use({ language })

    test('opens with codings, and the second time what became of it', async ({ researcher: me }) => {
      const openSample = me.button('command.openSample')
      await openSample.click()
      await expect(me.transcript).toBeVisible()
      await expect.poll(() => me.codings()).not.toHaveLength(0)
      const codings = await me.codings()
      expect(codings.length).toBeGreaterThanOrEqual(10)
      expect(codings.some((coding) => coding.startsWith(code))).toBe(true)
      await makesProject(me, 'Other')
      await openSample.click()
      await expect(me.transcript).toBeVisible()
      await expect.poll(() => me.codings()).toEqual(codings)
      await me.shortcut('show-projects')
      await expect(projectList(me).getByRole('listitem')).toHaveCount(2)
    })
  })
}

test('language and appearance change at once, by the menu bar', async ({ lectern, researcher: me }) => {
  const choose = (id: string): Promise<void> =>
    lectern.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
  await makesProject(me, 'Ferries')
  for (const language of ['zh-CN', 'en', 'zh-CN']) {
    await choose(`language-${language}`)
    me.reads(language)
    await expect(me.button('command.openSample')).toBeVisible()
    await expect(me.codebook).toBeVisible()
    await expect(me.page.locator('html')).toHaveAttribute('lang', language)
  }
  // Playwright shows every page a light system unless told not to.
  await me.page.emulateMedia({ colorScheme: null })
  const ground = (): Promise<string> =>
    me.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await choose('theme-light')
  await expect.poll(() => me.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false)
  const light = await ground()
  await choose('theme-dark')
  await expect.poll(ground).not.toBe(light)
  await choose('theme-light')
  await expect.poll(ground).toBe(light)
})
