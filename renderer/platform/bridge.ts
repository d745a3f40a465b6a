import type { LecternBridge } from '#shared/bridge.ts'

declare global {
  interface Window {
    readonly lectern: LecternBridge
  }
}

/** The way to the main process. Everything else in the renderer asks here and does not know Electron. */
export const bridge: LecternBridge = window.lectern
