import type { Locator, Page } from 'playwright/test'
import { COMMANDS, type CommandId } from '#shared/commands.ts'
import type { MessageKey } from '#shared/messages/catalogue.ts'
import { languageFor, type MessageValues, type Translate, translatorFor } from '#shared/messages/translate.ts'
import { expect, type Lectern, test as withLectern } from './fixtures.ts'

export { expect }

/** Farther than any control stands from another in the order of Tab. */
const MOST_TABS = 80

/** The person in front of the program: what they see and do, named in the language of its interface. */
export class Researcher {
  readonly #lectern: Lectern
  /** The page of a further window; null for the first, which a restart replaces. */
  readonly #page: Page | null
  #t: Translate

  constructor(lectern: Lectern, language: string, page: Page | null = null) {
    this.#lectern = lectern
    this.#page = page
    this.#t = translatorFor(languageFor([language]))
  }

  /** From now on the interface is expected in another language. */
  reads(language: string): void {
    this.#t = translatorFor(languageFor([language]))
  }

  words(key: MessageKey, values?: MessageValues): string {
    return this.#t(key, values)
  }

  get page(): Page {
    return this.#page ?? this.#lectern.page
  }

  get transcript(): Locator {
    // A name that is given as a text is looked for anywhere in the name, so that it fits every source.
    return this.page.getByRole('textbox', { name: this.words('reading.label', { source: '' }) })
  }

  get outline(): Locator {
    return this.page.getByRole('navigation', { name: this.words('outline.title') })
  }

  get codebook(): Locator {
    return this.page.getByRole('region', { name: this.words('codebook.title') })
  }

  get inspector(): Locator {
    return this.page.getByRole('region', { name: this.words('inspector.title') })
  }

  get status(): Locator {
    return this.page.getByRole('status').filter({ visible: true }).last()
  }

  button(key: MessageKey, values?: MessageValues): Locator {
    return this.page.getByRole('button', { name: this.words(key, values), exact: true })
  }

  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  code(name: string): Locator {
    return this.codebook.getByRole('treeitem', { name })
  }

  /** What stands in a field of text, be it rich or plain; the paragraphs of a rich one are parted by LF. */
  async textIn(field: Locator): Promise<string> {
    return field.evaluate((element) =>
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? element.value
        : [...element.children].map((child) => (child as HTMLElement).innerText.replace(/\n$/, '')).join('\n'),
    )
  }

  /** Waits until a field shows just this text. */
  async seesText(field: Locator, text: string): Promise<void> {
    await expect.poll(() => this.textIn(field), { intervals: [20, 50, 100] }).toBe(text)
  }

  /** The shown passage of the coding in hand. */
  get quote(): Locator {
    return this.inspector.locator('blockquote')
  }

  /**
   * Presses the keys of a command, which go through the page and the menu bar as real ones do. Those
   * with Alt are chosen in the menu bar: Electron does not match them when they are made by a program.
   */
  async shortcut(command: CommandId): Promise<void> {
    const { accelerator } = COMMANDS[command]
    if (accelerator === undefined) throw new Error(`${command} has no accelerator`)
    if (accelerator.includes('Alt')) {
      await this.#lectern.menu(command)
      return
    }
    await expect
      .poll(() => this.#lectern.app.evaluate(isItemEnabled, command), { message: command, intervals: [10, 20, 50] })
      .toBe(true)
    await this.#lectern.app.evaluate(({ BrowserWindow }, keys) => {
      const parts = keys.split('+')
      const keyCode = parts.pop() ?? ''
      const modifiers = parts.map((part): 'meta' | 'control' | 'shift' => {
        if (part === 'CmdOrCtrl') return process.platform === 'darwin' ? 'meta' : 'control'
        return 'shift'
      })
      const { webContents } = BrowserWindow.getAllWindows()[0] ?? {}
      webContents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
      webContents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
    }, accelerator)
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Goes to a control with Tab alone, and fails where Tab does not lead to it. */
  async tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let pressed = 0; pressed < MOST_TABS; pressed++) {
      if (await control.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press(key)
    }
    await expect(control).toBeFocused()
  }

  /** Waits until the status line says just this. */
  async hears(key: MessageKey, values?: MessageValues): Promise<void> {
    await expect(this.status).toHaveText(this.words(key, values))
  }

  /** Waits until the status line says that an act was taken back (`undone`) or done again. */
  async hearsOf(way: 'undone' | 'redone', act: MessageKey, values?: MessageValues): Promise<void> {
    await this.hears(`notice.${way}`, { act: this.words(act, values) })
  }

  /** How many acts the window says are saved. */
  async actsSaved(): Promise<number> {
    const shown = await this.page.getByText(this.savedPattern()).textContent()
    return Number(/\d+/.exec(shown ?? '')?.[0])
  }

  /** Waits until the window says that so many acts are saved. */
  async seesSaved(count: number): Promise<void> {
    await expect(this.page.getByText(this.words('app.saved', { count }), { exact: true })).toBeVisible()
  }

  private savedPattern(): RegExp {
    return new RegExp(`^${this.words('app.saved', { count: 7 }).replace(/7.*$/, '\\d+')}`)
  }

  /** Gives the keyboard to the transcript. */
  async goesToTranscript(): Promise<void> {
    await this.shortcut('focus-transcript')
    await expect(this.transcript).toBeFocused()
  }

  /** Goes to the speech of a turn (from 0) by keyboard, from the top of the transcript. */
  async goesToTurn(turn: number): Promise<void> {
    await this.goesToTranscript()
    // The top is the first turn's label.
    await this.press('Control+Home')
    for (let step = 0; step < turn; step++) {
      const before = await this.caret()
      await this.shortcut('next-turn')
      await expect.poll(() => this.caret(), { intervals: [10, 20, 50] }).not.toBe(before)
    }
  }

  /** Where the cursor stands, only to see whether it has moved. */
  private caret(): Promise<string> {
    return this.transcript.evaluate((root) => {
      const { focusNode, focusOffset } = document.getSelection() ?? { focusNode: null, focusOffset: 0 }
      const paragraph = [...root.querySelectorAll('p')].findIndex((element) => element.contains(focusNode))
      return `${paragraph} ${focusOffset}`
    })
  }

  /** Opens files with the open dialog. */
  async opensFiles(paths: readonly string[]): Promise<void> {
    await this.#lectern.chooseFiles(paths)
    await this.shortcut('open-sources')
  }

  /** The blocks of the transcript as they stand on the page: labels, paragraphs, and what is set aside. */
  async blocks(): Promise<readonly { readonly kind: string; readonly text: string }[]> {
    await expect(this.transcript).toHaveAttribute('data-filled', 'true')
    return this.transcript.locator('p').evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => ({
        kind: ['label', 'set-aside'].find((kind) => paragraph.classList.contains(kind)) ?? 'paragraph',
        text: paragraph.textContent ?? '',
      })),
    )
  }

  /** What is selected in the transcript, paragraphs parted by LF. */
  async selectedText(): Promise<string> {
    return this.page.evaluate(() => {
      const selection = document.getSelection()
      if (selection === null || selection.rangeCount === 0) return ''
      const copied = selection.getRangeAt(0).cloneContents()
      const paragraphs = [...copied.querySelectorAll('p')].map((paragraph) => paragraph.textContent ?? '')
      return paragraphs.length === 0 ? (copied.textContent ?? '') : paragraphs.filter((text) => text !== '').join('\n')
    })
  }

  /** Takes a coding in hand by keyboard: the `place`th (from 1) in the order of the text. */
  async takesInHand(place: number): Promise<void> {
    await this.goesToTranscript()
    await this.press('Escape', 'Control+Home')
    for (let step = 0; step < place; step++) await this.press(']')
  }

  /** Every coding as the inspector lists it, in order: code and beginning of the passage. */
  async codings(): Promise<readonly string[]> {
    if (!(await this.transcript.isVisible())) return []
    await this.goesToTranscript()
    await this.press('Escape')
    await expect(this.quote).toBeHidden()
    // The list makes only the rows near those in view: it is scrolled through, and left as it was found.
    const words = new Map<number, string>()
    const items = this.inspector.getByRole('listitem')
    await expect(async () => {
      const rows = await items.evaluateAll((elements) =>
        elements.map((element) => ({
          place: Number(element.getAttribute('aria-posinset')),
          count: Number(element.getAttribute('aria-setsize')),
          text: element instanceof HTMLElement ? element.innerText : '',
        })),
      )
      for (const { place, text } of rows) words.set(place, text)
      if (rows.length > 0) await items.last().scrollIntoViewIfNeeded()
      expect(words.size).toBeGreaterThanOrEqual(rows[0]?.count ?? 0)
    }).toPass({ intervals: [50] })
    await this.inspector.evaluate((pane) => pane.scrollTo(0, 0))
    return [...words].sort(([a], [b]) => a - b).map(([, text]) => text)
  }

  /** Exports to a path with the dialog as it stands. */
  async exportsTo(path: string, rows: number): Promise<void> {
    await this.shortcut('export-csv')
    await this.savesExport(path, rows)
  }

  /** Saves from the open export dialog, and waits until the program says so. */
  async savesExport(path: string, rows: number): Promise<void> {
    await this.#lectern.saveTo(path)
    await this.button('export.save').click()
    await this.hears('notice.exported', { count: rows, path })
  }
}

/** Runs in the main process. */
function isItemEnabled({ Menu }: typeof Electron.CrossProcessExports, id: string): boolean {
  return Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled ?? false
}

export const test = withLectern.extend<{ researcher: Researcher }>({
  researcher: async ({ lectern, language }, use) => {
    await use(new Researcher(lectern, language))
  },
})
