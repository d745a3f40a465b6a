import { existsSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Style } from '#shared/model/source-structure.ts'
import type { ExtractedText } from './extraction.ts'
import { isOdt, readOdt } from './odt.ts'

const TYPE = 'application/vnd.oasis.opendocument.text'
const NAMESPACES = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:x:fo"',
    'xmlns:svg="urn:x:svg"',
  )
  .join(' ')

function content(body: string, styles = ''): string {
  return `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
}

function odt(body: string, styles = '', common = ''): Uint8Array {
  return zipSync({
    mimetype: [strToU8(TYPE), { level: 0 }],
    'content.xml': strToU8(content(body, styles)),
    'styles.xml': strToU8(`<office:document-styles ${NAMESPACES}>${common}</office:document-styles>`),
  })
}

function read(bytes: Uint8Array): ExtractedText {
  const extraction = readOdt(bytes)
  if (extraction.kind === 'failed') throw new Error(`${extraction.reason}: ${extraction.detail}`)
  return extraction
}

function styled({ text, structure }: ExtractedText, style: Style): readonly string[] {
  return structure.styles.filter((each) => each.style === style).map(({ span }) => text.slice(span.start, span.end))
}

const style = (name: string, family: string, more: string, properties = ''): string =>
  `<style:style style:name="${name}" style:family="${family}" ${more}>${properties}</style:style>`
const bold = (weight = 'bold'): string => `<style:text-properties fo:font-weight="${weight}"/>`

describe('readOdt', () => {
  it('gives each paragraph a line, with its blanks, tabs and line breaks', () => {
    const body = `<text:p>
        Ann:<text:s text:c="2"/><text:span> a\n b</text:span> c<text:tab/><text:line-break/>d\u00a0 </text:p><text:p/><text:h>End<text:s/></text:h>`
    const source = read(odt(body))
    expect(source.text).toBe('Ann:   a b c\t\nd\u00a0 \n\nEnd \n')
    expect(source).toMatchObject({ encoding: 'utf-8', certainty: 'certain', lineEnds: 'none', undecodable: 0 })
    expect(styled(source, 'heading')).toEqual(['End '])
  })

  it('finds bold in styles and their ancestors, by script', () => {
    const common = `<office:styles><style:default-style style:family="paragraph">${bold('normal')}</style:default-style>
      ${style('Label', 'paragraph', '', bold('700'))}${style('Quotations', 'paragraph', '')}
      ${style('Head', 'paragraph', 'style:default-outline-level="1"')}
      <text:list-style><text:list-level-style-number><style:text-properties fo:font-weight="bold"/></text:list-level-style-number></text:list-style></office:styles>`
    const styles =
      style('P1', 'paragraph', 'style:parent-style-name="Label"') +
      style('P2', 'paragraph', 'style:parent-style-name="Quotations"') +
      style('P3', 'paragraph', 'style:parent-style-name="Head"') +
      style('P4', 'paragraph', 'style:parent-style-name="P4"') +
      style('T1', 'text', '', bold()) +
      style('T2', 'text', '', bold('normal')) +
      style('T3', 'text', '', '<style:text-properties style:font-weight-asian="bold" fo:font-style="italic"/>')
    const body = `<text:p text:style-name="P1">Ann<text:span text:style-name="T2">: Hi</text:span></text:p>
      <text:p text:style-name="P2"><text:span text:style-name="T1">Be<text:span>n</text:span></text:span> said</text:p>
      <text:p text:style-name="P3"><text:span text:style-name="T3">陳</text:span><text:span text:style-name="T3">x</text:span></text:p>
      <text:p text:style-name="P4">circle <text:a><text:span>link</text:span></text:a></text:p>`
    const source = read(odt(body, styles, common))
    expect(styled(source, 'bold')).toEqual(['Ann', 'Ben', '陳'])
    expect(styled(source, 'italic')).toEqual(['x'])
    expect(styled(source, 'quotation')).toEqual(['Ben said'])
    expect(styled(source, 'heading')).toEqual(['陳x'])
    expect(styled(source, 'link')).toEqual(['link'])
  })

  it('makes a line of a table row and knows list items', () => {
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
    const body = `<table:table><table:table-header-rows><table:table-row>${cell('0:01')}<table:covered-table-cell/>${cell('Hi')}</table:table-row></table:table-header-rows></table:table>
      <text:list><text:list-item><text:p>one</text:p></text:list-item></text:list><text:p>two</text:p>`
    const source = read(odt(body))
    expect(source.text).toBe('0:01\t\tHi\none\ntwo\n')
    expect(styled(source, 'table-cell')).toEqual(['0:01', 'Hi'])
    expect(styled(source, 'list-item')).toEqual(['one'])
  })

  it('drops what tracked changes deleted, and what describes an index', () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>
      <text:table-of-content><text:table-of-content-source><text:index-title-template>no</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Index</text:p></text:index-body></text:table-of-content>
      <text:p>one<text:change/> <text:change-start/>two<text:change-end/></text:p>`
    expect(read(odt(body)).text).toBe('Index\none two\n')
  })

  it('sets notes, comments and running heads aside, and puts text boxes behind their paragraph', () => {
    const body = `<text:p>be<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p><text:p>more</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:title>alt</svg:title></draw:frame>fore<office:annotation><text:p>Hm.</text:p></office:annotation></text:p><text:p>after</text:p>`
    const head = (text: string): string => `<style:header><text:p>${text}</text:p></style:header>`
    const common = `<office:master-styles><style:master-page>${head('Interview 7')}${head('Interview 7')}${head('12')}</style:master-page></office:master-styles>`
    const { text, structure } = read(odt(body, '', common))
    expect(text).toBe('before\nbox\nafter\nnote\nmore\nHm.\nInterview 7\n')
    expect(structure.asides.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)).toEqual([
      'note: note\nmore',
      'note: Hm.',
      'running-head: Interview 7',
    ])
  })

  it('counts pages that the layout began and those that a style begins', () => {
    const styles =
      style('P1', 'paragraph', 'style:master-page-name="Standard"') +
      style('P2', 'paragraph', '', '<style:paragraph-properties fo:break-before="page"/>')
    const body = `<text:p text:style-name="P1">one</text:p><text:p text:style-name="P2">two</text:p><text:p>still <text:soft-page-break/>three</text:p><text:soft-page-break/><text:p>four</text:p>`
    const { text, structure } = read(odt(body, styles))
    expect(structure.pages.map(({ start, name }) => `${name} ${/\w+/u.exec(text.slice(start))?.[0]}`)).toEqual([
      '1 one',
      '2 two',
      '3 three',
      '4 four',
    ])
  })

  it('reads flat files', () => {
    const flat = strToU8(
      `<?xml version="1.0"?><office:document ${NAMESPACES} office:mimetype="${TYPE}"><office:meta>no</office:meta><office:body><office:text><text:p>Hi</text:p></office:text></office:body></office:document>`,
    )
    expect(isOdt(flat)).toBe(true)
    expect(read(flat).text).toBe('Hi\n')
  })

  it('does not believe in endless blanks', () => {
    const { text } = read(odt(`<text:p>a${'<text:s text:c="99999999"/>'.repeat(50)}b</text:p>`))
    expect(text.length).toBeLessThan(1_100_000)
  })

  it('fails where there is no text to trust', () => {
    const whole = odt('<text:p>Some words that are long enough to be cut.</text:p>')
    expect(isOdt(whole.subarray(0, 200))).toBe(true)
    expect(readOdt(whole.subarray(0, 200))).toMatchObject({ reason: 'damaged' })
    expect(readOdt(zipSync({ mimetype: strToU8(TYPE) }))).toMatchObject({ reason: 'damaged' })
    const manifest = `<m:manifest xmlns:m="urn:x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`
    const encrypted = zipSync({ mimetype: strToU8(TYPE), 'META-INF/manifest.xml': strToU8(manifest) })
    expect(readOdt(encrypted)).toMatchObject({ reason: 'encrypted' })
  })

  it('knows an OpenDocument text by its content', () => {
    expect(isOdt(odt(''))).toBe(true)
    expect(isOdt(zipSync({ 'content.xml': strToU8('<a/>'), mimetype: strToU8(TYPE) }))).toBe(true)
    expect(isOdt(zipSync({ 'content.xml': strToU8('<a/>'), mimetype: strToU8('application/epub+zip') }))).toBe(false)
    expect(isOdt(strToU8(TYPE))).toBe(false)
  })
})

const sample = new URL('../../../shared/samples/transcripts/qualcoder_ID2.odt', import.meta.url)
const isHere = existsSync(sample)

it.skipIf(!isHere)(`reads what LibreOffice writes${isHere ? '' : ' (skipped: no samples)'}`, () => {
  const bytes = readFileSync(sample)
  expect(isOdt(bytes)).toBe(true)
  const { text } = read(bytes)
  expect([text.length, text.split('\n').length]).toEqual([355, 4])
})
