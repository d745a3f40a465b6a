import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const headingsOf = (text: string): readonly string[] =>
  readTranscript(text)
    .blocks.filter(({ setAside }) => setAside === 'subheading' || setAside === 'headline')
    .map(({ text: words }) => words)

describe('headings that are counted', () => {
  it('are no speech', () => {
    const text =
      '一、关于新桥通车\n记者：新桥何时通车？\n陈树：下个月。\n二、关于收费\n记者：收费吗？\n陈树：分两种情况：\n1. 小型客车：免费\n2. 货车：每吨3元\n三、关于渡轮\n记者：渡轮还开吗？\n陈树：开。\n'
    expect(headingsOf(text)).toEqual(['一、关于新桥通车', '二、关于收费', '三、关于渡轮'])
    const { turns, blocks } = readTranscript(text)
    expect(blocks.filter(({ turn, kind }) => turn === 3 && kind === 'paragraph')).toHaveLength(3)
    expect(turns).toHaveLength(6)
  })

  it('count beyond ten', () => {
    const parts = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
    const text = parts.map((number) => `${number}、话题\n问：开吗？\n答：开。\n`).join('')
    expect(headingsOf(text)).toHaveLength(12)
  })

  it('are not what people list by turns', () => {
    const text =
      'Anna: What do we ask for?\n1. The rent\nBen: And then?\n2. The noise\nAnna: And then?\n3. The stairs\nBen: Good.\n'
    expect(headingsOf(text)).toEqual([])
  })

  it('are not the last points of what somebody lists', () => {
    const text =
      '记者：何时通车？\n陈树：我讲两点：\n1. 安全\n2. 速度\n记者：收费吗？\n陈树：也是两点：\n1. 客车免费\n2. 货车收费\n记者：渡轮呢？\n陈树：开。\n'
    expect(headingsOf(text)).toEqual([])
  })
})
