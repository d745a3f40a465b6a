import { app, session } from 'electron'
import { isInDevelopment, isOwn, mayLoad, type Page } from './page.ts'

/**
 * Tells Chromium to leave the network alone. Must run before the app is ready. The request filter
 * below sees what pages ask for; these switches are for what the browser does of its own accord.
 */
export function setUpNetworkSwitches(page: Page): void {
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('dns-prefetch-disable')
  app.commandLine.appendSwitch('no-pings')
  app.commandLine.appendSwitch('no-proxy-server')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  // No name resolves and no address is reached, 127.0.0.1 included: our scheme needs neither.
  if (!isInDevelopment(page)) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Refuses every request that is not the program's own, and every permission but the one to keep its data. */
export function setUpSessionLockdown(page: Page): void {
  const own = session.defaultSession
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(page, details.url) })
  })
  // `navigator.storage.persist()` arrives under this name; without it the browser may clear IndexedDB
  // when the disk runs full, and with it everything that was coded.
  const mayHave = (permission: string, url: string): boolean => permission === 'persistent-storage' && isOwn(page, url)
  own.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayHave(permission, details.requestingUrl))
  })
  own.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin))
  own.setDevicePermissionHandler(() => false)
  own.setSpellCheckerEnabled(false)
  own.on('will-download', (event) => {
    event.preventDefault()
  })
}

/** Keeps every page where it is: no navigation, no further windows, no embedded ones, no direct connections. */
export function setUpContentsLockdown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // WebRTC speaks past the request filter and the content security policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', (event) => {
      event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
}
