import { describe, expect, it } from 'vitest'
import { readHtml } from '#electron/importers/html.ts'

/** The text of a page in what stays and what is set aside. */
function partsOf(html: string): { readonly kept: string; readonly aside: readonly string[] } {
  const extraction = readHtml(Buffer.from(html), { fileName: 'x.html', encoding: null })
  if (extraction.kind === 'failed') throw new Error(extraction.reason)
  const { text, structure } = extraction
  let kept = ''
  let at = 0
  for (const { span } of structure.asides) {
    kept += text.slice(at, span.start)
    at = span.end
  }
  kept += text.slice(at)
  return {
    kept: kept.split('\n').filter(Boolean).join('|'),
    aside: structure.asides.map(({ span, kind }) => `${kind}: ${text.slice(span.start, span.end)}`),
  }
}

const SPEECH = '<p>MR. A: We have finished the work on the bridge, as was promised.</p><p>MS. B: When does it open?</p>'
const KEPT = 'MR. A: We have finished the work on the bridge, as was promised.|MS. B: When does it open?'

describe('the frame of a page', () => {
  it('is set aside by its meaning, and nothing of it is lost', () => {
    const html = `<header>The Paper</header><nav><a href="/">Home</a></nav>${SPEECH}<div role="contentinfo">Imprint</div>`
    expect(partsOf(html)).toEqual({ kept: KEPT, aside: ['preamble: The Paper\nHome', 'preamble: Imprint'] })
  })

  it('is what stands outside of the content', () => {
    const html = `<p>Subscribe</p><main><h1>The bridge</h1>${SPEECH}</main><p>All rights reserved</p>`
    const aside = ['preamble: Subscribe', 'preamble: All rights reserved']
    expect(partsOf(html)).toEqual({ kept: `The bridge|${KEPT}`, aside })
    expect(partsOf(html.replaceAll('main>', 'article>'))).toEqual({ kept: `The bridge|${KEPT}`, aside })
  })

  it('is not the header of the content', () => {
    expect(partsOf(`<article><header><h1>The bridge</h1></header>${SPEECH}</article>`).kept).toBe(`The bridge|${KEPT}`)
  })

  it('is known by its name and by its links', () => {
    const menu = '<ul><li><a href="/1">One</a><li><a href="/2">Two</a><li><a href="/3">Three</a></ul>'
    expect(partsOf(`${SPEECH}${menu}`)).toEqual({ kept: KEPT, aside: ['preamble: One\nTwo\nThree'] })
    expect(partsOf(`<div class="cookie-bar">We use them</div>${SPEECH}`)).toEqual({
      kept: KEPT,
      aside: ['preamble: We use them'],
    })
  })

  it('is known where it ends the page', () => {
    const end =
      '<div class="related-list">More</div><div id="footer">© The Paper</div><div title="footer"><p>2</p></div>'
    expect(partsOf(`${SPEECH}${end}`)).toEqual({ kept: KEPT, aside: ['preamble: More\n© The Paper\n2'] })
  })

  it('is not a note, which is set aside as one', () => {
    const notes = '<div id="sdfootnote1"><p>1 See there.</p></div><div id="ftn2">[2] Here.</div><p>So much.</p>'
    expect(partsOf(`${SPEECH}${notes}`)).toEqual({
      kept: `${KEPT}|So much.`,
      aside: ['note: 1 See there.\n[2] Here.'],
    })
  })

  it('is never most of the page, whatever it is called', () => {
    expect(partsOf(`<div class="has-sidebar"><aside>${SPEECH}</aside></div>`)).toEqual({ kept: KEPT, aside: [] })
    expect(partsOf(`<main></main><div>${SPEECH}</div>`)).toEqual({ kept: KEPT, aside: [] })
    expect(partsOf(`<article>Teaser</article>${SPEECH}`)).toEqual({ kept: `Teaser|${KEPT}`, aside: [] })
  })

  it('does not take labels and words that are links', () => {
    const labels =
      '<p><a href="/a">MR. A</a></p><p>Yes.</p><p><a href="/b">MS. B</a></p><p>No.</p><p><a href="/a">MR. A</a></p><p>So.</p>'
    expect(partsOf(labels)).toEqual({ kept: 'MR. A|Yes.|MS. B|No.|MR. A|So.', aside: [] })
    const words = '<p><a href="?t=1">So</a> <a href="?t=2">we</a> <a href="?t=3">went</a> <a href="?t=4">home.</a></p>'
    expect(partsOf(words)).toEqual({ kept: 'So we went home.', aside: [] })
  })

  it('names captions as captions', () => {
    expect(partsOf(`<figure><img src="x"><figcaption>The bridge</figcaption></figure>${SPEECH}`).aside).toEqual([
      'caption: The bridge',
    ])
  })
})
