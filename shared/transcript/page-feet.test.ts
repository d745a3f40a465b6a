import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const saidOf = (text: string): readonly string[] =>
  readTranscript(text)
    .blocks.filter(({ kind, turn }) => kind === 'paragraph' && turn !== null)
    .map(({ text: words }) => words)

const TALK = '记者：新桥何时通车？\n陈树：下个月。\n记者：收费吗？\n陈树：不收费\n'
const SAID = ['新桥何时通车？', '下个月。', '收费吗？', '不收费']

describe('the foot of a page on the web', () => {
  it('holds nobody who speaks at some time', () => {
    const messages = ['你们看了吗', '看了', '写得真好', '相关新闻', '我也看了', '明天见', '好的']
    const text = messages
      .map((words, k) => `${k % 2 === 0 ? '小美' : '小刚'} 2024-01-02 10:1${k}:22\n${words}\n\n`)
      .join('')
    expect(saidOf(text)).toEqual(messages)
  })

  it.each([
    [
      'links and who edited',
      '责任编辑：李明\n【打印】【关闭窗口】\n分享到：微信 微博\n相关新闻\n新桥合龙\n版权所有 南湾日报社\n',
    ],
    ['one line', '扫一扫在手机打开当前页\n'],
    ['what to read next, like a label', '※本文轉載自《港灣》月刊\n延伸閱讀：渡輪的最後一班\n'],
    [
      'English',
      'Read more: The last ferry\nSubscribe to our newsletter\n© 2024 The Harbour Post. All rights reserved.\n',
    ],
  ])('is no speech: %s', (_, foot) => {
    expect(saidOf(TALK + foot)).toEqual(SAID)
  })

  it.each([
    ['what is typed last', '记者：点赞\n', '点赞'],
    ['words of it in a sentence', '记者：您会分享到朋友圈吗？\n', '您会分享到朋友圈吗？'],
    ['speech below it', '记者：相关新闻\n陈树：我没有看。\n', '我没有看。'],
  ])('is not: %s', (_, more, last) => {
    expect(saidOf(TALK + more).at(-1)).toBe(last)
  })
})
