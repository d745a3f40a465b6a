import { join, resolve } from 'node:path'
import { app, dialog } from 'electron'
import { languageFor, translatorFor } from '#shared/messages/translate.ts'
import { isText, listOf, recordGuard } from '#shared/model/guard.ts'
import { setUpCalls } from './calls.ts'
import { setUpExports } from './exporting.ts'
import { fileArguments } from './file-arguments.ts'
import { importerIn } from './importing.ts'
import { setUpLanguage } from './language.ts'
import { askToLeaveImport } from './leaving-import.ts'
import { setUpContentsLockdown, setUpNetworkSwitches, setUpSessionLockdown } from './lockdown.ts'
import { setUpMenu } from './menu.ts'
import { isInDevelopment, pageFor } from './page.ts'
import { registerPageScheme, setUpPageProtocol } from './protocol.ts'
import { openSettings } from './settings.ts'
import { errorTextOf } from './system-errors.ts'
import { setUpAppearance } from './theme.ts'
import { waitingFiles } from './waiting-files.ts'
import { setUpWindows } from './windows.ts'

const page = pageFor(process.env['ELECTRON_RENDERER_URL'], app.isPackaged)

// What must be said before the app is ready.
const userData = process.env['LECTERN_USER_DATA']
if (userData !== undefined && userData !== '') app.setPath('userData', resolve(userData))
registerPageScheme()
setUpNetworkSwitches(page)
setUpContentsLockdown()

const files = fileArguments(process.argv, process.cwd(), app.isPackaged)
let onFilesWaiting = (): void => {}
const waiting = waitingFiles(() => onFilesWaiting())
waiting.add(files)
// macOS says which file to open by an event, which may come before the app is ready.
app.on('open-file', (event, path) => {
  event.preventDefault()
  waiting.add([path])
})

// A second program on the same data would write over the first one's: it hands over its files and goes.
if (app.requestSingleInstanceLock({ files })) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      const say = translatorFor(languageFor(app.getPreferredSystemLanguages()))
      dialog.showErrorBox(say('main.trouble.start'), errorTextOf(error))
      app.exit(1)
    })
} else {
  app.quit()
}

/** What a second program tells the first. */
interface Handover {
  readonly files: readonly string[]
}

const isHandover = recordGuard<Handover>({ files: listOf(isText) })

async function start(): Promise<void> {
  const settings = await openSettings(app.getPath('userData'))
  const language = setUpLanguage(settings, process.env['LECTERN_LANGUAGE'], app.getPreferredSystemLanguages())
  const appearance = setUpAppearance(settings)
  setUpSessionLockdown(page)
  setUpPageProtocol(page, join(__dirname, '../renderer'))

  const exports = setUpExports(settings, language.say)
  let isQuitting = false
  const windows = setUpWindows({
    page,
    preload: join(__dirname, '../preload/index.cjs'),
    settings,
    appearance,
    say: language.say,
    mayGo: async (window) => {
      const isImporting = menu.canRun(window, 'stop-import')
      const isFree =
        (await exports.mayGiveUp(window)) && (!isImporting || (await askToLeaveImport(window, language.say)))
      // Who keeps a window open does not quit.
      if (!isFree) isQuitting = false
      return isFree
    },
    onCurrent: (window) => menu.follow(window),
  })
  const menu = setUpMenu(language, appearance, isInDevelopment(page), (command) => windows.send('command', command))
  language.onChange((changed) => windows.sendToAll('languageChanged', changed))
  const importing = importerIn(join(__dirname, 'import-worker.cjs'))
  setUpCalls({ page, windows, menu, settings, language, waiting, importing, exports })

  onFilesWaiting = () => {
    windows.show()
    windows.send('filesWaiting', null)
  }
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    windows.show()
    if (isHandover(handedOver)) waiting.add(handedOver.files)
  })
  app.on('activate', windows.show)
  app.on('before-quit', () => {
    isQuitting = true
  })
  // Closing the last window ends the program, except on macOS, where programs outlive their windows.
  app.on('window-all-closed', () => {
    // The window held back the quitting until the page had saved, so it must be asked for again.
    if (process.platform !== 'darwin' || isQuitting) app.quit()
  })
  windows.show()
}
