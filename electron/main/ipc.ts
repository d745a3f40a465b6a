import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { type BridgeCalls, channelOf } from '#shared/bridge.ts'
import { ARGUMENT_GUARDS } from './shapes.ts'

type Call = keyof BridgeCalls
type Answer<Name extends Call> = ReturnType<BridgeCalls[Name]> | Promise<ReturnType<BridgeCalls[Name]>>

/** What main does for each call of the bridge; the window is the one whose page calls. */
export type CallHandlers = {
  readonly [Name in Call]: (window: BrowserWindow, ...args: Parameters<BridgeCalls[Name]>) => Answer<Name>
}

/**
 * Answers the calls of the bridge. A call is refused, with an error that says which and why, when it
 * does not come from the program's own page or when its arguments have the wrong shape.
 */
export function registerCalls(
  trustedWindow: (event: IpcMainInvokeEvent) => BrowserWindow | null,
  handlers: CallHandlers,
): void {
  function handle<Name extends Call>(
    name: Name,
    guard: (args: readonly unknown[]) => args is Parameters<BridgeCalls[Name]>,
    answer: (window: BrowserWindow, ...args: Parameters<BridgeCalls[Name]>) => Answer<Name>,
  ): void {
    ipcMain.handle(channelOf(name), (event, ...args: readonly unknown[]) => {
      const window = trustedWindow(event)
      if (window === null) throw new Error(`The call ${name} was refused: it does not come from Lectern's own page.`)
      if (!guard(args)) throw new Error(`The call ${name} was refused: its arguments have the wrong shape.`)
      return answer(window, ...args)
    })
  }
  handle('appInfo', ARGUMENT_GUARDS.appInfo, handlers.appInfo)
  handle('chooseSources', ARGUMENT_GUARDS.chooseSources, handlers.chooseSources)
  handle('chooseFolder', ARGUMENT_GUARDS.chooseFolder, handlers.chooseFolder)
  handle('takeWaitingFiles', ARGUMENT_GUARDS.takeWaitingFiles, handlers.takeWaitingFiles)
  handle('importChosen', ARGUMENT_GUARDS.importChosen, handlers.importChosen)
  handle('forgetChosen', ARGUMENT_GUARDS.forgetChosen, handlers.forgetChosen)
  handle('importBytes', ARGUMENT_GUARDS.importBytes, handlers.importBytes)
  handle('cancelImport', ARGUMENT_GUARDS.cancelImport, handlers.cancelImport)
  handle('encodingChoices', ARGUMENT_GUARDS.encodingChoices, handlers.encodingChoices)
  handle('beginExport', ARGUMENT_GUARDS.beginExport, handlers.beginExport)
  handle('writeExport', ARGUMENT_GUARDS.writeExport, handlers.writeExport)
  handle('endExport', ARGUMENT_GUARDS.endExport, handlers.endExport)
  handle('cancelExport', ARGUMENT_GUARDS.cancelExport, handlers.cancelExport)
  handle('updateMenu', ARGUMENT_GUARDS.updateMenu, handlers.updateMenu)
  handle('openWindow', ARGUMENT_GUARDS.openWindow, handlers.openWindow)
  handle('changeKeys', ARGUMENT_GUARDS.changeKeys, handlers.changeKeys)
  handle('saveKeys', ARGUMENT_GUARDS.saveKeys, handlers.saveKeys)
  handle('readyToClose', ARGUMENT_GUARDS.readyToClose, handlers.readyToClose)
}
