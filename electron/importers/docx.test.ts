import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Style } from '#shared/model/source-structure.ts'
import { isDocx, readDocx } from './docx.ts'
import type { ExtractedText } from './extraction.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMESPACES = `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:x="urn:of-the-future"`

function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const related = Object.keys(parts).map(
    (name, at) => `<Relationship Id="r${at}" Type="${RELATIONS}/${name.replace(/\d/u, '')}" Target="${name}.xml"/>`,
  )
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Type="${RELATIONS}/officeDocument" Target="/word/main.xml"/></Relationships>`,
    ),
    'word/_rels/main.xml.rels': strToU8(`<Relationships>${related.join('')}</Relationships>`),
    'word/main.xml': strToU8(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
  }
  for (const [name, xml] of Object.entries(parts)) files[`word/${name}.xml`] = strToU8(xml)
  return zipSync(files)
}

function read(bytes: Uint8Array): ExtractedText {
  const extraction = readDocx(bytes)
  if (extraction.kind === 'failed') throw new Error(`${extraction.reason}: ${extraction.detail}`)
  return extraction
}

function styled({ text, structure }: ExtractedText, style: Style): readonly string[] {
  return structure.styles.filter((each) => each.style === style).map(({ span }) => text.slice(span.start, span.end))
}

function asides({ text, structure }: ExtractedText): readonly string[] {
  return structure.asides.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)
}

const p = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`
const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

describe('readDocx', () => {
  it('prints what stands before paragraphs of lists if there are words in it', () => {
    const level = (at: number, text: string, more = ''): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
    const pattern = (id: number, ...levels: readonly string[]): string =>
      `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
    const list = (id: number, of: number, more = ''): string =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
    const numbering = `<w:numbering ${NAMESPACES}>${[
      pattern(0, level(0, 'Q%1.'), level(1, 'Q%1.%2 ', '<w:suff w:val="nothing"/>')),
      pattern(1, level(0, '答：', '<w:suff w:val="space"/>')),
      pattern(2, level(0, '%1.'), level(1, 'o', '<w:numFmt w:val="bullet"/>')),
      list(1, 0),
      list(2, 1),
      list(3, 2),
      list(4, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'),
    ].join('')}</w:numbering>`
    const styles = `<w:styles ${NAMESPACES}><w:style w:styleId="A" w:type="paragraph"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style></w:styles>`
    const item = (id: number, text: string, at = 0): string =>
      p(`<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`, r(text))
    const body = [
      item(1, 'a'),
      p('<w:pPr><w:pStyle w:val="A"/></w:pPr>', r('b')),
      item(1, 'c'),
      item(1, 'd', 1),
      item(3, 'e'),
      item(3, 'f', 1),
      item(4, 'g'),
      p('<w:pPr><w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', r('h')),
    ].join('')
    const source = read(docx(body, { numbering, styles }))
    expect(source.text).toBe('Q1.\ta\n答： b\nQ2.\tc\nQ2.1 d\ne\nf\nQ9.\tg\nh\n')
    expect(styled(source, 'list-item')).not.toContain('h')
  })

  it('gives each paragraph a line and leaves its text alone', () => {
    const body =
      p(r('  Ann:\u00a0')) +
      p() +
      p('<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c\nd</w:t></w:r>') +
      p(r(' שלום '))
    const { text, structure, ...rest } = read(docx(body))
    expect(text).toBe('  Ann:\u00a0\n\na\nb\tc d\n שלום \n')
    expect(structure).toMatchObject({ lines: 'paragraphs', pages: [], styles: [] })
    expect(rest).toEqual({ kind: 'text', encoding: 'utf-8', certainty: 'certain', lineEnds: 'none', undecodable: 0 })
  })

  it('joins runs that look alike and finds bold in styles, where it toggles', () => {
    const styles = `<w:styles ${NAMESPACES}>
      <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:styleId="Label"><w:name w:val="Label"/><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Label"/></w:style>
      <w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
      <w:style w:type="table"><w:tblStylePr><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style></w:styles>`
    const body =
      p(r('An', '<w:b/>'), r('n:', '<w:b w:val="1"/><w:bCs/>'), r(' Hi', '<w:b w:val="0"/>')) +
      p(
        '<w:pPr><w:pStyle w:val="Child"/><w:rPr><w:b w:val="0"/></w:rPr></w:pPr>',
        r('Ben:'),
        r(' no', '<w:b w:val="off"/>'),
      ) +
      p('<w:pPr><w:pStyle w:val="Label"/></w:pPr>', r('plain', '<w:rStyle w:val="Strong"/>'), r('Cem')) +
      p('<w:pPr><w:pStyle w:val="A"/></w:pPr>', r('circle')) +
      p(r('דן', '<w:bCs/><w:rtl/>'), r('רק', '<w:b/><w:rtl/>')) +
      p(
        r('was', '<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>'),
        r('u', '<w:u w:val="single"/>'),
        r('n', '<w:u w:val="none"/>'),
      )
    const source = read(docx(body, { styles }))
    expect(styled(source, 'bold')).toEqual(['Ann:', 'Ben:', 'Cem', 'דן'])
    expect(styled(source, 'underline')).toEqual(['u'])
  })

  it('knows headings, quotations, list items and links', () => {
    const styles = `<w:styles ${NAMESPACES}>
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
      <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Intense Quote"/></w:style>
      <w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`
    const styledBy = (id: string, more = ''): string => `<w:pPr><w:pStyle w:val="${id}"/>${more}</w:pPr>`
    const body =
      p(styledBy('1'), r('Head')) +
      p('<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', r('Level')) +
      p(styledBy('Zitat'), r('Quote')) +
      p(styledBy('L'), r('Item')) +
      p(styledBy('L', '<w:numPr><w:numId w:val="0"/></w:numPr>'), r('none'), `<w:hyperlink>${r('link')}</w:hyperlink>`)
    const source = read(docx(body, { styles }))
    expect(styled(source, 'heading')).toEqual(['Head', 'Level'])
    expect(styled(source, 'quotation')).toEqual(['Quote'])
    expect(styled(source, 'list-item')).toEqual(['Item'])
    expect(styled(source, 'link')).toEqual(['link'])
  })

  it('makes a line of a table row, with tabs between its cells', () => {
    const cell = (...content: readonly string[]): string => `<w:tc>${content.join('')}</w:tc>`
    const inner = `<w:tbl><w:tr>${cell(p(r('x')))}${cell(p(r('y')))}</w:tr></w:tbl>`
    const body = `${p(r('before'))}<w:tbl><w:tr>${cell(p(r('0:01')))}${cell(p())}${cell(p(r('one')), p(r('two')))}</w:tr>
      <w:tr><w:trPr><w:del/></w:trPr>${cell(p(r('gone')))}</w:tr>
      <w:tr>${cell(p(r('in')), inner)}${cell(p(r('out')))}</w:tr></w:tbl>${p(r('after'))}`
    const source = read(docx(body))
    expect(source.text).toBe('before\n0:01\t\tone\ntwo\nin\nx\ty\tout\nafter\n')
    expect(styled(source, 'table-cell')).toEqual(['0:01', 'one\ntwo', 'in\nx\ty', 'x', 'y', 'out'])
  })

  it('keeps what tracked changes insert, drops what they delete, paragraph ends too', () => {
    const body =
      p(
        '<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>',
        r('one '),
        '<w:del><w:r><w:delText>old</w:delText><w:tab/></w:r></w:del>',
      ) + p(`<w:ins>${r('new')}</w:ins>`, `<w:moveFrom>${r('away')}</w:moveFrom>`, `<w:moveTo>${r(' here')}</w:moveTo>`)
    expect(read(docx(body)).text).toBe('one new here\n')
  })

  it('takes results of fields, symbols, special hyphens and hidden text, and one of two alternatives', () => {
    const body =
      p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>', r('7', '<w:vanish/>')) +
      p(`<w:fldSimple><w:smartTag>${r('field')}</w:smartTag></w:fldSimple>`) +
      p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="?" w:char="F041"/><w:noBreakHyphen/></w:r>',
      ) +
      p(
        '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:t>no</w:t></mc:Choice><mc:Fallback><w:t>yes</w:t></mc:Fallback></mc:AlternateContent></w:r>',
      )
    expect(read(docx(body)).text).toBe('7\nfield\n🡪α\uf041\u2011\nyes\n')
  })

  it('puts the lines of a text box behind the paragraph that it stands in', () => {
    const box = (text: string): string => `<wps:txbx><w:txbxContent>${p(r(text))}</w:txbxContent></wps:txbx>`
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('box')}</mc:Choice><mc:Fallback>${box('box')}</mc:Fallback></mc:AlternateContent></w:r>`
    expect(read(docx(p(r('be'), shape, r('fore')) + p(r('after')))).text).toBe('before\nbox\nafter\n')
  })

  it('sets notes and running heads aside at the end', () => {
    const footnotes = `<w:footnotes ${NAMESPACES}><w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>${p(r('first'))}${p(r('second'))}</w:footnote></w:footnotes>`
    const comments = `<w:comments ${NAMESPACES}><w:comment>${p(r('Unclear.'))}</w:comment></w:comments>`
    const header = `<w:hdr ${NAMESPACES}>${p(r('Interview 7'))}</w:hdr>`
    const footer = `<w:ftr ${NAMESPACES}>${p(r('12'))}</w:ftr>`
    const source = read(docx(p(r('Hi.')), { footnotes, comments, header1: header, header2: header, footer }))
    expect(source.text).toBe('Hi.\nfirst\nsecond\nUnclear.\nInterview 7\n')
    expect(asides(source)).toEqual(['note: first\nsecond', 'note: Unclear.', 'running-head: Interview 7'])
  })

  it('counts pages, a break that the layout repeats once', () => {
    const body =
      p(r('one'), '<w:r><w:br w:type="page"/></w:r>') +
      p('<w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r>') +
      p(r('still '), '<w:r><w:lastRenderedPageBreak/><w:t>three</w:t></w:r>') +
      p('<w:r><w:br w:type="page"/></w:r>', r('four'), '<w:r><w:br w:type="column"/></w:r>', r('more'))
    const { text, structure } = read(docx(body))
    expect(text).toBe('one\ntwo\nstill three\nfour\nmore\n')
    expect(structure.pages.map(({ start, name }) => [name, text.slice(start, start + 3)])).toEqual([
      ['1', 'one'],
      ['2', '\ntw'],
      ['3', 'thr'],
      ['4', 'fou'],
    ])
  })

  it('reads strict files, UTF-16 and marks', () => {
    const strict = `<?xml version="1.0" encoding="UTF-16"?><a:document xmlns:a="${STRICT}"><a:body><a:p><a:r><a:t>Ja.</a:t></a:r></a:p></a:body></a:document>`
    const files = (bytes: Uint8Array): Uint8Array => zipSync({ 'word\\document.xml': bytes })
    expect(read(files(Buffer.from(`\ufeff${strict}`, 'utf16le')))).toMatchObject({
      text: 'Ja.\n',
      encoding: 'utf-16le',
    })
    expect(read(files(strToU8(`\ufeff${strict}`)))).toMatchObject({ text: 'Ja.\n', encoding: 'utf-8' })
  })

  it('counts what cannot be decoded', () => {
    const xml = strToU8(`<w:document xmlns:w="${W}"><w:p><w:t>a#b</w:t></w:p></w:document>`)
    xml[xml.indexOf(0x23)] = 0xff
    expect(read(zipSync({ 'word/document.xml': xml }))).toMatchObject({ text: 'a\ufffdb\n', undecodable: 1 })
  })

  it('fails where there is no text to trust', () => {
    const whole = docx(p(r('Some words that are long enough to be cut somewhere.')))
    expect(readDocx(whole.subarray(0, whole.length - 40))).toMatchObject({ reason: 'damaged' })
    expect(readDocx(zipSync({ 'word/styles.xml': strToU8('<a/>') }))).toMatchObject({ reason: 'damaged' })
    expect(readDocx(docx('<w:p><w:r>'))).toMatchObject({ reason: 'damaged', detail: expect.stringContaining('XML') })
    expect(readDocx(docx('<w:p>'.repeat(2000)))).toMatchObject({
      reason: 'damaged',
      detail: expect.stringContaining('deep'),
    })
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document xmlns:w="${W}"><w:p><w:t>&b;</w:t></w:p></w:document>`
    expect(readDocx(zipSync({ 'word/document.xml': strToU8(laughs) }))).toMatchObject({ reason: 'damaged' })
    const encrypted = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(isDocx(encrypted)).toBe(true)
    expect(readDocx(encrypted)).toMatchObject({ reason: 'encrypted' })
  })

  it('never throws', () => {
    const xml = strToU8(
      `<w:document xmlns:w="${W}"><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:txbxContent><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:txbxContent></w:r></w:p></w:document>`,
    )
    const element = fc.constantFrom(
      'p',
      'r',
      't',
      'br',
      'tr',
      'tc',
      'txbxContent',
      'footnote',
      'del',
      'rPr',
      'hyperlink',
    )
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constant('x'),
        fc
          .tuple(element, fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, children]) => `<w:${name}>${children.join('')}</w:${name}>`),
      ),
    }))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(xml.length - 1), fc.nat(255)), { maxLength: 4 }),
        tree,
        (changes, strange) => {
          const changed = xml.slice()
          for (const [at, value] of changes) changed[at] = value
          readDocx(zipSync({ 'word/document.xml': changed }))
          const { text, structure } = read(docx(strange))
          for (const { span } of structure.styles) expect(span.end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('knows a Word file by its content, even one that was cut off', () => {
    const whole = docx(p(r('Hi.')))
    expect(isDocx(whole)).toBe(true)
    expect(isDocx(whole.subarray(0, whole.length - 30))).toBe(true)
    expect(isDocx(zipSync({ 'notes/keyword/a.txt': strToU8('a') }))).toBe(false)
    expect(isDocx(strToU8('word/document.xml'))).toBe(false)
  })
})

const samples = new URL('../../../shared/samples/transcripts/', import.meta.url)
const isHere = existsSync(samples)

describe.skipIf(!isHere)(`real Word files${isHere ? '' : ' (skipped: no samples)'}`, () => {
  it.each([
    ['knesset_20_ptv_502208.doc', 14900, 3, 2],
    ['made_dw_zhTW_boldlabels.docx', 1576, 0, 0],
    ['qualcoder_ID1.docx', 629, 0, 0],
  ])('%s', (name, length, pages, aside) => {
    const bytes = readFileSync(new URL(name, samples))
    expect(isDocx(bytes)).toBe(true)
    const { text, structure } = read(bytes)
    expect([text.length, structure.pages.length, structure.asides.length]).toEqual([length, pages, aside])
  })

  it('finds the bold labels', () => {
    const source = read(readFileSync(new URL('made_dw_zhTW_boldlabels.docx', samples)))
    expect(styled(source, 'bold').filter((text) => text.endsWith('：'))).toHaveLength(22)
  })
})
