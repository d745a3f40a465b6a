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
    'a follow-up whose label says so',
    '法新社记者：何时会谈？\n林岚：下周。\n法新社记者追问：在哪里？\n林岚：我没有消息。\n路透社记者：谁来？\n林岚：两国部长。\n',
    'qaqaqa',
    '0+2>1+3 4>5',
  ],
  [
    'labels that say what is done',
    '审判长：现在开庭。你有异议吗？\n被告人：没有异议。\n审判长：可以发问。\n辩护人问：案发当天你在哪里？\n被告人答：在家里。\n辩护人：没有别的问题。\n审判长：休庭。\n',
    'momqaom',
    '3>4',
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
    'a chair who calls whoever answers',
    '○議長（高橋一郎君）　これより会議を開きます。\n○十二番（佐藤花子君）　廃止の理由は何でしょうか。\n○議長（高橋一郎君）　市長。\n○市長（林健一君）　理由は利用者の減少でございます。\n○議長（高橋一郎君）　静粛に願います。\n',
    'mqmam',
    '1>3',
  ],
  [
    'a chair beside a head of government',
    'La señora PRESIDENTA: Señor Ruiz, tiene la palabra.\nEl señor RUIZ GÓMEZ: Gracias, señora presidenta. ¿Piensa usted dimitir?\nLa señora PRESIDENTA: Señor presidente del Gobierno.\nEl señor PRESIDENTE DEL GOBIERNO (Sanz Castell): No, señoría.\nLa señora PRESIDENTA: ¡Silencio, por favor!\nEl señor RUIZ GÓMEZ: Entonces conteste: ¿cuántos parados hay hoy?\nEl señor PRESIDENTE DEL GOBIERNO (Sanz Castell): Menos que ayer.\n',
    'mqmamqa',
    '1>3 5>6',
  ],
  [
    'a chair who is named by the office alone',
    "PRESIDENTE. Ha chiesto di parlare il deputato Bianchi. Ne ha facoltà.\n\nLUIGI BIANCHI (PD-IDP). Grazie, Presidente. La domanda è semplice: dove sono i fondi?\n\nPRESIDENTE. Il sottosegretario Ferri ha facoltà di rispondere.\n\nANNA FERRI, Sottosegretaria di Stato per l'Economia. Grazie, Presidente. I fondi sono stati stanziati.\n\nPRESIDENTE. Il deputato Bianchi ha facoltà di replicare.\n\nLUIGI BIANCHI (PD-IDP). Non sono soddisfatto.\n",
    'mqmamq',
    '1>3',
  ],
  [
    'who only calls names',
    'CHAIR HOLT.  Thank you. I look forward to your questions.\n\nMARTHA BELL.  Oliver.\n\nOLIVER KERN.  Thank you.  If you are not sure, why skip this meeting?\n\nCHAIR HOLT.  So the question of speed is separate from that of level.\n\nMARTHA BELL.  Petra.\n\nPETRA LIND.  Did the Committee discuss a pause?\n\nCHAIR HOLT.  We did.\n',
    'omqamqa',
    '2>3 5>6',
  ],
  [
    'a host who asks',
    '主持人 张三：各位观众晚上好。先请李教授谈谈，人工智能会不会取代老师？\n李四：我的观点很明确：不会。\n主持人 张三：王总同意吗？\n王五：我部分同意。但是一个学生一个晚上能问三百个问题。\n李四：问三百个问题不等于思考三百次。\n主持人 张三：好，我们休息一下。\n',
    'qaqaaq',
    '0>1 2>3+4',
  ],
  [
    'a host who opens the talk',
    '主持人：各位来宾，大家好。今天请到两位老师。\n林海生：大家好。\n何苗：大家好，我是何苗。\n主持人：先请林老师谈谈，什么是好的课堂？\n林海生：好的课堂有笑声。\n何苗：我同意，还要有安静的时候。\n主持人：怎么才能安静？\n何苗：先听，再说。\n',
    'qaaqaaqa',
    '0>1+2 3>4+5 6>7',
  ],
  [
    'an interview without a question mark',
    '访员：您什么时候来的\n受访者：零八年\n访员：那时候做什么\n受访者：在码头做工\n',
    'qaqa',
    '0>1 2>3',
  ],
  [
    'a dash before each turn',
    '—¿Cuándo empezó a pintar?\n—A los cuarenta. Antes era contable.\n—¿Y qué le hizo cambiar?\n—Un incendio. Perdí la oficina.\n—¿No tuvo miedo?\n—Mucho. Pero más miedo me daba volver a los números.\n',
    'qaqaqa',
    '0>1 2>3 4>5',
  ],
  [
    'several who ask one',
    '1. Jane Hartley (Aldermoor) (Lab): What steps is he taking? [901772]\nThe Secretary of State (Mr Peter Coombe): Several steps.\nJane Hartley: Which?\nMr Coombe: Three.\n2. Anwar Malik (Burnside) (SNP): When will he visit? [901773]\nMr Coombe: In May.\nQ3. Lucy Orr (Dale) (Con): Will he resign? [901774]\nMr Coombe: No.\n',
    'qaqaqaqa',
    '0+2>1+3 4>5 6>7',
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
