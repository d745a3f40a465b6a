import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LecternBridge } from '#shared/bridge.ts'
import { expect, type Lectern, test } from './fixtures.ts'

declare global {
  interface Window {
    readonly lectern: LecternBridge
  }
}

const menuLabels = (lectern: Lectern): Promise<string[]> =>
  lectern.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? [])

const clickItem = (lectern: Lectern, id: string): Promise<void> =>
  lectern.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)

test.describe('the page', () => {
  test('has nothing of Node, and of Electron only the bridge', async ({ lectern }) => {
    const found = await lectern.page.evaluate(() => ({
      foreign: ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys(window.lectern).sort(),
      isSecure: window.isSecureContext,
      origin: window.origin,
    }))
    expect(found).toEqual({
      foreign: [],
      bridge: [
        'appInfo',
        'beginExport',
        'cancelExport',
        'cancelImport',
        'changeKeys',
        'chooseFolder',
        'chooseSources',
        'encodingChoices',
        'endExport',
        'forgetChosen',
        'importBytes',
        'importChosen',
        'on',
        'openWindow',
        'readyToClose',
        'saveKeys',
        'takeWaitingFiles',
        'updateMenu',
        'writeExport',
      ],
      isSecure: true,
      origin: 'app://lectern',
    })
  })

  test('runs no script that is not its own', async ({ lectern }) => {
    lectern.allowErrors(/Content Security Policy/)
    const ran = await lectern.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'window.inlineRan = true'
      document.body.append(script)
      await new Promise((resolve) => setTimeout(resolve, 100))
      return 'inlineRan' in window
    })
    expect(ran).toBe(false)
  })

  test('is given the files beside it and nothing above', async ({ lectern }) => {
    lectern.allowErrors(/404|405|Content Security Policy/)
    const answers = await lectern.page.evaluate(async () => {
      const page = await fetch('app://lectern/index.html')
      const status = async (url: string, init?: RequestInit): Promise<number> => (await fetch(url, init)).status
      return {
        policy: page.headers.get('content-security-policy'),
        sniffing: page.headers.get('x-content-type-options'),
        status: [
          page.status,
          await status('app://lectern/none.js'),
          await status('app://lectern/%2e%2e%2fmain%2findex.cjs'),
          await status('app://lectern/..%5cmain%5cindex.cjs'),
          await status('app://lectern/index.html', { method: 'POST' }),
        ],
        other: await status('app://other/index.html').catch(() => 'refused'),
      }
    })
    expect(answers.policy).toContain("default-src 'none'")
    expect(answers).toMatchObject({ sniffing: 'nosniff', status: [200, 404, 404, 404, 405], other: 'refused' })
  })

  test('may keep its data, and may nothing else', async ({ lectern }) => {
    lectern.allowErrors(/./)
    const answers = await lectern.page.evaluate(async () => ({
      storage: await navigator.storage.persist(),
      notifications: await Notification.requestPermission(),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'denied',
      ),
      screen: await navigator.mediaDevices.getDisplayMedia().then(
        () => 'granted',
        () => 'denied',
      ),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        )
      }),
      clipboard: await navigator.clipboard.readText().then(
        () => 'granted',
        () => 'denied',
      ),
    }))
    expect(answers).toEqual({
      storage: true,
      notifications: 'denied',
      camera: 'denied',
      screen: 'denied',
      place: 'denied',
      clipboard: 'denied',
    })
  })

  test('stays where it is, and opens no other', async ({ lectern }) => {
    lectern.allowErrors(/./)
    const opened = await lectern.page.evaluate(() => {
      const answers = ['https://example.com/', 'app://lectern/index.html', 'about:blank', 'file:///'].map((url) =>
        window.open(url),
      )
      window.location.href = 'file:///etc/hosts'
      return answers
    })
    expect(opened).toEqual([null, null, null, null])
    await lectern.page.evaluate(() => {
      window.location.href = 'data:text/html,elsewhere'
    })
    await lectern.page.waitForTimeout(300)
    expect(lectern.page.url()).toMatch(/^app:\/\/lectern\//)
    expect(lectern.app.windows()).toHaveLength(1)
  })
})

test.describe('the bridge', () => {
  test('answers nobody but the own page', async ({ lectern }) => {
    // The second window runs the whole page, which is not made to be refused.
    lectern.allowErrors(/./)
    const answers = await lectern.app.evaluate(async ({ app, BrowserWindow }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true },
      })
      const ask = async (url: string): Promise<string> => {
        await stranger.loadURL(url)
        return stranger.webContents.executeJavaScript(
          `lectern.appInfo().then(() => 'answered', (error) => error.message)`,
        )
      }
      const heard = [await ask('data:text/html,x'), await ask('app://lectern/index.html')]
      stranger.destroy()
      return heard
    })
    for (const answer of answers) expect(answer).toContain("does not come from Lectern's own page")
  })

  test('refuses arguments of the wrong shape', async ({ lectern }) => {
    const answers = await lectern.page.evaluate(async () => {
      const { lectern } = window
      const unchecked = lectern as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
      const words = async (name: string, ...args: unknown[]): Promise<string> => {
        try {
          await unchecked[name]?.(...args)
          return 'answered'
        } catch (error) {
          return error instanceof Error ? error.message : String(error)
        }
      }
      return [
        await words('importBytes', '1', 'a.txt', '/etc/hosts', null),
        await words('importChosen', ['/etc/hosts']),
        await words('importChosen', '/etc/hosts'),
        await words('beginExport', { suggestedName: 'a.csv' }),
        await words('writeExport', 'some', 'a,b'),
        await words('saveKeys', 'keys.json', ['no text']),
        await words('changeKeys', ['no keymap']),
        await words('updateMenu', { enabled: ['format-disk'], checked: [], undo: null, redo: null }),
        await words('on', 'ipc-internal'),
      ]
    })
    const [bytes, token, path, ...others] = answers
    for (const answer of [bytes, token, ...others.slice(0, -1)]) expect(answer).toContain('wrong shape')
    expect(path).toContain('its token is spent')
    expect(others.at(-1)).toContain('no event named')
  })

  test('tells what this machine is', async ({ lectern }) => {
    const about = JSON.parse(await readFile(join(import.meta.dirname, '../package.json'), 'utf8'))
    const info = await lectern.page.evaluate(() => window.lectern.appInfo())
    expect(info).toMatchObject({ version: about.version, language: 'en' })
    expect(typeof info.userName).toBe('string')
  })
})

test.describe('files', () => {
  let folder: string
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-e2e-'))
  })
  test.afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  test('chosen files come back in order, each with its outcome', async ({ lectern }) => {
    await writeFile(join(folder, '访谈.txt'), '甲：一\r\n乙：二\r\n')
    await writeFile(join(folder, 'empty.txt'), '')
    await lectern.chooseFiles([join(folder, 'none.txt'), join(folder, '访谈.txt'), folder, join(folder, 'empty.txt')])
    const outcomes = await lectern.page.evaluate(async () => {
      const chosen = await window.lectern.chooseSources()
      const imports = (chosen?.files ?? []).map(({ token }) => window.lectern.importChosen(token))
      return (await Promise.all(imports)).map((outcome) =>
        outcome.kind === 'failed'
          ? outcome.failure.reason
          : [outcome.file.fileName, outcome.file.text, outcome.file.original.length],
      )
    })
    expect(outcomes).toEqual(['not-found', ['访谈.txt', '甲：一\n乙：二\n', 22], 'is-folder', 'empty'])
    await lectern.chooseFiles([])
    expect(await lectern.page.evaluate(() => window.lectern.chooseSources())).toBeNull()
  })

  test('bytes are imported like files', async ({ lectern }) => {
    const text = await lectern.page.evaluate(async () => {
      const outcome = await window.lectern.importBytes('1', 'a.txt', new TextEncoder().encode('A: one\n'), null)
      return outcome.kind === 'imported' ? outcome.file.text : outcome.failure.reason
    })
    expect(text).toBe('A: one\n')
  })

  test('an export is written whole, or what was there stays', async ({ lectern }) => {
    const path = join(folder, 'study.csv')
    const write = (text: string, last: 'endExport' | 'cancelExport' | 'none'): Promise<unknown> =>
      lectern.page.evaluate(
        async ([words, end]) => {
          const begun = await window.lectern.beginExport('study.csv')
          if (begun.kind !== 'begun') return begun
          for (const word of words.split(' ')) {
            await window.lectern.writeExport(begun.token, new TextEncoder().encode(word))
          }
          return end === 'none' ? null : window.lectern[end](begun.token)
        },
        [text, last] as const,
      )
    await lectern.saveTo(path)
    expect(await write('a, b', 'endExport')).toEqual({ kind: 'saved', path })
    expect(await readFile(path, 'utf8')).toBe('a,b')
    await write('c', 'cancelExport')
    expect(await readFile(path, 'utf8')).toBe('a,b')
    expect(await readdir(folder)).toEqual(['study.csv'])

    await lectern.saveTo(null)
    expect(await write('c', 'endExport')).toEqual({ kind: 'cancelled' })
    await lectern.saveTo(join(folder, 'none', 'study.csv'))
    expect(await write('c', 'endExport')).toEqual({ kind: 'failed', detail: 'The folder is no longer there.' })
    expect(await readdir(folder)).toEqual(['study.csv'])
  })

  test('a window that is exporting asks before it goes; an export that is given up leaves nothing', async ({
    lectern,
  }) => {
    await lectern.saveTo(join(folder, 'study.csv'))
    await lectern.page.evaluate(() => window.lectern.openWindow())
    await expect.poll(() => lectern.app.windows().length).toBe(2)
    await lectern.page.evaluate(async () => {
      const begun = await window.lectern.beginExport('study.csv')
      if (begun.kind === 'begun') await window.lectern.writeExport(begun.token, new Uint8Array(10))
    })
    expect(await readdir(folder)).toHaveLength(1)
    const closes = (answer: number): Promise<readonly string[]> =>
      lectern.app.evaluate(async ({ BrowserWindow, dialog }, response) => {
        const asked: string[] = []
        const isAsked = new Promise<void>((resolve) => {
          dialog.showMessageBox = (async (_window: unknown, words: Electron.MessageBoxOptions) => {
            asked.push(words.message, ...(words.buttons ?? []))
            resolve()
            return { response, checkboxChecked: false }
          }) as typeof dialog.showMessageBox
        })
        // The first window, which is exporting, has the lowest number.
        const [first] = BrowserWindow.getAllWindows().sort((a, b) => a.id - b.id)
        first?.close()
        await isAsked
        return asked
      }, answer)
    const asked = await closes(0)
    expect(asked).toEqual(['The export is not finished.', 'Go On Exporting', 'Give It Up and Close'])
    // It is asked again, so it is still there, and so is what it has written so far.
    expect(await readdir(folder)).toHaveLength(1)
    expect(await closes(1)).toEqual(asked)
    await expect.poll(() => readdir(folder)).toEqual([])
    await expect.poll(() => lectern.app.windows().length).toBe(1)
  })

  test('a second program hands its files to the first and goes', async ({ lectern, program }) => {
    const path = join(folder, 'handed over.txt')
    await writeFile(path, 'A: one\n')
    await lectern.page.evaluate(() => {
      window.lectern.on('filesWaiting', () => {
        document.documentElement.dataset['filesWaiting'] = 'yes'
      })
    })
    const profile = await lectern.app.evaluate(({ app }) => app.getPath('userData'))
    const root = await lectern.app.evaluate(({ app }) => app.getAppPath())
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const second = spawn(program.executable, [...flags, root, 'handed over.txt'], {
      cwd: folder,
      env: { ...program.env, LECTERN_USER_DATA: profile },
      stdio: 'ignore',
    })
    const [code] = await once(second, 'exit')
    expect(code).toBe(0)
    await expect(lectern.page.locator('html')).toHaveAttribute('data-files-waiting', 'yes')
    // Who leaves while files come in is asked first.
    await expect(lectern.page.locator('.transcript-root')).toContainText('one')
  })
})

for (const [language, file, edit, back] of [
  ['en', 'File', 'Edit', '文件'],
  ['zh-CN', '文件', '编辑', 'File'],
] as const) {
  test.describe(`the menu bar in ${language}`, () => {
    test.use({ language })

    test('speaks the language, and changes it when told', async ({ lectern }) => {
      expect((await menuLabels(lectern)).filter((label) => label !== 'Lectern').slice(0, 2)).toEqual([file, edit])
      await lectern.page.evaluate(() => {
        window.lectern.on('languageChanged', (changed) => {
          document.documentElement.dataset['changed'] = changed
        })
      })
      const other = language === 'en' ? 'zh-CN' : 'en'
      await clickItem(lectern, `language-${other}`)
      expect(await menuLabels(lectern)).toContain(back)
      await expect(lectern.page.locator('html')).toHaveAttribute('data-changed', other)
    })
  })
}

test.describe('the window', () => {
  test('follows the chosen appearance, and keeps it', async ({ lectern }) => {
    const isDark = async (): Promise<boolean> => {
      // Playwright shows every page a light system unless told not to.
      await lectern.page.emulateMedia({ colorScheme: null })
      return lectern.page.evaluate(() => window.matchMedia('(prefers-color-scheme: dark)').matches)
    }
    for (const theme of ['dark', 'light', 'dark'] as const) {
      await clickItem(lectern, `theme-${theme}`)
      await expect.poll(isDark).toBe(theme === 'dark')
    }
    await lectern.restart()
    expect(await isDark()).toBe(true)
  })

  test('opens again where it stood', async ({ lectern }) => {
    const bounds = (): Promise<Electron.Rectangle | undefined> =>
      lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    const wanted = { x: 40, y: 30, width: 1010, height: 660 }
    await lectern.app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), wanted)
    await expect.poll(bounds).toEqual(wanted)
    await lectern.restart()
    expect(await bounds()).toEqual(wanted)
  })

  test('closes even when the page hangs', async ({ lectern }) => {
    const exited = once(lectern.app.process(), 'exit')
    void lectern.page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => {})
    await lectern.app.evaluate(({ BrowserWindow }) => {
      setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 200)
    })
    expect(await exited).toEqual([0, null])
  })

  test('says so when the page is missing', async ({ lectern }) => {
    lectern.allowErrors(/404/)
    const told = await lectern.app.evaluate(async ({ BrowserWindow, dialog }) => {
      const words = new Promise<string>((resolve) => {
        dialog.showMessageBox = async (...args: readonly unknown[]) => {
          const { message, detail } = args.at(-1) as { message: string; detail: string }
          resolve(`${message} ${detail}`)
          return { response: -1, checkboxChecked: false }
        }
      })
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://lectern/none.html')
      return words
    })
    expect(told).toBe('Lectern could not show its window. HTTP 404\napp://lectern/none.html')
  })

  test('says so when the page dies, and loads it again', async ({ lectern }) => {
    lectern.allowErrors(/./)
    const told = await lectern.app.evaluate(async ({ BrowserWindow, dialog }) => {
      const window = BrowserWindow.getAllWindows()[0]
      if (window === undefined) return 'no window'
      const words = new Promise<string>((resolve) => {
        dialog.showMessageBox = async (...args: readonly unknown[]) => {
          const { message } = args.at(-1) as { message: string }
          resolve(message)
          return { response: 0, checkboxChecked: false }
        }
      })
      const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()))
      window.webContents.forcefullyCrashRenderer()
      const message = await words
      await loaded
      return message
    })
    expect(told).toBe("Lectern's window has stopped unexpectedly.")
    expect(
      await lectern.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
    ).toMatch(/^app:\/\/lectern\//)
  })
})
