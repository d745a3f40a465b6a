import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const timesOf = (text: string): readonly (string | null)[] => readTranscript(text).turns.map(({ time }) => time)

describe('times on lines of their own', () => {
  it('belong to the name below them', () => {
    const text =
      '10:00:12\n陈小岚：\n请提问。\n10:00:40\n海天社记者：\n何时通车？\n10:01:03\n陈小岚：\n下个月。\n10:01:50\n海天社记者：\n收费吗？\n'
    expect(timesOf(text)).toEqual(['10:00:12', '10:00:40', '10:01:03', '10:01:50'])
  })

  it('belong to what was said above them, where the first name has none and the last speech has one', () => {
    const text =
      '新桥通车发布会\n陈小岚：\n请提问。\n2024-04-18 10:00:12\n海天社记者：\n何时通车？\n2024-04-18 10:00:40\n赵一鸣：\n下个月。\n2024-04-18 10:01:03\n先通行人。\n2024-04-18 10:02:00\n陈小岚：\n谢谢大家！\n2024-04-18 10:03:00\n'
    expect(timesOf(text)).toEqual(['10:00:12', '10:00:40', '10:01:03', '10:03:00'])
  })
})
