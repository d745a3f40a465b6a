import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import type { Extraction } from './extraction.ts'
import { isPdf, readPdf } from './pdf.ts'

/** A PDF of these objects, numbered from 1; the first is its catalog. */
function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.5\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** One page for each content stream, all with the font `/F1` that the further objects (from number 3) describe. */
function pages(contents: readonly string[], font: readonly string[], catalog = ''): Uint8Array {
  const first = 3 + font.length
  const kids = contents.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  return pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    ...font,
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 700] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ])
}

const latin = (name = 'Helvetica'): readonly string[] => [`<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`]
const cjk = (encoding: string, ordering: string): readonly string[] => [
  `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
  `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>`,
  '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 80 >>',
]
const hex = (bytes: Uint8Array): string => `<${Buffer.from(bytes).toString('hex')}>`
const say = (text: string, y = 600): string => `BT /F1 10 Tf 1 0 0 1 60 ${y} Tm (${text}) Tj ET`

const read = async (bytes: Uint8Array): Promise<Extraction> => readPdf(bytes, { fileName: 'any.pdf', encoding: null })
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const extraction = await read(bytes)
  if (extraction.kind === 'failed') throw new Error(`${extraction.reason} ${extraction.detail}`)
  return extraction.text
}

describe('isPdf', () => {
  it('finds the header within the first 1024 bytes', () => {
    const bytes = pages([say('here')], latin())
    expect(isPdf(bytes)).toBe(true)
    expect(isPdf(Buffer.concat([Buffer.alloc(1000, 0x20), bytes]))).toBe(true)
    expect(isPdf(Buffer.concat([Buffer.alloc(1024, 0x20), bytes]))).toBe(false)
    expect(isPdf(Buffer.from('PDF'))).toBe(false)
  })
})

describe('readPdf', () => {
  it('reads text with its pages by their labels', async () => {
    const labels = '/PageLabels << /Nums [0 << /S /r /St 4 >> 1 << /S /D /St 9 >>] >>'
    const extraction = await read(pages([say('One.'), say('Two.'), ''], latin(), labels))
    expect(extraction).toMatchObject({ kind: 'text', text: 'One.\n\nTwo.\n', lineEnds: 'none', undecodable: 0 })
    expect(extraction.kind === 'text' && extraction.structure).toMatchObject({
      lines: 'wrapped',
      pages: [
        { start: 0, name: 'iv' },
        { start: 6, name: '9' },
        { start: 11, name: '10' },
      ],
    })
  })

  it('leaves the bytes as they were', async () => {
    const bytes = pages([say('here')], latin())
    const before = Buffer.from(bytes)
    await read(bytes)
    expect(Buffer.compare(before, bytes)).toBe(0)
  })

  it.each([
    ['GBK-EUC-H', 'GB1', [0xbc, 0xc7, 0xd5, 0xdf], '记者'],
    ['UniGB-UCS2-H', 'GB1', [0x8b, 0xb0, 0x80, 0x05], '记者'],
    ['ETen-B5-H', 'CNS1', [0xb0, 0x4f, 0xaa, 0xcc], '記者'],
    ['90ms-RKSJ-H', 'Japan1', [0x8b, 0x4c, 0x8e, 0xd2], '記者'],
    ['KSCms-UHC-H', 'Korea1', [0xb1, 0xe2, 0xc0, 0xda], '기자'],
  ])('reads %s', async (encoding, ordering, bytes, text) => {
    const content = `BT /F1 12 Tf 60 600 Td ${hex(Uint8Array.from(bytes))} Tj ET`
    expect(await textOf(pages([content], cjk(encoding, ordering)))).toBe(`${text}\n`)
  })

  it('reads vertical writing from right to left', async () => {
    const line = (text: string, x: number): string => {
      return `BT /F1 12 Tf 1 0 0 1 ${x} 600 Tm ${hex(Buffer.from(text, 'utf16le').swap16())} Tj ET `
    }
    const content = line('開通します。', 276) + line('橋はいつ「来月」', 300)
    expect(await textOf(pages([content], cjk('UniJIS-UCS2-V', 'Japan1')))).toBe('橋はいつ「来月」\n開通します。\n')
  })

  it('reads invisible text, text in forms, and text on turned pages', async () => {
    expect(await textOf(pages([`3 Tr ${say('Under the picture.')}`], latin()))).toBe('Under the picture.\n')
    const turned = Buffer.from(
      Buffer.from(pages(['BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Sideways, held upright.) Tj ET'], latin()))
        .toString('latin1')
        .replace('/MediaBox [0 0 500 700]', '/Rotate 90 /MediaBox [0 0 500 700]'),
      'latin1',
    )
    expect(await textOf(turned)).toBe('Sideways, held upright.\n')
  })

  it('marks what stands askew or sideways beside the text as no speech', async () => {
    const stamp =
      'BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET BT /F1 7 Tf 0 1 -1 0 20 300 Tm (archive 7) Tj ET '
    const extraction = await read(pages([stamp + say('It was a long and quiet winter.')], latin()))
    expect(extraction).toMatchObject({ text: 'It was a long and quiet winter.\n\narchive 7\n\nDRAFT\n' })
    expect(extraction.kind === 'text' && extraction.structure.asides).toHaveLength(2)
  })

  it('knows bold and italic by the names of fonts, unless all is bold', async () => {
    const content = 'BT /F1 10 Tf 60 600 Td (Anna:) Tj /F2 10 Tf ( It was so and not otherwise.) Tj ET'
    const two = Buffer.from(
      Buffer.from(pages([content], [...latin('Times-BoldItalic'), ...latin('Times-Roman')]))
        .toString('latin1')
        .replace('/F1 3 0 R', '/F1 3 0 R /F2 4 0 R'),
      'latin1',
    )
    const extraction = await read(two)
    expect(
      extraction.kind === 'text' && extraction.structure.styles.map(({ style, span }) => [style, span.end]),
    ).toEqual([
      ['bold', 6],
      ['italic', 6],
    ])
    const allBold = await read(pages([say('All of it.')], latin('Times-Bold')))
    expect(allBold.kind === 'text' && allBold.structure.styles).toEqual([])
  })

  it('says what is wrong with a file', async () => {
    expect(await read(pages(['0 0 m 9 9 l S'], latin()))).toMatchObject({ reason: 'no-text-layer' })
    expect(await read(Buffer.from('%PDF-1.7\nnothing of the kind'))).toMatchObject({ reason: 'damaged' })
    const whole = pages([say('here')], latin())
    expect((await read(whole.subarray(0, 120))).kind).toBe('failed')
  })

  it('takes what can be read of a file whose pages are broken in part', async () => {
    const broken = Buffer.from(
      Buffer.from(pages([say('One.'), say('Two.')], latin()))
        .toString('latin1')
        .replace('(Two.) Tj', '(Two. [[<<'),
      'latin1',
    )
    expect(await textOf(broken)).toContain('One.')
  })

  it('bears a form that shows itself', async () => {
    const font = [
      ...latin(),
      '<< /Type /XObject /Subtype /Form /BBox [0 0 500 700] /Resources << /XObject << /X 4 0 R >> >> /Length 6 >>\nstream\n/X Do \nendstream',
    ]
    const bytes = Buffer.from(
      Buffer.from(pages([`${say('Still here.')} /X Do`], font))
        .toString('latin1')
        .replace('/F1 3 0 R >>', '/F1 3 0 R >> /XObject << /X 4 0 R >>'),
      'latin1',
    )
    expect(await textOf(bytes)).toBe('Still here.\n')
  })

  it('refuses a page with more text than any page has', async () => {
    const content = `BT /F1 1 Tf ${'(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj '.repeat(11_000)}ET`
    expect(await read(pages([content], latin()))).toMatchObject({ reason: 'too-large' })
  }, 30_000)
})

const samples = new URL('../../../shared/samples/transcripts/', import.meta.url)
const isHere = existsSync(samples)

describe.skipIf(!isHere)(`real PDF files${isHere ? '' : ' (skipped: no samples)'}`, () => {
  it('reads the columns of a newspaper page in order', async () => {
    const text = await textOf(readFileSync(new URL('made_seed_newspaper_6col.pdf', samples)))
    const truth: unknown = JSON.parse(readFileSync(new URL('press-conference-zh.truth.json', samples), 'utf8'))
    const { n_turns, n_distinct_speakers, n_qa_pairs } = truth as Record<string, number>
    const { turns, speakers, exchanges } = readTranscript(text)
    expect([turns.length, speakers.length, exchanges.length]).toEqual([n_turns, n_distinct_speakers, n_qa_pairs])
  })

  it('sets the heads and feet of a question paper aside', async () => {
    const extraction = await read(readFileSync(new URL('za_questions_559662_1.pdf', samples)))
    if (extraction.kind === 'failed') throw new Error(extraction.reason)
    const { asides, pages: starts } = extraction.structure
    expect(starts).toHaveLength(4)
    expect(asides.filter(({ kind }) => kind === 'running-head')).toHaveLength(8)
  })
})
