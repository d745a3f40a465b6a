import { readFile } from 'node:fs/promises'
import { strToU8, zipSync } from 'fflate'
import { word95File, word97File } from '#electron/importers/word-binary/test-files.ts'
import type { Seed } from './fuzz.ts'
import { pdfOf } from './pdf-seed.ts'

/** A valid file of each format, written here. */
export async function writtenSeeds(): Promise<readonly Seed[]> {
  const chinese = await sample('press-conference-zh.txt')
  const english = await sample('press-conference-en.txt')
  const talk = english.slice(0, 1500)
  return [
    text('zh.txt', chinese.slice(0, 2500)),
    text('en.md', talk.replaceAll(/^([A-Z][\w ]+):/gmu, '**$1:**')),
    { fileName: 'utf16.txt', bytes: Uint8Array.from(Buffer.from(`\ufeff${chinese.slice(0, 400)}`, 'utf16le')) },
    {
      fileName: 'latin.txt',
      bytes: Uint8Array.from(Buffer.from('Zoë: Où est le café ?\nRené: À la maison.\n', 'latin1')),
    },
    { fileName: 'talk.docx', bytes: docx() },
    { fileName: 'talk.odt', bytes: odt() },
    {
      fileName: 'new.doc',
      bytes: word97File({ parts: ['Ann: Hello.\rBen: 你好。\r', 'A note.\r', '', '', '', '', ''] }),
    },
    { fileName: 'old.doc', bytes: word95File({ parts: ['Ann: Hello.\rBen: Good day.\r'], language: 0x409 }) },
    text('talk.rtf', RTF),
    { fileName: 'talk.pdf', bytes: pdfOf(['Ann: Is the bridge open?', 'Ben: From May on.', 'Ann: And the toll?']) },
    text('talk.html', HTML),
    text('talk.vtt', VTT),
    text('talk.srt', SRT),
    text('talk.sbv', '0:00:01.000,0:00:03.000\nAnn: Hello.\n\n0:00:03.000,0:00:05.000\nBen: Good day.\n'),
    text(
      'talk.ttml',
      '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="00:00:01.000" end="3s">Ann: Hello,<br/>all.</p><p begin="3s" dur="2s">Ben: Good day.</p></div></body></tt>',
    ),
    text('debate.xml', DEBATE),
  ]
}

function sample(name: string): Promise<string> {
  return readFile(new URL(`../../../samples/${name}`, import.meta.url), 'utf8')
}

function text(fileName: string, content: string): Seed {
  return { fileName, bytes: strToU8(content) }
}

function docx(): Uint8Array {
  const bold = (words: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t>${words}</w:t></w:r>`
  const plain = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${bold('Ann:')}${plain(' Is it open?')}</w:p><w:p>${bold('Ben:')}${plain(' Yes.')}<w:footnoteReference w:id="2"/></w:p><w:tbl><w:tr><w:tc><w:p>${plain('a')}</w:p></w:tc><w:tc><w:p>${plain('b')}</w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
    ),
  })
}

function odt(): Uint8Array {
  const namespaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${namespaces}><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text><text:p><text:span text:style-name="T1">Ann:</text:span><text:s text:c="2"/>Is it open?</text:p><text:p>Ben: Yes.<text:line-break/>From May on.</text:p></office:text></office:body></office:document-content>`,
    ),
  })
}

const RTF = String.raw`{\rtf1\ansi\ansicpg936\uc1\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 SimSun;}}{\stylesheet{\s1\b Label;}}
{\b Ann:} Is it \'93open\'94?\par{\f1\'c4\'e3\'ba\'c3}\u22909?\u20320?\par\pard{\b Ben:} Yes.{\footnote A note.}\par}`

const HTML = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Talk</title><style>.q { font-weight: bold }</style></head>
<body><nav><a href="#">Home</a></nav><main><h1>The bridge</h1><p><b>Ann:</b> Is it open?</p><p class="q">Q&nbsp;&nbsp;And the toll?</p>
<table><tr><td>Ben</td><td>None.</td></tr></table><pre>Ann: One\nBen: Two</pre></main></body></html>`

const VTT = `WEBVTT

STYLE
::cue { color: red }

NOTE nothing

1
00:00:01.000 --> 00:00:03.000 align:start
<v Ann>Is it <b>open</b>?</v>

00:00:03.000 --> 00:00:05.500
<v.loud Ben>Yes &amp; no.
`

const SRT = `1
00:00:01,000 --> 00:00:03,000
Ann: Is it open?

2
00:00:03,000 --> 00:00:05,500
<i>Ben:</i> From May on,
{\\an8}I think.
`

const DEBATE = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><meta><references><TLCPerson eId="ann" href="/ann" showAs="Ann Lee"/></references></meta><debateBody><debateSection><heading>Bridges</heading><speech by="#ann"><from>Mrs Lee:</from><p>It is open.</p></speech><scene>(Laughter)</scene></debateSection></debateBody></debate></akomaNtoso>`
