import { describe, expect, it } from 'vitest'
import { NO_STRUCTURE, type SourceStructure, type Style } from '#shared/model/source-structure.ts'
import { spanOf } from '#shared/model/text-span.ts'
import { readTranscript } from './read-transcript.ts'
import type { Reading } from './reading.ts'

interface Source {
  readonly text: string
  readonly structure: SourceStructure
}

/** Text with styles in marks: `<b:Ann>` is bold, `<l:Q>` a link, `<h:Title>` a heading. */
function styled(marked: string, lines: SourceStructure['lines'] = 'paragraphs'): Source {
  const names: Readonly<Record<string, Style>> = { b: 'bold', l: 'link', h: 'heading', i: 'italic' }
  const styles: SourceStructure['styles'][number][] = []
  let text = ''
  for (const part of marked.split(/(<[blhi]:[^>]*>)/u)) {
    const mark = /^<([blhi]):([^>]*)>$/u.exec(part)
    if (mark !== null) {
      const [, kind = '', words = ''] = mark
      styles.push({ span: spanOf(text.length, text.length + words.length), style: names[kind] ?? 'bold' })
      text += words
    } else text += part
  }
  return { text, structure: { ...NO_STRUCTURE, lines, styles } }
}

const read = ({ text, structure }: Source): Reading => readTranscript(text, structure)
const speakersOf = (reading: Reading): string => reading.turns.map(({ speaker }) => speaker ?? '-').join(' | ')
const speechOf = (reading: Reading): readonly string[] =>
  reading.turns.map(({ firstBlock, endBlock }) =>
    reading.blocks
      .slice(firstBlock, endBlock)
      .filter(({ kind }) => kind === 'paragraph')
      .map(({ text }) => text)
      .join('/'),
  )

describe('a file that knows its paragraphs', () => {
  it('never joins lines, however wide they are', () => {
    const line = 'The harbour lies between two hills and is open to the'
    const text = `Ann: ${line}\n${line}\n${line}\nBen: ${line}\n${line}\n${line}\nAnn: Is it?\nBen: It is.\n`
    const { blocks } = readTranscript(text, { ...NO_STRUCTURE, lines: 'paragraphs' })
    expect(blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(8)
  })

  it.each([
    [
      'bold names with colons',
      '<b:Ann:> Is it open?\n<b:Ben:> It is, I think.\n<b:Ann:> Since when?\n',
      'Ann | Ben | Ann',
    ],
    [
      'bold names before colons',
      '<b:Ann>: Is it open?\n<b:Ben>: It is, I think.\n<b:Ann>: Since when?\n',
      'Ann | Ben | Ann',
    ],
    [
      'bold names without colons',
      '<b:Ann> Is it open?\n<b:Ben> It is, I think.\n<b:Ann> Since when?\n<b:Ben> I forgot.\n',
      'Ann | Ben | Ann | Ben',
    ],
    [
      'bold paragraphs',
      '<b:Ann Lee>\nIs it open?\n<b:Ben Roy>\nIt is, I think.\n<b:Ann Lee>\nSince when?\n<b:Ben Roy>\nI forgot.\n',
      'Ann Lee | Ben Roy | Ann Lee | Ben Roy',
    ],
    [
      'bold paragraphs in Chinese',
      '<b:海風電台>\n橋何時通車？\n<b:林知遠>\n下個月，我想。\n<b:海風電台>\n收費嗎？\n<b:林知遠>\n不收費。\n',
      '海風電台 | 林知遠 | 海風電台 | 林知遠',
    ],
    [
      'bold letters',
      '<b:Q> Is it open?\n<b:A> It is, I think.\n<b:Q> Since when?\n<b:A> Since May.\n',
      'Q | A | Q | A',
    ],
    [
      'letters that are links',
      '<l:Q>: Is it open?\n<l:A>: It is, I think.\n<l:Q>: Since when?\n<l:A>: Since May.\n',
      'Q | A | Q | A',
    ],
    [
      'names alone',
      'Ann Lee\nIs it open?\nBen Roy\nIt is, I think.\nAnn Lee\nSince when?\nBen Roy\nI forgot.\n',
      'Ann Lee | Ben Roy | Ann Lee | Ben Roy',
    ],
    [
      'names as headings',
      '<h:Ann Lee>\nIs it open?\n<h:Ben Roy>\nIt is, I think.\n<h:Ann Lee>\nSince when?\n<h:Ben Roy>\nI forgot.\n',
      'Ann Lee | Ben Roy | Ann Lee | Ben Roy',
    ],
    [
      'rows of a table',
      'Time\tSpeaker\tText\n0:00\tAnn\tIs it open?\n0:04\tBen\tIt is, I think.\n0:09\tAnn\tSince when?\n',
      'Ann | Ben | Ann',
    ],
  ])('hears %s', (_, marked, speakers) => {
    expect(speakersOf(read(styled(marked)))).toBe(speakers)
  })

  it.each([
    [
      'words that are made bold',
      'The <b:bridge> is open.\n<b:Safety> comes first, we think.\n<b:Cost> matters to you as well.\nNobody knows.\n',
    ],
    [
      'headings',
      '<h:Introduction>\nWe came in May.\n<h:The works>\nThey went well, I think.\n<h:Conclusion>\nWe left in June.\n',
    ],
    [
      'headings that come again',
      '<h:Strengths>\nWe saw good practice.\n<h:Weaknesses>\nThe roof leaks.\n<h:Strengths>\nGood light.\n<h:Weaknesses>\nThe door is broken.\n',
    ],
    ['text that is bold from end to end', '<b:Is it open?>\n<b:It is, I think.>\n<b:Since when?>\n<b:Since May.>\n'],
    ['figures in a table', 'Boats\tHarbour\n12\tNorth\n14\tSouth\n12\tNorth\n14\tSouth\n'],
  ])('hears nobody in %s', (_, marked) => {
    expect(speakersOf(read(styled(marked)))).toBe('')
  })
})

describe('a file that knows its pages', () => {
  const text = [
    'Ann: When did the works on the bridge begin, and',
    'who paid for all of it?',
    'Ben: They began in spring, with money from the city,',
    '12',
    'and ended in autumn, when it was all spent. Transcrip-',
    'tion of that year shows a well-known fact.',
    '',
    'It is a well-known fact that bridges cost more than',
    'they should, and that well-',
    'known people pay for them.',
    'Ann: Thank you.',
  ].join('\n')
  const at = text.indexOf('12\n')
  const structure: SourceStructure = {
    ...NO_STRUCTURE,
    lines: 'wrapped',
    asides: [{ span: spanOf(at, at + 2), kind: 'page-number' }],
  }
  const reading = readTranscript(text, structure)

  it('keeps a paragraph whole over the end of a page, and mends words', () => {
    expect(speechOf(reading)[1]).toBe(
      'They began in spring, with money from the city, and ended in autumn, when it was all spent. Transcription of that year shows a well-known fact./It is a well-known fact that bridges cost more than they should, and that well-known people pay for them.',
    )
  })

  it('still shows what it set aside, behind the paragraph that holds it', () => {
    const index = reading.blocks.findIndex(({ kind }) => kind === 'set-aside')
    expect(reading.blocks[index]).toMatchObject({ text: '12', setAside: 'page-number', turn: 1 })
    expect(reading.blocks[index - 1]?.kind).toBe('paragraph')
  })

  it('keeps both halves of a label that a page parts', () => {
    const lines = [
      '陈树：大家好，今天请大家来，是想谈',
      '一谈河上的新桥。',
      '北岸区广播电台与南岸区广播联合电视',
      '7',
      '台记者：通车以后收费吗？周围的居民',
      '很关心这个问题。',
      '陈树：不收费。',
    ]
    const source = lines.join('\n')
    const page = source.indexOf('7\n')
    const found = readTranscript(source, {
      ...structure,
      asides: [{ span: spanOf(page, page + 1), kind: 'page-number' }],
    })
    expect(speakersOf(found)).toBe('陈树 | 北岸区广播电台与南岸区广播联合电视台记者 | 陈树')
    expect(found.turns[1]?.label).toBe('北岸区广播电台与南岸区广播联合电视台记者：')
  })

  it('takes a head out of the middle of a line', () => {
    const source = 'Ann: Is it open? The Lantern 7 I ask you.\nBen: It is.\nAnn: Good.\n'
    const head = source.indexOf('The Lantern 7')
    const found = readTranscript(source, {
      ...NO_STRUCTURE,
      lines: 'paragraphs',
      asides: [{ span: spanOf(head, head + 13), kind: 'running-head' }],
    })
    expect(found.blocks.filter(({ setAside }) => setAside === 'running-head').map(({ text: words }) => words)).toEqual([
      'The Lantern 7',
    ])
    expect(speechOf(found)[0]).not.toContain('Lantern')
  })
})

describe('captions', () => {
  const text = 'Where is the boat?\nI cannot see it.\nBy the pier, I think.\nLet us go then.\n'
  const place = (words: string) => spanOf(text.indexOf(words), text.indexOf(words) + words.length)
  const structure: SourceStructure = {
    ...NO_STRUCTURE,
    speakers: [
      { span: place('Where is the boat?'), speaker: 'Mara' },
      { span: place('I cannot see it.'), speaker: 'Mara' },
      { span: place('By the pier, I think.'), speaker: 'Otto' },
      { span: place('Let us go then.'), speaker: 'Mara' },
    ],
    times: [
      { span: place('Where is the boat?'), from: 1000, to: 2000 },
      { span: place('I cannot see it.'), from: 2000, to: 3000 },
      { span: place('By the pier, I think.'), from: 61_000, to: 62_000 },
      { span: place('Let us go then.'), from: 3_725_000, to: 3_726_000 },
    ],
  }

  it('has the turns that the file names, with their times, and labels that are empty', () => {
    const reading = readTranscript(text, structure)
    expect(reading.turns.map(({ speaker, label, time }) => [speaker, label, time])).toEqual([
      ['Mara', '', '0:01'],
      ['Otto', '', '1:01'],
      ['Mara', '', '1:02:05'],
    ])
    expect(speechOf(reading)).toEqual([
      'Where is the boat?/I cannot see it.',
      'By the pier, I think.',
      'Let us go then.',
    ])
    for (const { firstBlock } of reading.turns)
      expect(reading.blocks[firstBlock]).toMatchObject({ kind: 'label', text: '' })
  })

  it('parts a line in which two people speak', () => {
    const line = 'Where is it? By the pier.\nLet us go.\n'
    const found = readTranscript(line, {
      ...NO_STRUCTURE,
      speakers: [
        { span: spanOf(0, 12), speaker: 'Mara' },
        { span: spanOf(13, 25), speaker: 'Otto' },
        { span: spanOf(26, 36), speaker: 'Mara' },
      ],
    })
    expect(speechOf(found)).toEqual(['Where is it?', 'By the pier.', 'Let us go.'])
  })

  it('has one speaker where the first cue names one, and no other does', () => {
    const monologue = 'Mr. Alder: Good\nafternoon, everybody.\nI have an announcement.\n'
    const times = [{ span: spanOf(0, 15), from: 0, to: 900 }]
    expect(speakersOf(readTranscript(monologue, { ...NO_STRUCTURE, times }))).toBe('Mr. Alder')
    expect(speakersOf(readTranscript(monologue))).toBe('')
  })
})
