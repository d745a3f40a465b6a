import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from './fixtures.ts'

/** Longer than Chromium takes for anything it would do: each of these connects at once where it may. */
const SETTLE_MILLISECONDS = 1500

/** A machine that somebody might want to reach: counts who knocks, by TCP and by UDP, on one port. */
async function foreignHost(): Promise<{
  readonly port: number
  readonly visits: () => number
  readonly close: () => void
}> {
  let visits = 0
  const tcp = createServer((socket) => {
    visits += 1
    socket.on('error', () => {})
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4', () => {
    visits += 1
  }).bind(port, '127.0.0.1')
  await once(udp, 'listening')
  return {
    port,
    visits: () => visits,
    close: () => {
      tcp.close()
      udp.close()
    },
  }
}

test('the host that the other tests watch does see who connects', async () => {
  const host = await foreignHost()
  const tcp = connect(host.port, '127.0.0.1')
  tcp.on('error', () => {})
  const udp = createSocket('udp4')
  udp.send('knock', host.port, '127.0.0.1')
  await expect.poll(host.visits).toBe(2)
  tcp.destroy()
  udp.close()
  host.close()
})

test('nothing that a page can try reaches another machine', async ({ lectern }) => {
  lectern.allowErrors(/./)
  const host = await foreignHost()
  const tried = await lectern.page.evaluate(async (port) => {
    const web = `http://127.0.0.1:${port}`
    const outcomes: Record<string, string> = {}
    const attempt = async (name: string, act: () => unknown): Promise<void> => {
      try {
        outcomes[name] = `done ${String(await act())}`
      } catch (error) {
        outcomes[name] = `refused ${String(error)}`
      }
    }
    const add = (tag: string, attributes: Record<string, string>): void => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      document.body.append(element)
    }
    await attempt('fetch', () => fetch(`${web}/fetch`))
    await attempt('fetch without CORS', () => fetch(`${web}/fetch`, { mode: 'no-cors' }))
    await attempt('name', () => fetch('https://example.com/'))
    await attempt('request', () => {
      const request = new XMLHttpRequest()
      request.open('GET', `${web}/xhr`, false)
      request.send()
    })
    await attempt('beacon', () => navigator.sendBeacon(`${web}/beacon`, 'x'))
    await attempt('socket', () => new WebSocket(`ws://127.0.0.1:${port}/socket`))
    await attempt('events', () => new EventSource(`${web}/events`))
    await attempt('worker', () => new Worker(`${web}/worker.js`))
    await attempt('shared worker', () => new SharedWorker(`${web}/worker.js`))
    await attempt('import', () => import(/* @vite-ignore */ `${web}/module.js`))
    await attempt('font', () => new FontFace('x', `url(${web}/font.woff2)`).load())
    await attempt('peer', async () => {
      const login = { username: 'a', credential: 'b' }
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${port}` },
          { urls: `turn:127.0.0.1:${port}?transport=udp`, ...login },
          { urls: `turn:127.0.0.1:${port}?transport=tcp`, ...login },
        ],
      })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
    })
    add('img', { src: `${web}/image.png` })
    add('script', { src: `${web}/script.js` })
    add('iframe', { src: `${web}/frame` })
    add('object', { data: `${web}/object` })
    add('embed', { src: `${web}/embed` })
    add('video', { src: `${web}/film.mp4`, preload: 'auto' })
    add('link', { rel: 'stylesheet', href: `${web}/style.css` })
    for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'prerender', 'icon', 'manifest', 'modulepreload']) {
      add('link', { rel, href: `${web}/${rel}` })
    }
    add('meta', { 'http-equiv': 'refresh', content: `0;url=${web}/refresh` })
    const form = document.createElement('form')
    form.action = `${web}/form`
    form.method = 'post'
    document.body.append(form)
    await attempt('form', () => form.submit())
    await attempt('ping', () => {
      const link = Object.assign(document.createElement('a'), { href: '#', ping: `${web}/ping` })
      document.body.append(link)
      link.click()
    })
    await attempt('window', () => window.open(`${web}/window`))
    await attempt('place', () => {
      window.location.href = `${web}/place`
    })
    return outcomes
  }, host.port)
  await wait(SETTLE_MILLISECONDS)

  for (const name of ['fetch', 'fetch without CORS', 'name', 'request', 'import', 'font']) {
    expect(tried[name], name).toMatch(/^refused/)
  }
  expect(tried['window']).toBe('done null')
  expect(lectern.page.url()).toMatch(/^app:\/\/lectern\//)
  expect(lectern.app.windows()).toHaveLength(1)
  expect(host.visits()).toBe(0)
  host.close()
})

test('the session refuses a foreign page even where no policy of ours applies', async ({ lectern }) => {
  lectern.allowErrors(/./)
  const host = await foreignHost()
  const refusals = await lectern.app.evaluate(async ({ BrowserWindow, net }, port) => {
    const web = `http://127.0.0.1:${port}/`
    const bare = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    const wordsOf = (error: unknown): string => String(error)
    const loaded = await bare.loadURL(web).then(() => 'loaded', wordsOf)
    await bare.loadURL('data:text/html,<title>bare</title>')
    const fetched: string = await bare.webContents.executeJavaScript(
      `fetch('${web}', { mode: 'no-cors' }).then(() => 'loaded', String)`,
    )
    bare.webContents.executeJavaScript(`new WebSocket('ws://127.0.0.1:${port}/'); 0`)
    await bare.webContents.executeJavaScript(
      `document.head.innerHTML = '<link rel=preconnect href="${web}"><link rel=dns-prefetch href="${web}">'; 0`,
    )
    const asked = await net.fetch(web).then(() => 'loaded', wordsOf)
    const file = await bare.loadURL('file:///etc/hosts').then(() => 'loaded', wordsOf)
    await new Promise((resolve) => setTimeout(resolve, 500))
    bare.destroy()
    return [loaded, fetched, asked, file]
  }, host.port)
  for (const refusal of refusals) expect(refusal).not.toBe('loaded')
  expect(host.visits()).toBe(0)
  host.close()
})
