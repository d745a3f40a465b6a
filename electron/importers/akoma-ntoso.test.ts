import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
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

it('makes lines of blocks, and notes who speaks', () => {
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
    ['Mrs Lee', 'Mrs Lee:\nCafé now,\nplease.'],
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

it('makes a turn of each speech, however few there are', () => {
  const read = readAkomaNtoso(
    strToU8(`<akomaNtoso><debate><meta><references><TLCPerson id="r" showAs="Tom Reed"/></references></meta>
      <debateBody><debateSection><heading>Roads</heading>
      <speech by="#c"><num>1</num><from>The Chair</from><p>Order, please.</p></speech>
      <question by="#r"><from>Mr <b>Reed</b>:</from><p>When will the road be mended?</p></question>
      <answer><from>Ms Hill<eol/>(Minister)</from><p>In May.</p><p>I thank him.</p></answer>
      <speech by="#r"><p>That is late.</p></speech>
      <speech><from>Ms Hill</from><p>It is.</p></speech>
      <speech><from>Ms Hill</from><p>And it is good.</p></speech>
      </debateSection></debateBody></debate></akomaNtoso>`),
  )
  if (read.kind === 'failed') throw new Error(read.detail)
  const { turns, blocks } = readTranscript(read.text, read.structure)
  const said = (turn: number): readonly string[] =>
    blocks.filter((block) => block.turn === turn && block.kind === 'paragraph').map(({ text }) => text)
  expect(turns.map(({ speaker, label, index }) => [speaker, label, ...said(index)])).toEqual([
    ['The Chair', 'The Chair', 'Order, please.'],
    ['Tom Reed', 'Mr Reed:', 'When will the road be mended?'],
    ['Ms Hill', 'Ms Hill (Minister)', 'In May.', 'I thank him.'],
    ['Tom Reed', '', 'That is late.'],
    ['Ms Hill', 'Ms Hill', 'It is.'],
    ['Ms Hill', 'Ms Hill', 'And it is good.'],
  ])
})
