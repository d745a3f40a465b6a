import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { isAkomaNtoso, readAkomaNtoso } from './akoma-ntoso.ts'

const DEBATE = `<?xml version="1.0" encoding="ISO-8859-1"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate>
  <meta><identification><FRBRWork/></identification><references>
    <TLCPerson eId="ann" href="/p/ann" showAs="Ann Lee"/><TLCPerson eId="ben" href="/p/ben" showAs="Ben Ray"/>
  </references><notes>not text</notes></meta>
  <preface><p>Sitting of <docDate date="2020-01-02">2 January</docDate></p></preface>
  <debateBody><debateSection><heading>Bridges</heading>
    <narrative>The House met at <recordedTime time="14:00">two</recordedTime>.</narrative>
    <speech by="#ann"><from>Mrs Lee:</from><p>Caf\u00e9
      <b>now</b>,<eol/> please.<authorialNote><p>A note.</p></authorialNote></p></speech>
    <speech by="#ben"><p>One.</p><p>Two <i>three</i> .</p>
      <question by="#cem"><p>Why?</p></question>
      <p>Four.</p></speech>
    <scene>(Laughter)</scene>
    <table><tr><td>a</td><td>b</td></tr></table>
  </debateSection></debateBody></debate></akomaNtoso>`

it('makes lines of blocks, and notes who is only referred to', () => {
  const bytes = Buffer.from(DEBATE, 'latin1')
  expect(isAkomaNtoso(bytes)).toBe(true)
  const extraction = readAkomaNtoso(bytes)
  if (extraction.kind === 'failed') throw new Error(extraction.detail)
  const { text, structure, encoding } = extraction
  expect(encoding).toBe('windows-1252')
  expect(text).toBe(
    'Sitting of 2 January\nBridges\nThe House met at two.\nMrs Lee:\nCafé now,\nplease.\nOne.\nTwo three .\nWhy?\nFour.\n(Laughter)\na\tb\nA note.\n',
  )
  const slice = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end)
  expect(structure.speakers.map(({ speaker, span }) => [speaker, slice(span)])).toEqual([
    ['Ben Ray', 'One.\nTwo three .'],
    ['cem', 'Why?'],
    ['Ben Ray', 'Four.'],
  ])
  expect(structure.asides.map(({ kind, span }) => [kind, slice(span)])).toEqual([
    ['preamble', 'Sitting of 2 January'],
    ['note', 'A note.'],
  ])
  expect(structure.styles.map(({ style, span }) => [style, slice(span)])).toEqual([
    ['heading', 'Bridges'],
    ['bold', 'now'],
    ['italic', 'three'],
    ['table-cell', 'a'],
    ['table-cell', 'b'],
  ])
})

it('knows the root element under any prefix and in UTF-16, and no other file', () => {
  expect(isAkomaNtoso(strToU8('\ufeff<!-- a --><an:akomaNtoso xmlns:an="http://www.akomantoso.org/2.0">'))).toBe(true)
  expect(isAkomaNtoso(Buffer.from('\ufeff<akomaNtoso>', 'utf16le'))).toBe(true)
  expect(isAkomaNtoso(strToU8('<html><p>&lt;akomaNtoso></p>'))).toBe(false)
  expect(isAkomaNtoso(strToU8('We use <akomaNtoso> here.'))).toBe(false)
})

it('fails where the XML is cut off', () => {
  expect(readAkomaNtoso(strToU8(DEBATE.slice(0, 900)))).toMatchObject({ kind: 'failed', reason: 'damaged' })
})
