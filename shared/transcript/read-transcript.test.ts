import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

/** Each turn as [speaker, role, paragraphs …]. */
function turnsOf(text: string): readonly (readonly (string | null)[])[] {
  const { blocks, turns } = readTranscript(text)
  return turns.map((turn) => [
    turn.speaker,
    turn.role,
    ...blocks
      .slice(turn.firstBlock, turn.endBlock)
      .filter(({ kind }) => kind === 'paragraph')
      .map((block) => block.text),
  ])
}

const speakersOf = (text: string): readonly string[] => readTranscript(text).turns.map(({ speaker }) => speaker ?? '')
const setAsideOf = (text: string): readonly string[] =>
  readTranscript(text).blocks.flatMap(({ setAside, text: words }) =>
    setAside === null ? [] : [`${setAside}: ${words}`],
  )

describe('speech without full stops', () => {
  const said = [
    '主持人：大家好 今天请到了林知远',
    '林知远：大家好',
    '主持人：最近在忙什么呢',
    '林知远：写一本书 关于城市的',
    '主持人：什么时候出版',
    '林知远：明年吧 也说不好',
  ]

  it.each(['\n', '\n\n'])('parts turns that recognition wrote down without punctuation, lines parted by %j', (gap) => {
    const turns = turnsOf(said.join(gap))
    expect(turns.map(([speaker, , ...paragraphs]) => `${speaker}：${paragraphs.join('\n')}`)).toEqual(said)
  })

  it('takes one turn without a full stop for a turn like the others', () => {
    const text = '记者：桥何时通车？\n林知远：下个月吧真好\n记者：收费吗？\n林知远：不收费😀\n'
    expect(speakersOf(text)).toEqual(['记者', '林知远', '记者', '林知远'])
  })
})

describe('labels with a colon', () => {
  it('parts questions from answers, and leaves times, ratios and addresses alone', () => {
    const text =
      'Alice: When did you come?\nBob: At 12:30. The odds were 3:2.\nAlice: See http://example.org for that?\nBob: Yes.\nTwo things: patience and luck.\n'
    expect(turnsOf(text)).toEqual([
      ['Alice', 'question', 'When did you come?'],
      ['Bob', 'answer', 'At 12:30. The odds were 3:2.'],
      ['Alice', 'question', 'See http://example.org for that?'],
      ['Bob', 'answer', 'Yes.', 'Two things: patience and luck.'],
    ])
  })

  it('leaves quoted speech and lists to the speaker', () => {
    const text = '问：什么时候来的？\n答：昨天。\n他说：“我们走吧。”\n问：为什么？\n答：原因有三点：\n第一，天气好。'
    expect(turnsOf(text)).toEqual([
      ['问', 'question', '什么时候来的？'],
      ['答', 'answer', '昨天。', '他说：“我们走吧。”'],
      ['问', 'question', '为什么？'],
      ['答', 'answer', '原因有三点：', '第一，天气好。'],
    ])
  })

  it('is content with two turns', () => {
    expect(speakersOf('問：您好嗎？\n\n答：很好。')).toEqual(['問', '答'])
    expect(speakersOf('Mara Lindqvist: Do you like it?\nJon Abara: I do.')).toEqual(['Mara Lindqvist', 'Jon Abara'])
  })

  it('knows neither Chinese nor English names in other scripts, and learns them from repetition', () => {
    expect(speakersOf('Иван: Как дела?\nМария: Хорошо.\nИван: Где ты была?\nМария: Дома.')).toHaveLength(4)
    expect(speakersOf('דוד: מה שלומך?\nרות: טוב.\nדוד: איפה היית?\nרות: בבית.')).toHaveLength(4)
  })

  it('takes an office behind a name for part of the label, even where it comes once', () => {
    const text =
      'Renna Okafor-Lisle, Minister of Transport: Good morning.\nPetra Lindqvist-Soto, The Daily Lantern: Is it safe?\nRenna Okafor-Lisle, Minister of Transport: It is.\nQ: Since when?\nRenna Okafor-Lisle, Minister of Transport: Since May.\n'
    expect(turnsOf(text).map(([speaker, role]) => `${speaker?.split(',')[0]}: ${role}`)).toEqual([
      'Renna Okafor-Lisle: other',
      'Petra Lindqvist-Soto: question',
      'Renna Okafor-Lisle: answer',
      'Q: question',
      'Renna Okafor-Lisle: answer',
    ])
  })

  it('learns who asks from who stands between the turns of one person', () => {
    const text =
      '闻砚秋：大家好。\n海天社陈舟：桥何时通车？\n闻砚秋：下个月。\n河口周南：收费吗？\n闻砚秋：不收。\n山城林海：安全吗？\n闻砚秋：安全。\n'
    expect(readTranscript(text).exchanges).toHaveLength(3)
    expect(
      speakersOf('기자: 언제 개통됩니까?\n시장: 다음 달입니다.\n기자: 비용은?\n시장: 삼억 원입니다.'),
    ).toHaveLength(4)
  })

  it('hears a chat without full stops', () => {
    const text = 'alice: hi are you there\nbob: yeah i am\nalice: cool what do you think\nbob: no idea\n'
    expect(speakersOf(text)).toEqual(['alice', 'bob', 'alice', 'bob'])
  })

  it('takes the head of the file for what it is', () => {
    const head = 'Date: 3 May 2021\nPlace: Harbour Office\nInterviewer: Lena Voss\nInterviewee: Karl Brandt\n\n'
    const talk = 'Lena Voss: How are you?\nKarl Brandt: Fine.\nLena Voss: What do you remember?\nKarl Brandt: The tar.'
    expect(speakersOf(head + talk)).toEqual(['Lena Voss', 'Karl Brandt', 'Lena Voss', 'Karl Brandt'])
  })
})

describe('labels in other forms', () => {
  it.each([
    ['bold', '**Ines:** What is a fold?\n\n**Otto:** A way. **Important:** no magic.\n', ['Ines', 'Otto']],
    ['bold inside of the colon', '**Ines**: What is a fold?\n\n**Otto**: A way to walk a list.\n', ['Ines', 'Otto']],
    ['headings', '### Ana：\nAre you well?\n\n### Ben：\nI am.\n\n### Ben：\nThank you.\n', ['Ana', 'Ben', 'Ben']],
    ['brackets', '[p1] I liked it.\n\n[p2] I did not.\n\n[p1] [laughs] Why?\n', ['p1', 'p2', 'p1']],
    [
      'circles',
      '◯山本花子（緑の会）　予算を伺います。\n橋です。\n\n◯建設局長　お答えいたします。\n',
      ['山本花子', '建設局長'],
    ],
    [
      'circles with brackets',
      '○（山本花子議長）　開会いたします。\n○（森知事）　お答えします。\n',
      ['山本花子議長', '森知事'],
    ],
    [
      'circles in Korean',
      '◯의장 박한별 회의를 시작하겠습니다.\n\n◯최가람 의원 찬성합니다.\n',
      ['의장 박한별', '최가람 의원'],
    ],
    [
      'letters',
      'MS. DALTON: Hello.\n\nQ    Is it open?\n\nMS. DALTON: Yes.\n\nQ    And now?\n',
      ['MS. DALTON', 'Q', 'MS. DALTON', 'Q'],
    ],
    [
      'lines of their own',
      '  Dr. Ute Kern (ABC):\n  Guten Tag.\n  Präsident Jan Holt:\n  Danke.\n  Dr. Ute Kern (ABC):\n  Bitte.',
      ['Dr. Ute Kern', 'Präsident Jan Holt', 'Dr. Ute Kern'],
    ],
    [
      'small capitals',
      'Mr. SMITHSON of Ohio. I rise today.\nMrs. TAYLOR. I yield.\n',
      ['Mr. SMITHSON of Ohio', 'Mrs. TAYLOR'],
    ],
    ['tags', '<SPEAKER ID=1 NAME="Rossi">\nGrazie.\n<SPEAKER ID=2 NAME="Bianchi">\nPrego.\n', ['Rossi', 'Bianchi']],
  ])('%s', (_, text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers)
  })

  it('keeps times', () => {
    const court = '[0:00:05.120] JUSTICE HALE: Why?\n[0:01:25.520] MS. PORTER: Because.\n'
    expect(readTranscript(court).turns.map(({ time, speaker }) => [time, speaker])).toEqual([
      ['0:00:05.120', 'JUSTICE HALE'],
      ['0:01:25.520', 'MS. PORTER'],
    ])
    const recorder = 'Speaker 1  00:00\nWhat do you do?\n\nSpeaker 2  00:12\nI mend nets.\n'
    expect(readTranscript(recorder).turns.map(({ time, speaker }) => [time, speaker])).toEqual([
      ['00:00', 'Speaker 1'],
      ['00:12', 'Speaker 2'],
    ])
  })

  it('leaves block quotes behind a turn to nobody', () => {
    const { blocks } = readTranscript('### Ana:\nAre you well?\n\n> (laughter)\n\n### Ben:\nI am.\n')
    expect(blocks.find(({ text }) => text === '> (laughter)')).toMatchObject({ kind: 'paragraph', turn: null })
  })
})

describe('text without speakers', () => {
  it.each([
    [
      'stays prose',
      'The harbour was quiet. One thing was clear: the boats stayed.\n\nNote: this is prose.\n\nHe said: "We wait."',
    ],
    [
      'stays prose in Chinese',
      '清晨的港口很安静。有一点很清楚：船不会出海。\n\n他说：“我们等。”\n\n注意：以上不是访谈。\n时间：2020年\n地点：河口',
    ],
    [
      'stays a list',
      'Ingredients: flour\nMethod: bake\n\nIngredients: milk\nMethod: boil\n\nIngredients: salt\nMethod: wait',
    ],
  ])('%s', (_, text) => {
    const { turns, blocks, warnings } = readTranscript(text)
    expect(turns).toEqual([])
    expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true)
    expect(warnings.map(({ code }) => code)).toEqual(['no-turns'])
  })

  it.each([
    ['a recipe', 'Pancakes\n\nServes: 4\n\nMethod: Whisk all. You can add sugar.\nTip: Would you like soda? Add it.\n'],
    [
      'a glossary',
      'Osmosis: Water moves. Why does it matter to you?\nEnzyme: A protein.\nCell Wall: The outer layer.\n',
    ],
    [
      'a program',
      'try:\n    run(you)\nexcept ValueError:\n    stop()\ntry:\n    rest()\nexcept ValueError:\n    stop()\n',
    ],
    ['a novel', '林黛说：“你来了？”\n王树道：“来了。”\n林黛说：“我等你很久了。”\n王树道：“对不起。”\n'],
    ['minutes', '时间：2031年\n地点：大厅\n主持人：陈树\n出席：林海、周南\n\n工程进展：\n桥面已经铺完。\n'],
    [
      'links',
      '[Guide] is here.\n\nWhat else do you need?\n\n[Guide]: https://example.org\n[Guide]: https://example.com\n',
    ],
  ])('invents nobody in %s', (_, text) => {
    expect(readTranscript(text).turns).toEqual([])
  })

  it('has nothing to say of an empty text', () => {
    expect(readTranscript('')).toEqual({ blocks: [], turns: [], exchanges: [], speakers: [], warnings: [] })
    expect(readTranscript(' \n\n').blocks).toEqual([])
  })
})

const COLUMN = [
  '市政府昨天举行记者会，说明新桥工程',
  '的进展情况。',
  '陈树：各位朋友，大家早上好！今天',
  '请大家来，是想谈一谈河上的新桥，以及',
  '它给两岸居民带来的方便。',
  '江城晚报记者：新桥什么时候通车？费',
  '用一共多少？',
  '陈树：新 桥 的 工 程 ，已 经 完 成 ，现',
  '在正做检查，预计 2031 年通车。',
  '费用有两部分：',
  '一部分由市里承担，一部分由国家承担，',
  '两部分大致相当。',
  '北岸区广播电台与南岸区广播联合电视',
  '台记者：通车以后收费吗？周围的居民很',
  '关心这个问题。',
  '陈树：不收费。对居民来说，这座桥和',
  '一条普通的路没有两样，谁都可以走。',
  '（下转第三版）',
  '市长陈树昨天在新落成的河岸大厅里举行的记者会上就新桥工程',
  '回答本市和外地记者的提问',
  '记者会昨天下午在河岸大厅举行，来自十二家媒体的记者参加，会后大家参观了',
  '工地。',
  '本报记者 何苗摄',
]

describe.each([
  ['an empty line after every line', '\n\n'],
  ['no empty lines', '\n'],
])('a newspaper column with %s', (_, ending) => {
  const text = COLUMN.join(ending)

  it('joins lines and closes up letter-spacing', () => {
    expect(turnsOf(text)).toEqual([
      ['陈树', 'other', '各位朋友，大家早上好！今天请大家来，是想谈一谈河上的新桥，以及它给两岸居民带来的方便。'],
      ['江城晚报记者', 'question', '新桥什么时候通车？费用一共多少？'],
      [
        '陈树',
        'answer',
        '新桥的工程，已经完成，现在正做检查，预计 2031 年通车。',
        '费用有两部分：',
        '一部分由市里承担，一部分由国家承担，两部分大致相当。',
      ],
      ['北岸区广播电台与南岸区广播联合电视台记者', 'question', '通车以后收费吗？周围的居民很关心这个问题。'],
      ['陈树', 'answer', '不收费。对居民来说，这座桥和一条普通的路没有两样，谁都可以走。'],
    ])
  })

  it('sets the furniture of the page aside', () => {
    expect(setAsideOf(text)).toEqual([
      'preamble: 市政府昨天举行记者会，说明新桥工程的进展情况。',
      'jump-line: （下转第三版）',
      'headline: 市长陈树昨天在新落成的河岸大厅里举行的记者会上就新桥工程回答本市和外地记者的提问',
      'caption: 记者会昨天下午在河岸大厅举行，来自十二家媒体的记者参加，会后大家参观了工地。',
      'credit: 本报记者 何苗摄',
    ])
  })

  it('warns of the label that the column cut', () => {
    expect(readTranscript(text).warnings.map(({ code }) => code)).toEqual(['label-split-over-lines'])
  })
})

it('sets heads of pages and rules aside, also where nothing is numbered', () => {
  const page = (number: number): readonly string[] =>
    Array.from({ length: 13 }, (_, k) => `江上的风很大，两岸的${number * 13 + k}人都在看新桥怎样合`)
  const text = [
    '问：桥何时合龙？',
    '答：明天。',
    ...[1, 2, 3, 4].flatMap((number) => [...page(number), '河口日报　第三版']),
    '龙。',
    '———',
    '问：几点？',
    '答：九点。',
  ].join('\n')
  expect(setAsideOf(text)).toEqual([
    ...Array.from({ length: 4 }, () => 'running-head: 河口日报　第三版'),
    'end-mark: ———',
  ])
})

it('takes no note in brackets for the first half of a label', () => {
  const text = [
    '主席：請各位議員安靜，我們現在開始辯論',
    '這個議案，請陳議員先發言。',
    '（陳樹議員返回座位）',
    '陳樹議員：多謝主席，我認為新橋應該儘快',
    '動工，市民已經等了很多年了。',
    '主席：請下一位。',
  ].join('\n')
  expect(speakersOf(text)).toEqual(['主席', '陳樹議員', '主席'])
})

describe('hard-wrapped English', () => {
  it('joins lines with a space and hears paragraphs end', () => {
    const text = `INTERVIEWER: When you first came to the valley, what was
it that made you want to stay, and did you ever think of
leaving again?
HANNAH ROWE: The quiet. I had lived in the city for almost
twenty years, and the quiet was what I noticed before all
the rest. I never thought of leaving.

It was only later that I came to know the people, and they
were kind to me from the first day.
`
    expect(turnsOf(text)).toEqual([
      [
        'INTERVIEWER',
        'question',
        'When you first came to the valley, what was it that made you want to stay, and did you ever think of leaving again?',
      ],
      [
        'HANNAH ROWE',
        'answer',
        'The quiet. I had lived in the city for almost twenty years, and the quiet was what I noticed before all the rest. I never thought of leaving.',
        'It was only later that I came to know the people, and they were kind to me from the first day.',
      ],
    ])
  })
})

describe('roles and exchanges', () => {
  const exchangesOf = (text: string): readonly string[] =>
    readTranscript(text).exchanges.map(({ questions, answers }) => `${questions.join('+')}>${answers.join('+')}`)

  it('knows who leads', () => {
    const text =
      '主持人：现在开始。\n记者：新桥何时通车？\n发言人：下个月。\n主持人：最后一个问题。\n河口日报记者：收费吗？\n发言人：不收。'
    expect(turnsOf(text).map(([, role]) => role)).toEqual([
      'moderator',
      'question',
      'answer',
      'moderator',
      'question',
      'answer',
    ])
    expect(exchangesOf(text)).toEqual(['1>2', '4>5'])
  })

  it('keeps follow-ups, several askers and several answers together', () => {
    const text =
      '南湾日报记者：桥什么时候修？\n陈树：明年。\n南湾日报记者：为什么不是今年？\n陈树：没有钱。\n东山电台记者：学校呢？\n西林晚报记者：医院呢？\n陈树：都会修。\n何苗：我补充一点，医院先修。\n'
    expect(exchangesOf(text)).toEqual(['0+2>1+3', '4+5>6+7'])
  })

  it('sees no questions and answers in a debate', () => {
    const text =
      '主席：现在开会。\n林海议员：我赞成这个议案。\n主席：请下一位。\n周南议员：我反对这个议案。\n主席：现在表决。\n'
    expect(turnsOf(text).map(([, role]) => role)).toEqual(['moderator', 'other', 'moderator', 'other', 'moderator'])
    expect(exchangesOf(text)).toEqual([])
  })

  it('warns of a question that nobody answers', () => {
    const text = '记者：新桥何时通车？\n陈树：下个月。\n记者：收费吗？'
    expect(readTranscript(text).warnings.map(({ code }) => code)).toEqual(['unanswered-question'])
  })
})
