import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const speakersOf = (text: string): string =>
  readTranscript(text)
    .turns.map(({ speaker }) => speaker ?? '-')
    .join(' | ')

/** Each: what it is, text, speakers in order. */
const TEXTS: readonly (readonly [name: string, text: string, speakers: string])[] = [
  [
    'a court record',
    '审判长：现在开庭。请公诉人宣读起诉书。\n公诉人：被告人王某某先后三次实施盗窃，共计价值一万二千元。\n审判长：被告人王某某，起诉书指控的事实是否属实？\n王某某：属实。\n辩护人刘某：审判长，我想问被告人几个问题。\n审判长：准许。\n辩护人刘某：你为什么这样做？\n王某某：家里缺钱，母亲住院。\n证人陈某（系被告人邻居）：他母亲确实住院了。\n审判长：休庭十分钟。\n',
    '审判长 | 公诉人 | 审判长 | 王某某 | 辩护人刘某 | 审判长 | 辩护人刘某 | 王某某 | 证人陈某 | 审判长',
  ],
  [
    'one name that comes again',
    '审判长：现在开庭。\n公诉人：被告人先后三次实施盗窃。\n审判长：起诉书指控的事实是否属实？\n被告人：属实。\n审判长：辩护人有无意见？\n辩护人：没有意见。\n审判长：证人出庭。\n证人：我看见他了。\n审判长：休庭。\n',
    '审判长 | 公诉人 | 审判长 | 被告人 | 审判长 | 辩护人 | 审判长 | 证人 | 审判长',
  ],
  [
    'a lesson',
    '老师：今天我们讨论什么？\n小红：讨论环保。\n小刚：我觉得应该少用塑料袋。\n老师：很好。还有呢？\n班长：我们班可以搞一个活动。\n小红：对，比如说：旧物交换。\n老师：好主意。\n',
    '老师 | 小红 | 小刚 | 老师 | 班长 | 小红 | 老师',
  ],
  [
    'pupils by number',
    '师：同学们，这节课我们学习什么？\n生：（齐）《荷塘月色》！\n师：谁来读第一段？\n生1：我来。\n师：读得很好。作者为什么心里不宁静？\n生2：因为当时的社会环境。\n生3：我觉得还有家庭的原因。\n师：说得都有道理。\n',
    '师 | 生 | 师 | 生1 | 师 | 生2 | 生3 | 师',
  ],
  [
    'a name that no list knows, with a house',
    '陈树（外交部长）：各位下午好，感谢大家前来。\n林晓（中央广播电视总台记者）：请问部长如何看待当前的中欧关系？\n陈树（外交部长）：中欧关系具有战略意义。\nMaria Schmidt（德国之声记者）：部长先生，欧方关切如何解决？\n陈树（外交部长）：通过对话解决。\n田中一郎（共同社记者）：日中关系呢？\n陈树（外交部长）：以史为鉴，面向未来。\n',
    '陈树 | 林晓 | 陈树 | Maria Schmidt | 陈树 | 田中一郎 | 陈树',
  ],
  [
    'brackets',
    '【主持人】各位下午好！欢迎参加今天的新闻通气会。\n【张局长】谢谢主持人。我先通报一下总体情况。\n【人民日报记者】请问下一步降雨趋势如何？\n【气象台李台长】未来三天仍有中到大雨，局部暴雨。\n【中国青年报记者】我补充一个问题，学校是否停课？\n【张局长】山区学校暂停上课两天。\n【主持人】今天的通气会到此结束。\n',
    '主持人 | 张局长 | 人民日报记者 | 气象台李台长 | 中国青年报记者 | 张局长 | 主持人',
  ],
  [
    'names and wide blanks',
    '司会　では始めましょう。山田さん、最近の海はどうですか。\n山田　魚が減りました。水温が上がったせいだと思います。\n鈴木　市場でも同じです。入荷が半分になりました。\n司会　どうすればよいでしょうか。\n山田　まずは獲りすぎないことですね。\n鈴木　そう思います。\n司会　ありがとうございました。\n',
    '司会 | 山田 | 鈴木 | 司会 | 山田 | 鈴木 | 司会',
  ],
  [
    'initials',
    'JR: When did you come?\nKB: In spring.\nJR: Alone?\nKB: With him.\nPV: With me, yes.\nJR: I see.\n',
    'JR | KB | JR | KB | PV | JR',
  ],
  [
    'two people under one label',
    'Jane & Ruth: Hello!\nJane: I begin.\nRuth: Yes.\nJane: We came in May.\nRuth: In June, I think.\n',
    'Jane & Ruth | Jane | Ruth | Jane | Ruth',
  ],
  [
    'not what leads over to a list',
    'Alice: When did you come?\nBob: In May.\nAlice: Why?\nBob: I like it here.\nTwo things: patience and luck.\nAlice: Did you stay?\n',
    'Alice | Bob | Alice | Bob | Alice',
  ],
  [
    'not the points of a list',
    '记者：有什么措施？\n陈树：有三项。\n医疗：增加投入。\n教育：降低学费。\n就业：稳定岗位。\n记者：何时开始？\n陈树：下个月。\n记者：谢谢您。\n',
    '记者 | 陈树 | 记者 | 陈树 | 记者',
  ],
  [
    'not where most paragraphs have none',
    '王某：我先说。\n今天天气很好。\n我们去江边。\n老李也去。\n李某：我也去。\n带上了午饭。\n船票：三十块。\n王某：你几点出门？\n李某：八点。\n王某：好。\n',
    '王某 | 李某 | 王某 | 李某 | 王某',
  ],
]

describe('names that come once where every paragraph has one', () => {
  it.each(TEXTS)('%s', (_, text, speakers) => {
    expect(speakersOf(text)).toBe(speakers)
  })
})
