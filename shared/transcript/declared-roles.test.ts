import { describe, expect, it } from 'vitest'
import { declaredRoles } from './declared-roles.ts'
import { readTranscript } from './read-transcript.ts'

/** Each: lines of a head, who speaks, and what is said of whom. */
const HEADS: readonly (readonly [head: string, names: string, roles: string])[] = [
  ['主持人：陈小岚', '陈小岚 赵一鸣', '陈小岚=moderator'],
  ['主持人\n新闻局副局长、新闻发言人 陈小岚\n发布人\n赵一鸣', '陈小岚 赵一鸣', '陈小岚=moderator'],
  ['访谈者：研究者（以下简称R）\n受访者：退休工人（以下简称M03）', 'R M03', 'R=asker M03=answerer'],
  ['Interviewer: Mary Adams\nRespondent: John Brook', 'MA JB', 'MA=asker JB=answerer'],
  ['Moderator: Jane Roe, Institute of Rivers', 'Jane Roe|Ben Lund', 'Jane Roe=moderator'],
  ['I = Interviewer; P = Participant', 'I P', 'I=asker'],
  ['Jane Roe (moderator), Ben Lund (guest)', 'Jane Roe|Ben Lund', 'Jane Roe=moderator Ben Lund=answerer'],
  ['Moderation: A. Kern\nInterviewerin: B. Holt', 'Kern Holt', 'Holt=asker'],
  // Several on one line.
  ['Interviewer: Jane Roe. Interviewee: Bob Lee', 'Jane Roe|Bob Lee', 'Jane Roe=asker Bob Lee=answerer'],
  ['采访者：王一鸣　受访者：李二海', '王一鸣 李二海', '王一鸣=asker 李二海=answerer'],
  ['Interviewer: Jane Roe, with Bob Lee', 'Jane Roe|Bob Lee', ''],
  // What a headline tells is what happened.
  ['外交部发言人林岚主持例行记者会', '林岚', ''],
  ['记者林岚采访陈树', '林岚 陈树', ''],
  ['Jane Roe hosts Ben Lund', 'Jane Roe|Ben Lund', ''],
  // One letter, and the beginning of a longer word.
  ['A: Anna', 'Anna', ''],
  ['Moderator: Roebuck', 'Roe', ''],
]

describe('declaredRoles', () => {
  it.each(HEADS)('%s', (head, names, roles) => {
    const found = declaredRoles(head.split('\n'), names.split(names.includes('|') ? '|' : ' '))
    expect([...found].map((pair) => pair.join('=')).join(' ')).toBe(roles)
  })

  it('goes through the names once', () => {
    const names = ['Jane Roe', 'Bob Lee'].values()
    expect(declaredRoles(['Interviewer: Jane Roe, with Bob Lee'], names).size).toBe(0)
  })

  it('leaves out whom two things are said of', () => {
    expect(declaredRoles(['Moderator: Jane Roe', 'Guest: Jane Roe'], ['Jane Roe']).size).toBe(0)
  })

  it('tells who leads where labels are bare names', () => {
    const talk =
      '主持人：新闻局副局长 陈小岚\n\n陈小岚：各位好。下面请提问。\n\n海天社记者：新桥何时通车？\n\n赵一鸣：下个月。\n\n陈小岚：下一个。\n\n河口报记者：收费吗？\n\n赵一鸣：不收费。\n'
    const { turns, exchanges } = readTranscript(talk)
    expect(turns.map(({ role }) => role.charAt(0)).join('')).toBe('mqamqa')
    expect(exchanges.map(({ questions, answers }) => [questions, answers])).toEqual([
      [[1], [2]],
      [[4], [5]],
    ])
  })
})
