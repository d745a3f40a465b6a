import { describe, expect, it } from 'vitest'
import { spanOf } from '#shared/model/text-span.ts'
import { likenessOf, placesAlike, type WideChange } from './alike.ts'
import { readTranscript } from './read-transcript.ts'

const TALK = `河谷报：新桥什么时候通车？
陈树：下个月。
要点：安全第一。
第 3 页
河谷报：票价多少？
陈树：不收费。
要点：质量也第一。
第 12 页
河谷报：晚上呢？
陈树：也不收费。
`

const reading = readTranscript(TALK)
const wordsAt = (words: string) => spanOf(TALK.indexOf(words), TALK.indexOf(words) + words.length)
const alike = (change: WideChange): readonly string[] => {
  const likeness = likenessOf(reading, change)
  if (likeness === null) throw new Error('nothing there')
  return placesAlike(reading, likeness).map(({ start, end }) => TALK.slice(start, end))
}

describe('places that look alike', () => {
  it('finds the labels of the same words', () => {
    expect(alike({ kind: 'no-label', spans: [wordsAt('陈树：')] })).toHaveLength(3)
  })

  it('finds paragraphs that begin with the same words and a colon', () => {
    const words = wordsAt('要点：')
    const paragraphs = reading.blocks.filter(({ text, kind }) => kind === 'paragraph' && text.startsWith('要点'))
    expect(alike({ kind: 'label', spans: [words] })).toHaveLength(paragraphs.length)
  })

  it('finds paragraphs of the same words with other numbers', () => {
    const kinds = reading.blocks.filter(({ text }) => /^第 \d+ 页$/u.test(text)).map(({ kind }) => kind)
    const change: WideChange =
      kinds[0] === 'set-aside'
        ? { kind: 'bring-back', spans: [wordsAt('第 3 页')] }
        : { kind: 'set-aside', spans: [wordsAt('第 3 页')], as: 'page-number' }
    expect(kinds.length).toBeGreaterThan(0)
    expect(alike(change)).toEqual(['第 3 页', '第 12 页'])
  })

  it('finds nothing where the words are others', () => {
    expect(alike({ kind: 'set-aside', spans: [wordsAt('下个月。')], as: 'caption' })).toEqual(['下个月。'])
  })

  it('finds a part of a paragraph wherever it stands', () => {
    const part: WideChange = { kind: 'set-aside', spans: [wordsAt('第一')], as: 'caption' }
    expect(alike(part)).toEqual(['第一', '第一'])
  })

  it('has nothing to say of an empty place', () => {
    expect(likenessOf(readTranscript(''), { kind: 'no-label', spans: [spanOf(0, 1)] })).toBeNull()
  })
})
