import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExtractedText } from './extraction.ts'
import { readHtml } from './html.ts'

function read(html: string, fileName = 'page.html'): ExtractedText {
  const extraction = readHtml(Buffer.from(html), { fileName, encoding: null })
  if (extraction.kind === 'failed') throw new Error(`${extraction.reason}: ${extraction.detail}`)
  return extraction
}

const textOf = (html: string): string => read(html).text

/** What is marked, as `style: text`. */
function stylesOf(html: string): readonly string[] {
  const { text, structure } = read(html)
  return structure.styles.map(({ span, style }) => `${style}: ${text.slice(span.start, span.end)}`)
}

describe('what is seen of a page', () => {
  it('has a line for each block and collapses blanks', () => {
    expect(textOf('<h1>The  bridge</h1>\n<p>One\n\ttwo   <b>three</b> four.</p><div>Five<p>Six</p> Seven</div>')).toBe(
      'The bridge\nOne two three four.\nFive\nSix\nSeven\n',
    )
  })

  it('ends lines at <br>, and keeps the empty lines that two of them make', () => {
    expect(textOf('<p>One<br>\n two<br><br>three<br></p><p>four</p>')).toBe('One\ntwo\n\nthree\nfour\n')
  })

  it('keeps no-break spaces, also alone on a line', () => {
    expect(textOf('<p>Q&nbsp;&nbsp;&nbsp; Why?</p><p>&nbsp;</p><p>So.</p>')).toBe(
      'Q\u00a0\u00a0\u00a0 Why?\n\u00a0\nSo.\n',
    )
  })

  it('keeps blanks and line ends where they are kept', () => {
    expect(textOf('<pre>A:  one\n   two\n\nB:\tthree</pre>')).toBe('A:  one\n   two\n\nB:\tthree\n')
    expect(textOf('<p style="white-space: pre-line">one   two\nthree</p>')).toBe('one two\nthree\n')
  })

  it('joins lines of Chinese source without a blank, those of English with one', () => {
    expect(textOf('<p>我们的工程\n  已经完成。</p><p>The work\nis done.</p>')).toBe(
      '我们的工程已经完成。\nThe work is done.\n',
    )
    expect(textOf('<p>我们的<b>\n工程</b>\n已经完成。</p>')).toBe('我们的工程已经完成。\n')
  })

  it('drops what is not seen', () => {
    const html =
      '<title>T</title><style>p{}</style><p>One<script>x()</script><noscript>no</noscript><template>t</template>' +
      '<img alt="picture"><span hidden>h</span><span style="display: none">d</span> two<sup>1</sup></p>' +
      '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p><iframe src="x">frame</iframe>'
    expect(textOf(html)).toBe('One two1\n漢字\n')
  })

  it('shows what is hidden where that is the larger part of the page', () => {
    expect(textOf('<p>Show</p><div style="display:none"><p>MR. A: All of it was said here.</p></div>')).toContain(
      'MR. A:',
    )
  })

  it('reads references, also broken ones', () => {
    expect(textOf('<p>AT&T &lt;now&gt; &rsquo;72 &#x4e2d;&#25991; &copy</p>')).toBe('AT&T <now> ’72 中文 ©\n')
  })
})

describe('tables and lists', () => {
  it('puts a row on a line, its cells parted by tabs', () => {
    const html =
      '<table><tr><th>Name</th><th>Speech</th></tr><tr><td><p>MS. B</p></td><td><p>Yes.</p><p>No.</p></td></tr></table>'
    expect(textOf(html)).toBe('Name\tSpeech\nMS. B\tYes.\nNo.\n')
    expect(textOf('<table><tr><td>a<td><td>c<tr><td><td>b</table>')).toBe('a\t\tc\nb\n')
  })

  it('takes tables that lay out the page for blocks', () => {
    const menu = '<td>Menu</td>'
    const speech = '<td><table><tr><td>MR. A</td><td>Hello.</td></tr></table><p>More.</p></td>'
    expect(textOf(`<table><tr>${menu}${speech}</tr></table>`)).toBe('Menu\nMR. A\tHello.\nMore.\n')
  })

  it('puts the terms of a list on lines of their own, in bold', () => {
    const html = '<dl><dt>MR. A</dt><dd>Good day.</dd><dt>MS. B</dt><dd>Good day.</dd></dl>'
    expect(textOf(html)).toBe('MR. A\nGood day.\nMS. B\nGood day.\n')
    expect(stylesOf(html)).toEqual(['bold: MR. A', 'bold: MS. B'])
  })
})

describe('styles', () => {
  it('marks what tags set apart, without the blanks around it', () => {
    expect(
      stylesOf('<h2>Head</h2><p><b>MR. A: </b>Yes, <em>now</em>. <a href="/x">More</a></p><ul><li>Item</ul>'),
    ).toEqual(['heading: Head', 'bold: MR. A:', 'italic: now', 'link: More', 'list-item: Item'])
    expect(stylesOf('<blockquote><p>Said</p><p>before</p></blockquote>')).toEqual(['quotation: Said\nbefore'])
    expect(stylesOf('<b><p>Title</p></b><p>text</p>')).toEqual(['bold: Title'])
  })

  it('knows looks by style and by class', () => {
    const sheet = '<style>@import url(x);.c1{color:#000;font-weight:700} span.c2, .c3 { font-style : italic }</style>'
    const html = `${sheet}<p><span class="c0 c1">A:</span> <span class="c3">so</span> <span style="font-weight:600">b</span></p>`
    expect(stylesOf(html)).toEqual(['bold: A:', 'italic: so', 'bold: b'])
    expect(stylesOf('<b style="font-weight:normal">Wrapped by an editor</b>')).toEqual([])
  })
})

describe('what lines mean', () => {
  const lines = (html: string): string => read(html).structure.lines

  it('takes blocks for paragraphs', () => {
    expect(lines('<p>MR. A: One.</p><p>MS. B: Two.</p>')).toBe('paragraphs')
    expect(lines('<p>MR. A: One.<br>&nbsp;<br>MS. B: Two<br>&nbsp;<br>MR. A: Three</p>')).toBe('paragraphs')
  })

  it('leaves open what the lines of kept and of broken text are', () => {
    expect(lines('<pre>MR. A: This goes on\nover the line. Then\n\nMS. B: Yes.</pre>')).toBe('unknown')
    expect(lines('<p>MR. A: This goes on over<br>the line and once more over<br>the next one.</p>')).toBe('unknown')
  })
})

describe('hostile pages', () => {
  it('walks pages nested as deep as they are long', () => {
    expect(textOf(`${'<div><span>'.repeat(50_000)}deep`)).toBe('deep\n')
  })

  it('refuses markup that makes elements without end', () => {
    const open = Array.from({ length: 3000 }, (_, k) => `<b id=x${k}>`).join('')
    const bytes = Buffer.from(`<p>${open}</p>${'<p>x'.repeat(3000)}`)
    expect(readHtml(bytes, { fileName: 'x.html', encoding: null })).toMatchObject({ kind: 'failed', reason: 'damaged' })
  })

  it('says that a page without text is empty', () => {
    const bytes = Buffer.from('<html><head><title>x</title></head><body><script>render()</script></body></html>')
    expect(readHtml(bytes, { fileName: 'x.html', encoding: null })).toMatchObject({ kind: 'failed', reason: 'empty' })
  })

  it('never throws, and marks only what is there', () => {
    const piece = fc.constantFrom(
      ...'<p>|</p>|<b>|</b>|<table>|<tr>|<td>|</td>|</table>|<pre>|</pre>|<br>|<nav>|<main>|<article>|</article>|x y|\n|&nbsp;'.split(
        '|',
      ),
      '<a href=x>',
      '</a>',
      ' 我们 ',
      '<div style="white-space:pre;display:block">',
      '<!--',
      '<li hidden>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const extraction = readHtml(Buffer.from(pieces.join('')), { fileName: 'x.html', encoding: null })
        if (extraction.kind === 'failed') return
        const { text, structure } = extraction
        for (const { span } of [...structure.styles, ...structure.asides]) {
          expect(span.start).toBeLessThan(span.end)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(text.charAt(span.start)).not.toBe('\n')
          expect(text.charAt(span.end - 1)).not.toBe('\n')
        }
      }),
    )
  })
})

describe('XHTML and web archives', () => {
  it('closes what XHTML closes', () => {
    const html =
      '<?xml version="1.0" encoding="utf-8"?>\n<html><head><title/><script src="x.js"/></head><body><p>One<br/>two</p></body></html>'
    expect(textOf(html)).toBe('One\ntwo\n')
  })

  const archive = (encoding: string, body: string): string =>
    [
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----=_Part"',
      '',
      '------=_Part',
      'Content-Type: text/html; charset="utf-8"',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '------=_Part',
      'Content-Type: image/png',
      '',
      'xx',
      '------=_Part--',
    ].join('\r\n')

  it('takes the page out of an archive', () => {
    expect(textOf(archive('quoted-printable', '<p class=3D"x">Good =\r\nday, =E4=B8=AD=E6=96=87</p>'))).toBe(
      'Good day, 中文\n',
    )
    expect(textOf(archive('base64', Buffer.from('<p>Good day</p>').toString('base64')))).toBe('Good day\n')
  })

  it('reads a saved page that has no other part', () => {
    const bytes = Buffer.from(
      'MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=BC=C7=D5=DF=A3=BA=C7=EB=CE=\r\n=CA</p>',
    )
    expect(readHtml(bytes, { fileName: 'x.mht', encoding: null })).toMatchObject({ text: '记者：请问\n' })
  })

  it('says that an archive without a page is damaged', () => {
    const bytes = Buffer.from(
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\n',
    )
    expect(readHtml(bytes, { fileName: 'x.mht', encoding: null })).toMatchObject({ kind: 'failed', reason: 'damaged' })
  })
})

const samples = new URL('../../../shared/samples/transcripts/', import.meta.url)
const isHere = existsSync(samples)

describe.skipIf(!isHere)(`real pages${isHere ? '' : ' (skipped: no samples)'}`, () => {
  // Labels counted in the files: `grep -c` on the source of each page.
  it.each([
    ['whitehouse_briefing_0.html', 'utf-8', /^THE PRESIDENT:/gmu],
    ['whitehouse_briefing_10.html', 'utf-8', /^MR\. EARNEST:/gmu],
    ['unix_oral_cherry.htm', 'windows-1252', /^(?:MSM|Cherry):/gmu],
    ['za_hansard_20130522_na_debate.html', 'utf-8', /^The SPEAKER:/gmu],
  ])('%s has as many labels at the start of lines as in its markup', (name, encoding, label) => {
    const bytes = readFileSync(new URL(name, samples))
    const extraction = readHtml(bytes, { fileName: name, encoding: null })
    expect(extraction).toMatchObject({ kind: 'text', encoding, undecodable: 0, structure: { lines: 'paragraphs' } })
    if (extraction.kind === 'failed') return
    const words = label.source.slice(1)
    const inMarkup = bytes.toString('latin1').match(new RegExp(String.raw`(?:>|\n)\s*(?:<strong>)?${words}`, 'gu'))
    expect(extraction.text.match(label)?.length).toBe(inMarkup?.length)
  })
})
