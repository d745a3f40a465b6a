import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const said = (text: string): readonly (readonly [string | null, string])[] =>
  readTranscript(text).turns.map(({ speaker, affiliation }) => [speaker, affiliation] as const)
const names = (text: string): string => readTranscript(text).speakers.join(' | ')

describe('one person by several names', () => {
  it.each([
    [
      'a title with the surname',
      'Jay Holm: Let us begin.\nQ: Is it open?\nMR. HOLM: It is.\nQ: And now?\nMR. HOLM: It still is.\n',
      'Jay Holm | Q',
    ],
    [
      'an office before the name',
      'Press Secretary Jay Holm: Let us begin.\nQ: Is it open?\nJay Holm: It is.\nQ: And now?\nJay Holm: It still is.\n',
      'Jay Holm | Q',
    ],
    [
      'capitals',
      'Jay Holm: Let us begin.\nQ: Is it open?\nJAY HOLM: It is.\nQ: And now?\nJay Holm: It still is.\n',
      'Jay Holm | Q',
    ],
    [
      'an initial',
      'John F. Alder: Let us begin.\nQ: Is it open?\nJohn Alder: It is.\nQ: And now?\nJohn Alder: It still is.\n',
      'John F. Alder | Q',
    ],
    [
      'a Chinese office',
      '外交部长陈树：大家好。\n记者：何时通车？\n陈树：下个月。\n记者：收费吗？\n陈树：不收费。\n',
      '陈树 | 记者',
    ],
    [
      'a Chinese title behind',
      '陈树：大家好。\n记者：何时通车？\n陈树市长：下个月。\n记者：收费吗？\n陈树：不收费。\n',
      '陈树 | 记者',
    ],
    [
      'a party in brackets',
      '山本花子（緑の会）：伺います。橋はいつですか。\n市長：来月です。\n山本花子：ありがとうございます。\n市長：どうも。\n',
      '山本花子 | 市長',
    ],
    [
      'a Korean office before and behind',
      '의장 박한별: 시작하겠습니다.\n최가람 의원: 찬성합니다.\n박한별 의장: 수고하셨습니다.\n최가람 의원: 감사합니다.\n',
      '박한별 | 최가람 의원',
    ],
    [
      'an office behind a comma',
      'Ann Lee, Mayor: Good morning.\nQ: Is it open?\nAnn Lee: It is.\nQ: And now?\nAnn Lee: It still is.\n',
      'Ann Lee | Q',
    ],
  ])('%s', (_, text, speakers) => {
    expect(names(text)).toBe(speakers)
  })

  it.each([
    [
      'two people of one surname',
      'MR. DALTON: Hello.\nMS. DALTON: Hello, you.\nMR. DALTON: Is it open?\nMS. DALTON: It is.\nJane Dalton: I heard it.\n',
      'MR. DALTON | MS. DALTON | Jane Dalton',
    ],
    [
      'two full names of one surname',
      'Ann Lee: Hello.\nBen Lee: Hello, you.\nMr. Lee: Is it open?\nAnn Lee: It is.\nBen Lee: Good.\nMr. Lee: Fine.\n',
      'Ann Lee | Ben Lee | Mr. Lee',
    ],
    [
      'one label for many',
      '海天社记者：何时通车？\n陈树：下个月。\n河口报记者：收费吗？\n陈树：不收费。\n记者：安全吗？\n陈树：安全。\n',
      '海天社记者 | 陈树 | 河口报记者 | 记者',
    ],
  ])('keeps %s apart', (_, text, speakers) => {
    expect(names(text)).toBe(speakers)
  })

  it('keeps what a label says beside the name', () => {
    expect(
      said(
        'Ann Lee, Mayor: Good morning.\nBen Roy (The Lantern): Is it open?\nAnn Lee: It is.\n外交部长陈树：你好。\n陈树：再见。\n',
      ),
    ).toEqual([
      ['Ann Lee', 'Mayor'],
      ['Ben Roy', 'The Lantern'],
      ['Ann Lee', ''],
      ['陈树', '外交部长'],
      ['陈树', ''],
    ])
  })

  it('asks where it is likely and not certain', () => {
    const text = '王小树：大家好。\n记者：何时通车？\n王部长：下个月。\n记者：收费吗？\n王小树：不收费。\n'
    expect(readTranscript(text).warnings.filter(({ code }) => code === 'alike-speakers')).toMatchObject([
      { values: { name: '王部长', other: '王小树' } },
    ])
  })
})

describe('doubts', () => {
  it.each([
    'Ann: Is it open?\nBen: It is.\nAnn: Since when?\nBen: Since May.\n',
    '记者：何时通车？\n陈树：下个月。\n记者：收费吗？\n陈树：不收费。\n',
    '**Ines:** What is a fold?\n\n**Otto:** A way to walk a list.\n\n**Ines:** Is it?\n\n**Otto:** It is.\n',
  ])('are none in a plain transcript', (text) => {
    expect(readTranscript(text).warnings).toEqual([])
  })

  it('lie between 0 and 1', () => {
    const text = '记者：何时通车？\n陈树：下个月。\n记者：收费吗？\n陈树：有一点：\n市长何苗：我补充。\n记者：谢谢吗？'
    for (const { doubt } of readTranscript(text).warnings) {
      expect(doubt).toBeGreaterThan(0)
      expect(doubt).toBeLessThanOrEqual(1)
    }
  })
})
