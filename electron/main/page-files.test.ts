import { join, resolve, sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mediaTypeOf, PAGE_HEADERS, pageFileFor } from './page-files.ts'

const folder = resolve('out/renderer')

describe('pageFileFor', () => {
  it('finds the files of the page', () => {
    expect(pageFileFor(folder, 'app://lectern/')).toBe(join(folder, 'index.html'))
    expect(pageFileFor(folder, 'app://lectern')).toBe(join(folder, 'index.html'))
    expect(pageFileFor(folder, 'app://lectern/assets/a-1.js?x#y')).toBe(join(folder, 'assets', 'a-1.js'))
    expect(pageFileFor(folder, 'app://lectern/%E7%A4%BA%E4%BE%8B.txt')).toBe(join(folder, '示例.txt'))
    expect(pageFileFor(folder, 'app://lectern/..js')).toBe(join(folder, '..js'))
  })

  it.each([
    'app://lectern/%2e%2e%2fsecret',
    'app://lectern/a/..%2f..%2fsecret',
    'app://lectern/..%5c..%5csecret',
    'app://lectern/%00',
    'app://lectern/%E0%A4%A',
    'nonsense',
  ])('finds nothing for %s', (url) => {
    expect(pageFileFor(folder, url)).toBeNull()
  })

  it('never leaves the folder, whatever is asked for', () => {
    const piece = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '%5c', '\\', '%00', 'C:', '//'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = pageFileFor(folder, `app://lectern/${pieces.join('')}`)
        expect(file === null || file.startsWith(folder + sep)).toBe(true)
      }),
    )
  })
})

describe('mediaTypeOf', () => {
  it('knows what browsers are strict about', () => {
    expect(mediaTypeOf('a/b.js')).toBe('text/javascript; charset=utf-8')
    expect(mediaTypeOf('b.CSS')).toBe('text/css; charset=utf-8')
    expect(mediaTypeOf('index.html')).toBe('text/html; charset=utf-8')
    expect(mediaTypeOf('unknown.xyz')).toBe('application/octet-stream')
  })
})

describe('PAGE_HEADERS', () => {
  it('allow neither foreign nor inline nor evaluated scripts', () => {
    const policy = PAGE_HEADERS['Content-Security-Policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })
})
