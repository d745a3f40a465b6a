import { describe, expect, it } from 'vitest'
import { closeUp } from './letter-spacing.ts'

const read = (text: string): string =>
  closeUp(text, 0, text.length)
    .map(([start, end]) => text.slice(start, end))
    .join('')

describe('closeUp', () => {
  it.each([
    ['河 上 的 新 桥 ，明 天 开 放 。', '河上的新桥，明天开放。'],
    ['陈树：这 件 事 ，我 们 会 办', '陈树：这件事，我们会办'],
    ['橋 の 工 事 は 来 月', '橋の工事は来月'],
  ])('closes up %s', (spaced, closed) => {
    expect(read(spaced)).toBe(closed)
  })

  it.each(['2020 年', '第 26 届 大会', '市长 陈树', '见 “新桥 ”一节', 'a b c d e f', '학교 에 간다'])(
    'leaves %s',
    (text) => {
      expect(read(text)).toBe(text)
    },
  )
})
