import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const rolesOf = (text: string): string =>
  readTranscript(text)
    .turns.map(({ role }) => role.charAt(0))
    .join('')
const exchangesOf = (text: string): string =>
  readTranscript(text)
    .exchanges.map(({ questions, answers }) => `${questions.join('+')}>${answers.join('+')}`)
    .join(' ')

/** Roles by their first letters: question, answer, moderator, other. */
const TALKS: readonly (readonly [name: string, text: string, roles: string, exchanges: string])[] = [
  ['an interview by letters', 'Q: Is it open?\nA: It is.\nQ: Since when?\nA: Since May.\n', 'qaqa', '0>1 2>3'],
  [
    'an interview by names',
    'Ann: When did you come?\nBen: In spring. I was young then, and I had no boat.\nAnn: Why?\nBen: I liked it here, and nobody sent me away.\n',
    'qaqa',
    '0>1 2>3',
  ],
  [
    'an answer by two',
    '记者：新桥何时通车？\n陈树：下个月通车。\n何苗：我补充一点，先通行人。\n记者：收费吗？\n陈树：不收费。\n',
    'qaaqa',
    '0>1+2 3>4',
  ],
  [
    'a question by two',
    'Reporter: Is it open?\nJournalist: And is it free?\nMayor Lund: It is both, and it will stay so.\nReporter: Thank you. Since when?\nMayor Lund: Since May.\n',
    'qqaqa',
    '0+1>2 3>4',
  ],
  [
    'a follow-up',
    '南湾日报记者：桥什么时候修？\n陈树：明年。\n南湾日报记者：为什么不是今年？\n陈树：没有钱。\n东山电台记者：学校呢？\n陈树：后年。\n西林晚报记者：医院呢？\n陈树：后年。\n',
    'qaqaqaqa',
    '0+2>1+3 4>5 6>7',
  ],
  [
    'the floor given in between',
    '主持人：请提问。\n海天社记者：何时通车？\n主持人：请市长回答。\n市长陈树：下个月。\n主持人：下一个。\n河口报记者：收费吗？\n市长陈树：不收费。\n',
    'mqmamqa',
    '1>3 5>6',
  ],
  [
    'an evaded question of many parts',
    'Q: First, what did it cost? Second, who paid? And third, when will you publish the figures?\nTHE MINISTER: I have said all that I have to say about the bridge, and I am proud of it.\nQ: But who paid?\nTHE MINISTER: Next question, please.\n',
    'qaqa',
    '0>1 2>3',
  ],
  [
    'thanks at the end',
    '记者：新桥何时通车？\n陈树：下个月。\n记者：收费吗？\n陈树：不收费。\n记者：谢谢。\n',
    'qaqaq',
    '0>1 2>3',
  ],
  [
    'a debate',
    'Präsident Holt: Das Wort hat Frau Kern.\nUte Kern (ABC): Herr Präsident! Wir lehnen das ab. Wozu auch?\nPräsident Holt: Danke. Herr Brandt, bitte.\nKarl Brandt (XYZ): Wir stimmen zu.\nPräsident Holt: Wer stimmt dafür? Wer ist dagegen?\n',
    'momom',
    '',
  ],
  [
    'a sitting in which members ask',
    '○議長　ただいまから会議を開きます。\n○山本花子（緑の会）　道路について伺います。予算はいくらですか。\n○道路局長　三億円でございます。\n○森太郎（青の会）　橋はいつ開通しますか。\n○市長　来月でございます。\n',
    'mqaqa',
    '1>2 3>4',
  ],
  [
    'questions behind a dash',
    '— When did you begin to paint?\nI was nine. I never stopped.\n— And when did you sell a picture?\nMuch later. I was forty.\n— Did that change you?\nNot at all.\n',
    'qaqaqa',
    '0>1 2>3 4>5',
  ],
  [
    'an opening before the questions',
    '陈树：各位好，今天谈谈新桥。\n记者：新桥何时通车？\n陈树：下个月。\n',
    'oqa',
    '1>2',
  ],
]

describe('who asks, who answers, and what belongs together', () => {
  it.each(TALKS)('%s', (_, text, roles, exchanges) => {
    expect([rolesOf(text), exchangesOf(text)]).toEqual([roles, exchanges])
  })
})
