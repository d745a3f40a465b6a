import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { type BridgeCalls, channelOf, isBridgeEvent, type LecternBridge } from '#shared/bridge.ts'

function call<Name extends keyof BridgeCalls>(
  name: Name,
  ...args: Parameters<BridgeCalls[Name]>
): Promise<ReturnType<BridgeCalls[Name]>> {
  return ipcRenderer.invoke(channelOf(name), ...args)
}

const bridge = {
  appInfo: () => call('appInfo'),
  chooseSources: () => call('chooseSources'),
  chooseFolder: () => call('chooseFolder'),
  takeWaitingFiles: () => call('takeWaitingFiles'),
  importChosen: (token) => call('importChosen', token),
  forgetChosen: (tokens) => call('forgetChosen', tokens),
  importBytes: (job, fileName, bytes, encoding) => call('importBytes', job, fileName, bytes, encoding),
  cancelImport: (job) => call('cancelImport', job),
  encodingChoices: (job, bytes) => call('encodingChoices', job, bytes),
  beginExport: (suggestedName) => call('beginExport', suggestedName),
  writeExport: (token, bytes) => call('writeExport', token, bytes),
  endExport: (token) => call('endExport', token),
  cancelExport: (token) => call('cancelExport', token),
  updateMenu: (state) => call('updateMenu', state),
  openWindow: () => call('openWindow'),
  changeKeys: (changes) => call('changeKeys', changes),
  saveKeys: (suggestedName, text) => call('saveKeys', suggestedName, text),
  readyToClose: () => call('readyToClose'),
  on: (name, listener) => {
    // The types do not hold for what a page passes at run time; an unchecked name would open every channel.
    if (!isBridgeEvent(name)) throw new Error(`There is no event named ${String(name)}.`)
    const channel = channelOf(name)
    // The event object stays here: it would hand the page the whole of ipcRenderer.
    const pass = (_event: IpcRendererEvent, value: Parameters<typeof listener>[0]): void => listener(value)
    ipcRenderer.on(channel, pass)
    return () => {
      ipcRenderer.removeListener(channel, pass)
    }
  },
} satisfies LecternBridge

contextBridge.exposeInMainWorld('lectern', bridge)
