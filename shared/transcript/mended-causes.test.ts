import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const speakersOf = (text: string): string =>
  readTranscript(text)
    .turns.map(({ speaker }) => speaker)
    .join(' | ')

const asidesOf = (text: string): readonly string[] =>
  readTranscript(text).blocks.flatMap(({ setAside, text: words }) =>
    setAside === null ? [] : [`${setAside}: ${words}`],
  )

const readOf = (text: string): readonly string[] =>
  readTranscript(text).blocks.flatMap(({ kind, text: words }) => (kind === 'paragraph' ? [words] : []))

describe('who speaks', () => {
  it.each([
    [
      'a short headline above a label, in a narrow column',
      '就供水问题答记者\n\n问：请问停水是什么原因造\n\n成的？影响了多少户居民的\n\n正常生活用水？\n\n答：主要是一处干管老化破\n\n裂，影响了大约三千户居民。\n\n问：什么时候能够恢复供水\n\n呢？居民都很着急。\n\n答：预计今天晚上十点以前\n\n全面恢复，请大家放心。\n',
      '问 | 答 | 问 | 答',
    ],
    [
      'a headline with a colon above a label',
      '发布会实录：完善收入分配\n新华社记者：这个问题提得很好，\n很多群众都关心。有的地方反映，\n基层负担还比较重，我们也注意\n到了这个情况。请问您怎么看？\n周明远：刚才您提到的数字，我\n们正在核实。下一步，我们将重\n点做好三方面工作。\n路透社记者：有没有时间表？听\n说年底就要公布有关的办法，请\n您证实。\n周明远：时间表还没有确定，确\n定以后会及时公布。\n',
      '新华社记者 | 周明远 | 路透社记者 | 周明远',
    ],
    [
      'people who interrupt each other',
      'MR. HALE: Did you go to the office on Monday or did you\nstay at home, as you told the inspector in your first\nstatement, which I have here and which you signed on the\nMS. ORR: I stayed at home. I was ill, and I told them so,\nand they wrote it down, and I signed it, and that is all I\nMR. HALE: But the porter saw you at nine in the morning on\nthe stairs, with a parcel under your arm and a hat on your\nMS. ORR: The porter is mistaken. He is always mistaken and\neverybody in the house knows it, you can ask anybody there.\nMR. HALE: I will.\n',
      'MR. HALE | MS. ORR | MR. HALE | MS. ORR | MR. HALE',
    ],
    [
      'speech recognition without full stops',
      '访员：那你是什么时候开始做这个工作的\n受访者：大概是零八年吧那时候刚毕业什么\n也不懂就来了一开始在车间里面后来调到办\n公室\n访员：一个人来的吗当时有没有人带你\n受访者：跟一个老乡一起来的他后来回去了\n我就留下来了\n访员：嗯\n受访者：一留就是十五年\n',
      '访员 | 受访者 | 访员 | 受访者 | 访员 | 受访者',
    ],
    [
      'names that wide blanks part',
      '记　者：为什么离开？\n张　三：想家了。\n记　者：家在哪里？\n李小四：在江边。\n张　三：对。\n',
      '记者 | 张三 | 记者 | 李小四 | 张三',
    ],
    [
      'letters alone on their lines',
      'Q\n\nWhen did you start?\n\nA\n\nIn 1951. I was fourteen.\n\nQ\n\nWho hired you?\n\nA\n\nMr. Platt. He knew my father.\n',
      'Q | A | Q | A',
    ],
    [
      'offices that begin with a title',
      'Jane Hartley: Does he agree?\nThe Minister of State: Yes.\nJane Hartley: When?\nThe Minister of State: Soon.\n',
      'Jane Hartley | The Minister of State | Jane Hartley | The Minister of State',
    ],
    [
      'lines with numbers',
      '1            JUSTICE GRANT:  Mr. Smithers, before you\n2    go on, is there any court that has held otherwise?\n3             MR. SMITHERS:  No, Justice Grant. There is\n4    none. The second one --\n5             JUSTICE HALE:  What about the ninth?\n6             MR. SMITHERS:  The ninth reserved the\n7    question.\n8             JUSTICE HALE:  Reserved it.\n',
      'JUSTICE GRANT | MR. SMITHERS | JUSTICE HALE | MR. SMITHERS | JUSTICE HALE',
    ],
    [
      'turns with numbers',
      '1. Interviewer: When did you arrive?\n2. Ruth: In March.\n3. Interviewer: Who met you?\n4. Ruth: My uncle.\n5. Interviewer: And then?\n6. Ruth: Then we ate.\n',
      'Interviewer | Ruth | Interviewer | Ruth | Interviewer | Ruth',
    ],
    [
      'a table whose first row names its columns',
      'No.\tSpeaker\tText\tRemark\n1\tAnna\tWhere are you from?\t\n2\tBen\tFrom the coast.\tdialect\n3\tAnna\tWhen did you come?\t\n4\tBen\tIn May.\t\n',
      'Anna | Ben | Anna | Ben',
    ],
    [
      'a table with the speaker in the last column',
      'Timespan\tContent\tSpeaker\n0:00.0 - 0:07.4\tSo how did you come to nursing?\tAnna\n0:07.4 - 0:21.0\tMy aunt was a nurse.\tRuth\n0:21.0 - 0:24.9\tAnd what did you see?\tAnna\n',
      'Anna | Ruth | Anna',
    ],
  ])('finds them in %s', (_, text, speakers) => {
    expect(speakersOf(text)).toBe(speakers)
  })

  it.each([
    [
      'lists below names',
      'Release 2.1\n\n[ Anna Berg ]\n* Fix the parser.\n* Add tests.\n\n[ Li Wei ]\n* Remove the cache.\n\n[ Anna Berg ]\n* Update the manual.\n',
    ],
    [
      'lists below headings',
      'New features:\no   Add a window.\no   Add a door.\n\nFixed Bugs:\no   Mend the roof. Thanks to you.\n\nNew features:\no   Add a lamp.\n\nFixed Bugs:\no   Mend the wall.\n',
    ],
    [
      'a numbered recipe',
      '1   Heat the oven.\n2   Mix flour and milk.\n3   Add the eggs.\n4   Pour it out.\n5   Bake it.\n6   Eat it: it is good.\n7   Wash up.\n',
    ],
  ])('finds nobody in %s', (_, text) => {
    expect(speakersOf(text)).toBe('')
  })
})

describe('what is no speech', () => {
  it('takes a headline with a colon for one', () => {
    const text =
      '座谈会实录：完善城市交通规划\n\n市民：地铁什么时候能够开通？\n\n周明远：明年。\n\n市民：票价会不会上涨？\n\n周明远：不会。\n'
    expect(asidesOf(text)).toEqual(['headline: 座谈会实录：完善城市交通规划'])
  })

  it('takes heads with the number of the page on the same line out of sentences', () => {
    const head = (page: number): string => `Interview with Ruth Hale, 3 May 2001          ${page}`
    const text = `Interviewer: How did it end?\nRuth: We left in the night. My mother carried\n${head(2)}\nthe clock, and I carried the cat, which did\nnot want to be carried.\nInterviewer: Just the clock?\nRuth: And the cat. And a bag of flour, because\n${head(3)}\nmy aunt had said that there was no flour in\nthe south.\nInterviewer: Was there?\nRuth: There was plenty. We used ours for glue,\n${head(4)}\nin the end, to paper the walls.\n`
    expect(asidesOf(text)).toEqual([2, 3, 4].map((page) => `running-head: ${head(page)}`))
    expect(readOf(text)).toContain('There was plenty. We used ours for glue, in the end, to paper the walls.')
  })

  it('leaves names at even distances to those who bear them', () => {
    const turn = (name: string, k: number): string =>
      `${name}\n${`Sentence ${k} was said by somebody. `.repeat(2).trim()}\n`
    const names = [
      'Reuters correspondent',
      'Jane Hartley',
      'Times correspondent',
      'Jane Hartley',
      'Post correspondent',
      'Jane Hartley',
    ]
    const text = `On the water report\n\n${Array.from({ length: 24 }, (_, k) => turn(names[k % 6] ?? '', k)).join('\n')}`
    expect(asidesOf(text).filter((aside) => aside.startsWith('running-head'))).toEqual([])
  })

  it('keeps the opening of a conference in the reading', () => {
    const text =
      'Opening remarks by Minister Helen Marsh\nGood morning. Thank you all for coming. Today we publish the water report.\nIt has three findings.\n\nQuestion: How old are the pipes?\nHelen Marsh: Sixty years, on average.\nQuestion: And the lake?\nHelen Marsh: Two metres below normal.\n'
    expect(asidesOf(text)).toEqual(['headline: Opening remarks by Minister Helen Marsh'])
    expect(readOf(text).slice(0, 2)).toEqual([
      'Good morning. Thank you all for coming. Today we publish the water report.',
      'It has three findings.',
    ])
  })

  it.each([['Transcribed by Jane Roe, May 2001'], ['（本报记者 李明 采写）'], ['Priya Nair stopped transcription']])(
    'knows who made the transcript: %s',
    (words) => {
      const text = `Anna: When did you come?\nBen: In May.\nAnna: Why?\nBen: I do not know.\n${words}\n`
      expect(asidesOf(text)).toEqual([`note: ${words}`])
    },
  )

  it('takes times out of what is said, and gives them to turns', () => {
    const text =
      'Speaker 1: [00:00:04] When did you arrive?\n\nSpeaker 2: [00:00:07] In February. [00:00:12] I had never seen snow.\n\nSpeaker 1: [00:00:15] Who met you?\n\nSpeaker 2: My uncle. #00:00:17-2#\n'
    expect(readTranscript(text).turns.map(({ time }) => time)).toEqual(['00:00:04', '00:00:07', '00:00:15', null])
    expect(readOf(text)).toEqual([
      'When did you arrive?',
      'In February. I had never seen snow.',
      'Who met you?',
      'My uncle.',
    ])
  })

  it('gives times on lines of their own to turns', () => {
    const text =
      '00:00:04\nAnna: When did you come?\n\n00:00:07\nBen: In May.\n\n00:00:12\nAnna: Why?\n\n00:00:15\nBen: I do not know.\n'
    expect(readTranscript(text).turns.map(({ time }) => time)).toEqual(['00:00:04', '00:00:07', '00:00:12', '00:00:15'])
  })
})

describe('paragraphs', () => {
  it('are not cut at short lines where blank lines part them', () => {
    const paragraph = (k: number): string =>
      `The committee number ${k} met in the old town hall again.${k === 3 ? '\nNobody came.' : ''}\nThe members went home by the river and talked of other\nthings for a long while.`
    const talk = Array.from(
      { length: 6 },
      (_, k) =>
        `Reporter: What happened then, in the year that we speak of now?\n\nHelen Marsh: ${paragraph(k)}\n\n${paragraph(k + 9)}`,
    )
    const { turns, blocks } = readTranscript(talk.join('\n\n'))
    const answers = turns.filter(({ speaker }) => speaker === 'Helen Marsh')
    const counts = answers.map(
      ({ firstBlock, endBlock }) =>
        blocks.slice(firstBlock, endBlock).filter(({ kind }) => kind === 'paragraph').length,
    )
    expect(counts).toEqual([2, 2, 2, 2, 2, 2])
  })
})
