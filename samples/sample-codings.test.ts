import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { LANGUAGES, type Language } from '#shared/messages/message.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { sampleCodings } from './sample-codings.ts'

const FILES: Readonly<Record<Language, string>> = {
  'zh-CN': 'press-conference-zh.txt',
  en: 'press-conference-en.txt',
}

function readSample(language: Language): string {
  return readFileSync(new URL(FILES[language], import.meta.url), 'utf8')
}

function speechOf(language: Language): string {
  const { blocks } = readTranscript(readSample(language))
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n')
}

test.each(LANGUAGES)('every quote stands exactly once in the speech of the sample, %s', (language) => {
  const parts = speechOf(language)
  for (const { quote } of sampleCodings[language]) expect(parts.split(quote), quote).toHaveLength(2)
})

test.each(LANGUAGES)('fields are defined and choices are among theirs, %s', (language) => {
  let next = 0
  const byName = starterCodesByName(language, () => `00000000-0000-4000-8000-${String(next++).padStart(12, '0')}`)
  for (const { code, fields } of sampleCodings[language]) {
    const defined = rootOf(Object.values(byName), byName[code].id)?.family?.fields ?? []
    for (const [name, value] of Object.entries(fields ?? {})) {
      const field = defined.find((each) => each.name === name)
      expect(field, `${code} ${name}`).toBeDefined()
      if (field?.type === 'choice') expect(field.choices.map((choice) => choice.value)).toContain(value)
    }
  }
})

test.each(LANGUAGES)('the codings show what coding is: overlaps, and one across paragraphs, %s', (language) => {
  const speech = speechOf(language)
  const spans = sampleCodings[language].map(({ quote }) => {
    const start = speech.indexOf(quote)
    return [start, start + quote.length] as const
  })
  const overlapping = spans.filter(([start, end], index) =>
    spans.some(([otherStart, otherEnd], other) => other !== index && otherStart < end && start < otherEnd),
  )
  expect(overlapping.length).toBeGreaterThanOrEqual(4)
  expect(sampleCodings[language].some(({ quote }) => quote.includes('\n'))).toBe(true)
})

test('the Chinese sample reads as it was written', () => {
  const { turns, speakers, exchanges } = readTranscript(readSample('zh-CN'))
  expect(turns.map(({ speaker, role, line }) => `${line} ${role} ${speaker}`)).toEqual([
    '7 moderator 主持人',
    '15 other 闻砚秋',
    '63 question 《岚浦晚报》记者',
    '71 answer 闻砚秋',
    '91 question 东屿通讯社记者',
    '97 answer 闻砚秋',
    '115 question 海岬电视台记者',
    '121 answer 闻砚秋',
    '143 question 岚浦教育广播电台《城市课堂》栏目记者',
    '148 answer 闻砚秋',
    '170 question 《河湾观察》记者',
    '176 answer 闻砚秋',
    '208 question 麦穗网记者',
    '214 answer 闻砚秋',
    '226 question 青鹭卫视记者',
    '230 answer 闻砚秋',
  ])
  expect([speakers.length, exchanges.length]).toEqual([9, 7])
})

test('the English sample reads as it was written', () => {
  const { turns, speakers, exchanges } = readTranscript(readSample('en'))
  const minister = 'Minister Okafor-Lisle'
  expect(turns.map(({ speaker, role }) => `${role} ${speaker}`)).toEqual([
    'moderator Moderator',
    `other ${minister}`,
    'question Tomas Wray, Harbour Gazette',
    `answer ${minister}`,
    'question Ines Varga, Calverra Public Radio',
    `answer ${minister}`,
    'question Samir Ode, Coastline Weekly',
    `answer ${minister}`,
    'question Jun Abelard, Northern Wire',
    `answer ${minister}`,
    'question Petra Lindqvist-Soto, Daily Lantern',
    `answer ${minister}`,
    'moderator Moderator',
  ])
  expect([speakers.length, exchanges.length]).toEqual([7, 5])
})
