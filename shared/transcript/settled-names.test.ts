import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const speakersOf = (text: string): string =>
  readTranscript(text)
    .turns.map(({ speaker }) => speaker ?? '-')
    .join(' | ')

/** Each: what it is, text, speakers in order. */
const TEXTS: readonly (readonly [name: string, text: string, speakers: string])[] = [
  [
    'verbs of asking and answering',
    '记者问：赵教授，公众最关心的是什么？\n赵教授答：从各国经验来看，都会有一个过渡期。\n记者问：会不会“一刀切”？\n赵教授答：不会。弹性是一个基本原则。\n记者追问：企业会不会借机裁员？\n赵教授答：这要靠劳动法律来约束。\n',
    '记者 | 赵教授 | 记者 | 赵教授 | 记者 | 赵教授',
  ],
  [
    'verbs in a court',
    '法官問：被告姓名、年籍？\n被告答：王○○，民國六十年生。\n檢察官問：當天下午三點你在哪裡？\n被告答：我在公司。\n辯護人稱：請求傳喚證人。\n法官問：檢察官有何意見？\n檢察官答：沒有意見。\n',
    '法官 | 被告 | 檢察官 | 被告 | 辯護人 | 法官 | 檢察官',
  ],
  [
    'verbs behind names that stand without them too',
    '审判长：现在开庭。你有异议吗？\n被告人：没有异议。\n审判长：可以发问。\n辩护人问：案发当天你在哪里？\n被告人答：在家里。\n辩护人：没有别的问题。\n审判长：休庭。\n',
    '审判长 | 被告人 | 审判长 | 辩护人 | 被告人 | 辩护人 | 审判长',
  ],
  [
    'verbs behind names alone on their lines',
    '法官問\n有何意見？\n被告答\n我否認。\n檢察官起稱\n請求提示畫面。\n法官問\n被告當天在何處？\n被告答\n在家睡覺。\n',
    '法官 | 被告 | 檢察官 | 法官 | 被告',
  ],
  [
    'characters of names parted by wide blanks',
    '主　持　人　　各位好，今天请到两位老师。\n林　海　生　　大家好。\n何　　苗　　　我是何苗。\n主　持　人　　什么是好的课堂？\n林　海　生　　有笑声。\n何　　苗　　　我同意。\n',
    '主持人 | 林海生 | 何苗 | 主持人 | 林海生 | 何苗',
  ],
  [
    'not what a name ends in',
    '记者问：新桥何时通车？\n陈云起：下个月。\n记者问：收费吗？\n陈云起：不收费。\n记者问：渡轮呢？\n陈云起：保留一班。\n',
    '记者问 | 陈云起 | 记者问 | 陈云起 | 记者问 | 陈云起',
  ],
  [
    'numbers of questions',
    'Q1：如何办理积分落户？\nA1：登录官网，填写申请表。\nQ2：需要哪些材料？\nA2：身份证、居住证、社保证明。\n',
    'Q | A | Q | A',
  ],
  [
    'how often each has spoken',
    'T1: How have you been?\nC1: Not so good, I did not sleep.\nT2: What kept you awake?\nC2: I thought of work.\nT3: Tell me more.\nC3: They want me to leave.\n',
    'T | C | T | C | T | C',
  ],
  [
    'not the number of a person',
    'P1: When did you come?\nP2: In spring, I think.\nP1: Why?\nP2: I had a boat.\n',
    'P1 | P2 | P1 | P2',
  ],
  [
    'not offices that end like verbs',
    '王顾问：您问吧。\n李记者：新桥何时通车？\n王顾问：下个月。\n李记者：收费吗？\n',
    '王顾问 | 李记者 | 王顾问 | 李记者',
  ],
  [
    'kinds of questions before the name',
    'STS HEBER: Guten Tag! Ich beginne.\nFRAGE JUNG: Wann kommen Sie?\nSTS HEBER: Das sagen wir nicht.\nZUSATZFRAGE JUNG: Warum nicht?\nSTS HEBER: Weil wir das nie tun.\n',
    'STS HEBER | JUNG | STS HEBER | JUNG | STS HEBER',
  ],
]

describe('what stands beside a name and is none', () => {
  it.each(TEXTS)('%s', (_, text, speakers) => {
    expect(speakersOf(text)).toBe(speakers)
  })
})
