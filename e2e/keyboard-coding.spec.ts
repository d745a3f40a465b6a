import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FIELD_TEXTS, STANCE_TEXTS } from '#shared/codebook/starter/field-texts.ts'
import { STARTER_TEXTS, type StarterCodeName } from '#shared/codebook/starter-texts.ts'
import { readExport } from './exported.ts'
import { holdsJournal } from './holds-journal.ts'
import { expect, test } from './steps.ts'
import { OWN_TRANSCRIPT } from './transcripts.ts'

test.use({ files: [OWN_TRANSCRIPT] })

test.beforeEach(async ({ researcher: me }) => {
  await expect(me.transcript).toBeVisible()
})

const nameOf = (code: StarterCodeName): string => STARTER_TEXTS[code].en.name

test('a selection grows and shrinks by word, sentence, paragraph, turn and exchange', async ({ researcher: me }) => {
  const blocks = await me.blocks()
  const labels = blocks.flatMap(({ kind }, index) => (kind === 'label' ? [index] : []))
  const speechOf = (turn: number): readonly string[] =>
    blocks.slice((labels[turn] ?? 0) + 1, labels[turn + 1]).map(({ text }) => text)
  const answer = speechOf(2)
  await me.goesToTurn(2)

  await test.step('by keys that move one end', async () => {
    const seen: string[] = []
    for (const keys of [
      'Control+Shift+ArrowRight',
      'Alt+Shift+ArrowRight',
      'Control+Shift+ArrowDown',
      'Alt+Shift+ArrowDown',
    ]) {
      await me.press(keys)
      seen.push(await me.selectedText())
    }
    const [word = '', sentence = '', paragraph = '', turn = ''] = seen
    expect(answer[0]?.startsWith(word)).toBe(true)
    expect(word.length).toBeLessThan(sentence.length)
    expect(sentence).toMatch(/[。？！]$/u)
    expect(paragraph).toBe(answer[0])
    expect(turn).toBe(answer.join('\n'))
    await me.press('Alt+Shift+PageDown')
    expect(await me.selectedText()).toBe(
      [...answer, blocks[labels[3] ?? 0]?.text, ...speechOf(3), blocks[labels[4] ?? 0]?.text, ...speechOf(4)].join(
        '\n',
      ),
    )
    // What was taken in last is given up first.
    await me.press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp')
    expect(await me.selectedText()).toBe(turn)
  })

  await test.step('by one key to the next larger unit, and back the same way', async () => {
    await me.press('ArrowLeft')
    const grown: string[] = []
    for (let step = 0; step < 5; step++) {
      await me.press('=')
      grown.push(await me.selectedText())
    }
    expect(new Set(grown).size).toBe(5)
    for (const [index, larger] of grown.slice(1).entries()) expect(larger).toContain(grown[index])
    for (const smaller of grown.slice(0, -1).reverse()) {
      await me.press('-')
      expect(await me.selectedText()).toBe(smaller)
    }
  })
})

test('codes without a list: the last one again, one named by the words, one made in the palette', async ({
  researcher: me,
}) => {
  const before = await me.actsSaved()
  const palette = me.dialog(me.words('palette.title'))
  await me.goesToTurn(0)
  await me.press('g')
  await me.hears('notice.noLastCode')
  await me.press('s', 'm')
  await me.hears('act.applyCode', { code: nameOf('rhetoric.metaphor') })
  await me.press('ArrowRight', 's', 'g')
  await me.seesSaved(before + 2)
  expect(await me.codings()).toHaveLength(2)

  await test.step('in vivo: one key, one act, under the family used last', async () => {
    await me.goesToTurn(1)
    await me.press('Control+Shift+ArrowRight')
    const words = await me.selectedText()
    await me.press('n')
    await me.hears('act.codeWithNew', { code: words, parent: nameOf('rhetoric') })
    await expect(me.code(words)).toBeVisible()
    await me.seesSaved(before + 3)
    await me.shortcut('undo')
    await expect(me.code(words)).toBeHidden()
    expect(await me.codings()).toHaveLength(2)
  })

  await test.step('a name that no code has makes one, and undo takes back both', async () => {
    await me.goesToTurn(1)
    await me.press('s', 'Enter')
    await palette.getByRole('combobox').pressSequentially('Sea and ships')
    await expect(palette.getByRole('option').first()).toContainText(nameOf('rhetoric'))
    await me.press('Enter')
    await me.hears('act.codeWithNew', { code: 'Sea and ships', parent: nameOf('rhetoric') })
    await expect(me.code('Sea and ships')).toBeVisible()
    await me.shortcut('undo')
    await expect(me.code('Sea and ships')).toBeHidden()
    await me.shortcut('redo')
    await expect(me.code('Sea and ships')).toBeVisible()
    expect(await me.codings()).toHaveLength(3)
  })

  await test.step('the palette begins with what was used last', async () => {
    await me.goesToTurn(3)
    await me.press('s', 'Enter')
    await expect(palette.getByRole('option').first()).toContainText('Sea and ships')
    await me.press('Enter')
    await me.hears('act.applyCode', { code: 'Sea and ships' })
  })
})

test('a code is pinned to a digit in the codebook, and the digit applies it', async ({ researcher: me }) => {
  const metaphor = nameOf('rhetoric.metaphor')
  await me.shortcut('focus-codebook')
  await expect(me.codebook.locator('[role=treeitem]:focus')).toBeVisible()
  await me.page.keyboard.type(metaphor.slice(0, 5))
  await expect(me.code(metaphor)).toBeFocused()
  // A digit typed together with a name would be part of it.
  await me.page.waitForTimeout(900)
  await me.press('1')
  await me.hears('act.pinCode', { code: metaphor, digit: 1 })
  await me.goesToTurn(0)
  await me.press('s', '1')
  await me.hears('act.applyCode', { code: metaphor })
})

test('the edges of a coding move by word, and what is not coded is gone to', async ({ researcher: me }) => {
  await me.goesToTurn(0)
  await me.press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'm')
  const two = await me.quote.innerText()
  await me.press('Alt+Comma')
  await me.hears('act.resizeCoding', { code: nameOf('rhetoric.metaphor') })
  const one = await me.quote.innerText()
  expect(two.startsWith(one) && one.length < two.length).toBe(true)
  await me.press('Alt+Period')
  await expect(me.quote).toHaveText(two)
  await me.press('Alt+Shift+Period')
  await expect(me.quote).not.toHaveText(two)
  await me.press('Alt+Shift+Comma')
  await expect(me.quote).toHaveText(two)

  await me.goesToTurn(1)
  await me.press('t', 'm')
  await me.hears('act.applyCode', { code: nameOf('rhetoric.metaphor') })
  await me.goesToTranscript()
  await me.press('Control+Home', '}', 's')
  const sentence = await me.selectedText()
  const answer = (await me.blocks()).filter(({ kind }) => kind === 'paragraph')[2]?.text
  expect(answer?.startsWith(sentence)).toBe(true)
  await me.press('ArrowRight', '{')
  await me.hears('notice.noPreviousUncoded')
})

test('the list of keys: found, changed, swapped, written to a file and taken from it', async ({
  lectern,
  researcher: me,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
  try {
    const keys = me.dialog(me.words('command.showKeys'))
    const cell = (command: 'selectSentence' | 'selectTurn' | 'find', place: 'inText' | 'anywhere') =>
      keys.getByRole('button', {
        name: me.words('keys.change', { command: me.words(`command.${command}`), place: me.words(`keys.${place}`) }),
      })
    await me.goesToTranscript()
    await me.press('?')
    await expect(keys).toBeVisible()

    await test.step('a key that a code has is refused, one that nobody has is given', async () => {
      await me.page.keyboard.type(me.words('command.selectSentence'))
      await expect(keys.getByRole('row')).toHaveCount(3)
      await me.tabTo(cell('selectSentence', 'inText'))
      await me.press('Enter', 'm')
      await expect(keys.getByRole('alert')).toContainText(nameOf('rhetoric.metaphor'))
      await me.press('b')
      await expect(cell('selectSentence', 'inText')).toHaveText('B')
      await expect(cell('selectSentence', 'inText')).toBeFocused()
    })

    await test.step('a key of another command can be swapped', async () => {
      await keys.getByRole('searchbox').fill('')
      await cell('selectTurn', 'inText').click()
      await me.press('b')
      await keys.getByRole('button', { name: me.words('keys.swap'), exact: true }).click()
      await expect(cell('selectTurn', 'inText')).toHaveText('B')
      await expect(cell('selectSentence', 'inText')).toHaveText('T')
    })

    await test.step('the menu bar follows', async () => {
      await cell('find', 'anywhere').click()
      await me.press('F12')
      await expect(cell('find', 'anywhere')).toHaveText('F12')
      await expect
        .poll(() => lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('find')?.accelerator))
        .toBe('F12')
    })

    await test.step('what was changed goes to a file and comes back from it', async () => {
      const path = join(folder, 'keys.json')
      await lectern.saveTo(path)
      await me.button('keys.export').click()
      await me.hears('notice.keysExported', { path })
      expect(JSON.parse(await readFile(path, 'utf8')).keys.find).toEqual({ anywhere: 'F12' })
      await me.button('keys.resetAll').click()
      await expect(cell('find', 'anywhere')).toHaveText(/Ctrl F|⌘ F/)
      await keys.locator('input[type=file]').setInputFiles(OWN_TRANSCRIPT)
      await expect(keys.getByRole('alert')).toHaveText(me.words('keys.foreign'))
      await keys.locator('input[type=file]').setInputFiles(path)
      await expect(cell('selectTurn', 'inText')).toHaveText('B')
      const table = join(folder, 'keys.md')
      await lectern.saveTo(table)
      await me.button('keys.exportTable').click()
      await me.hears('notice.keysExported', { path: table })
      expect(await readFile(table, 'utf8')).toContain(`| ${me.words('command.selectTurn')} |`)
    })
    await me.press('Escape')
    await lectern.restart([])
    await expect(me.transcript).toHaveAttribute('data-filled', 'true')
    await me.goesToTurn(0)
    await me.press('t')
    await expect.poll(() => me.selectedText()).toMatch(/^[^。！？]+[。！？]$/u)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('what is typed right after the key of the fields goes there, also while the coding is still being made', async ({
  researcher: me,
}) => {
  const claimant = me.inspector.getByRole('combobox', { name: FIELD_TEXTS.claimant.en, exact: true })
  const acts = await me.actsSaved()
  await me.goesToTurn(2)
  const letGo = await holdsJournal(me.page)
  await me.press('s', '1', 'i')
  await me.page.keyboard.type('1 m')
  await letGo()
  await expect(claimant).toBeFocused()
  await expect(claimant).toHaveValue('1 m')
  await me.press('Tab')
  await me.seesSaved(acts + 2)

  await test.step('and at once where nothing is being made', async () => {
    await me.goesToTranscript()
    await Promise.all([me.press('i'), me.page.keyboard.type('2 n')])
    await expect(claimant).toHaveValue('2 n')
    await me.press('Tab')
    await me.seesSaved(acts + 3)
  })
})

test('who lets go right after coding lets go of the coding that is still being made', async ({ researcher: me }) => {
  const acts = await me.actsSaved()
  await me.goesToTurn(2)
  const letGo = await holdsJournal(me.page)
  await me.press('s', '1', 'Escape')
  await letGo()
  await me.seesSaved(acts + 1)
  await expect(me.inspector.getByText(me.words('inspector.count', { count: 1 }))).toBeVisible()
  await expect(me.quote).toBeHidden()
})

test('a whole exchange by keyboard alone: three families, fields, a passage of two parts, a link, a memo', async ({
  researcher: me,
}, info) => {
  const inspected = (label: string) => me.inspector.getByRole('radio', { name: label, exact: true })
  const blocks = await me.blocks()
  const [question = '', first = '', second = ''] = blocks
    .filter(({ kind }) => kind === 'paragraph')
    .slice(1)
    .map(({ text }) => text)
  const acts = await me.actsSaved()

  await test.step('the question is about something', async () => {
    await me.goesToTurn(1)
    await me.press('t', '7')
    await me.hears('act.applyCode', { code: nameOf('topic.economy') })
    await expect(me.quote).toHaveText(question)
  })

  await test.step('the answer claims something, and the claim is filled in', async () => {
    await me.press('}', 's', '1')
    await me.hears('act.applyCode', { code: nameOf('claim.fact') })
    const field = (label: string) => me.inspector.getByRole('combobox', { name: label, exact: true })
    await me.press('i')
    await expect(field(FIELD_TEXTS.claimant.en)).toBeFocused()
    await me.press('Enter')
    await expect(field(FIELD_TEXTS.addressee.en)).toBeFocused()
    await me.page.keyboard.type('The islands')
    await me.press('Enter')
    await me.hears('act.setField', { field: FIELD_TEXTS.addressee.en })
    await expect(inspected(STANCE_TEXTS.supports.en)).toBeFocused()
    await me.press('2')
    await me.hears('act.setField', { field: FIELD_TEXTS.stance.en })
    await me.press('Enter')
    await me.page.keyboard.type('It was a hard year.')
    await me.press('Enter', '1', 'Enter')
    await me.hears('act.setField', { field: FIELD_TEXTS.responsiveness.en })
    await expect(me.transcript).toBeFocused()
  })

  await test.step('what is thought of it goes into a memo', async () => {
    await me.shortcut('write-memo')
    const memo = me.page.getByRole('region', { name: me.words('memo.title'), exact: true }).getByRole('textbox')
    await expect(memo).toBeFocused()
    await me.page.keyboard.type('Hardship first, results later.')
    await me.press('Escape')
    await expect(me.transcript).toBeFocused()
    await me.hears('act.writeMemo')
  })

  await test.step('a figure of speech has two parts, in two paragraphs', async () => {
    await me.goesToTurn(2)
    await me.press('d', 'p')
    await me.hears('act.applyCode', { code: nameOf('rhetoric.parallelism') })
    await me.press('ArrowRight', 'ArrowRight', 'd', '+')
    await me.hears('act.addPart', { code: nameOf('rhetoric.parallelism') })
  })

  await test.step('the figure is linked to the claim', async () => {
    await me.press('@', '[')
    await expect(me.page.getByRole('region', { name: me.words('linking.label') }).locator('output')).toContainText(
      nameOf('claim.fact'),
    )
    await me.press('1', 'Enter')
    await me.hears('act.link.supports', { from: nameOf('rhetoric.parallelism'), to: nameOf('claim.fact') })
  })

  await test.step('the table says all of it', async () => {
    const path = info.outputPath('exchange.csv')
    await me.exportsTo(path, 4)
    const { rows } = readExport(path)
    const of = (code: StarterCodeName) => rows.filter((row) => row['code'] === nameOf(code))
    expect(of('topic.economy')).toMatchObject([{ quote: question, turn: '2' }])
    expect(of('claim.fact')).toMatchObject([
      {
        memo: 'Hardship first, results later.',
        'claim.addressee': 'The islands',
        'claim.stance': 'opposes',
        'claim.proposition': 'It was a hard year.',
        'claim.responsiveness': 'direct',
      },
    ])
    const claim = of('claim.fact')[0]?.['coding_id']
    expect(of('rhetoric.parallelism')).toMatchObject([
      { quote: first, part: '1', parts: '2', links: `supports:${claim}` },
      { quote: second, part: '2', parts: '2', links: `supports:${claim}` },
    ])
    const made = (await me.actsSaved()) - acts
    for (let undone = 1; undone <= made; undone++) {
      await me.shortcut('undo')
      await me.seesSaved(acts + made + undone)
    }
    expect(await me.codings()).toEqual([])
  })
})
