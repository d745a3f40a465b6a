import { describe, expect, it } from 'vitest'
import { isInDevelopment, isOwn, isTrustedCaller, mayLoad, originOf, pageFor } from './page.ts'

const packed = pageFor(undefined, true)
const development = pageFor('http://localhost:5173', false)

describe('pageFor', () => {
  it('takes the development server only when the program is not installed', () => {
    expect(isInDevelopment(development)).toBe(true)
    expect(development.origin).toBe('http://localhost:5173')
    expect(isInDevelopment(pageFor('http://localhost:5173', true))).toBe(false)
    expect(isInDevelopment(pageFor(undefined, false))).toBe(false)
  })

  it('says what is wrong with an address that is none', () => {
    expect(() => pageFor('localhost', false)).toThrow('localhost')
  })
})

describe('originOf', () => {
  it('knows scheme, host and port', () => {
    expect(originOf('app://lectern/a/b?c#d')).toBe('app://lectern')
    expect(originOf('http://localhost:5173/x')).toBe('http://localhost:5173')
  })

  it.each(['', 'about:blank', 'data:text/html,x', 'file:///etc/passwd', 'lectern'])('finds none in %j', (url) => {
    expect(originOf(url)).toBeNull()
  })
})

describe('mayLoad', () => {
  it.each(['app://lectern/', 'app://lectern/assets/a.js', 'blob:app://lectern/1', 'data:,x', 'devtools://devtools/x'])(
    'lets %s through',
    (url) => {
      expect(mayLoad(packed, url)).toBe(true)
    },
  )

  it.each([
    'http://localhost:5173/',
    'https://example.org/',
    'ws://example.org/',
    'file:///etc/passwd',
    'app://other/',
    'app://lectern.example.org/',
    'app://lectern@example.org/',
    'filesystem:app://lectern/x',
    'chrome-extension://x/y',
    'nonsense',
  ])('refuses %s', (url) => {
    expect(mayLoad(packed, url)).toBe(false)
  })

  it('lets the development server through, by HTTP and WebSocket, and no other', () => {
    expect(mayLoad(development, 'http://localhost:5173/main.tsx')).toBe(true)
    expect(mayLoad(development, 'ws://localhost:5173/?token=1')).toBe(true)
    expect(mayLoad(development, 'http://localhost:5174/')).toBe(false)
    expect(mayLoad(development, 'wss://localhost:5173/')).toBe(false)
  })
})

describe('isTrustedCaller', () => {
  const top = { url: 'app://lectern/index.html', parent: null }

  it('trusts the top frame of the own window', () => {
    expect(isTrustedCaller(packed, true, top)).toBe(true)
    expect(isTrustedCaller(development, true, { url: 'http://localhost:5173/', parent: null })).toBe(true)
  })

  it('trusts nobody else', () => {
    expect(isTrustedCaller(packed, false, top)).toBe(false)
    expect(isTrustedCaller(packed, true, null)).toBe(false)
    expect(isTrustedCaller(packed, true, { ...top, parent: top })).toBe(false)
    expect(isTrustedCaller(packed, true, { url: 'about:blank', parent: null })).toBe(false)
    expect(isTrustedCaller(packed, true, { url: 'http://localhost:5173/', parent: null })).toBe(false)
  })

  it('takes no address for its own that only begins like it', () => {
    expect(isOwn(packed, 'app://lectern.example.org/')).toBe(false)
    expect(isOwn(packed, 'app://lectern:80/')).toBe(false)
  })
})
