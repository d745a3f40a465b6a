import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const rolesOf = (text: string): readonly string[] =>
  readTranscript(text).turns.map(({ speaker, role }) => `${speaker ?? '-'} ${role}`)
const speakersOf = (text: string): readonly (string | null)[] =>
  readTranscript(text).turns.map(({ speaker }) => speaker)

describe('questions and answers', () => {
  it.each([
    ['一、', '二、'],
    ['1.', '2.'],
    ['1．', '2．'],
  ])('leaves the numbers %j and %j before the word for a question out of the name', (first, second) => {
    const text = `水务局就新规答记者问\n\n　　${first}问：新规何时施行？\n\n　　答：明年一月起施行。\n\n　　${second}问：费用由谁承担？\n\n　　答：由市里承担。\n`
    expect(rolesOf(text)).toEqual(['问 question', '答 answer', '问 question', '答 answer'])
  })

  it('finds `P.` and `R.`, and the words that they stand for at first', () => {
    const text =
      'PREGUNTA. ¿Cómo está el río?\n\nRESPUESTA. Bajo, muy bajo.\n\nP. ¿Y los pozos?\n\nR. Secos desde mayo.\n\nP. ¿Qué harán?\n\nR. Esperar la lluvia.\n'
    expect(rolesOf(text)).toEqual([
      'PREGUNTA question',
      'RESPUESTA answer',
      'PREGUNTA question',
      'RESPUESTA answer',
      'PREGUNTA question',
      'RESPUESTA answer',
    ])
  })

  it('takes no pages of a bibliography for questions', () => {
    expect(speakersOf('P. 12 of the report.\n\nP. 34 of the same.\n\nR. Smith wrote it.\n')).toEqual([])
  })

  it('knows questions of Japanese interviews that end without a mark', () => {
    const text =
      '――橋の仕事は長いのですか。\n\n三十年になります。私は父のあとを継ぎました。\n\n――一番の思い出を教えてください。\n\n台風の夜です。私たちは朝まで見張りました。\n\n――これからの夢は何でしょう。\n\nもう一本、橋を架けたいですね。\n'
    expect(rolesOf(text)).toEqual(['- question', '- answer', '- question', '- answer', '- question', '- answer'])
  })

  it('takes initials that are short for something else for initials', () => {
    const text =
      'PS: Where was the school?\n\nRA: Behind the mill. We walked there.\n\nPS: And the teacher?\n\nRA: Miss Hall. She had one book.\n\nPS: Did you like it?\n\nRA: I did.\n'
    expect(speakersOf(text)).toEqual(['PS', 'RA', 'PS', 'RA', 'PS', 'RA'])
  })
})

describe('who asks', () => {
  it('is the host whose guest is called one, or who speaks with nobody else', () => {
    const chinese =
      'Host：欢迎来到本期节目，先打个招呼吧。\nGuest：大家好，我是小陶。\nHost：你是怎么开始的？\nGuest：裁员以后，我就想试试看。\nHost：第一个产品赚钱吗？\nGuest：不赚，亏了八千。\n'
    expect(rolesOf(chinese)).toEqual(
      ['question', 'answer', 'question', 'answer', 'question', 'answer'].map(
        (role, k) => `${k % 2 === 0 ? 'Host' : 'Guest'} ${role}`,
      ),
    )
    const radio =
      'ARI SHAW, HOST: The price of eggs has doubled. We asked one farmer.\n\nLOU DANE: Feed is the big one. Then the flu came through.\n\nSHAW: How many birds did you lose?\n\nDANE: All of them.\n\nSHAW: Will you start again?\n\nDANE: I am sixty-eight.\n'
    expect(readTranscript(radio).exchanges).toHaveLength(3)
  })

  it('writes a time of the recording behind what is said', () => {
    const text =
      'I: Wie sind Sie zur Feuerwehr gekommen? #00:00:12-4#\nB: Über meinen Onkel. Der hat mich mitgenommen. #00:00:20-1#\nI: Und das hat Ihnen gefallen? #00:00:22-9#\nB: Ich war sofort dabei. #00:00:25-0#\nI: Was macht den Beruf aus? #00:00:29-8#\nB: Dass man sich verlassen kann. #00:00:33-3#\n'
    expect(rolesOf(text)).toEqual([0, 1, 2].flatMap(() => ['I question', 'B answer']))
  })

  it('may put a dash before it in Arabic', () => {
    const text =
      '— كيف بدأت رحلتك مع الكتابة؟\n\n— بدأت في المدرسة، كنت أكتب رسائل.\n\n— ومتى نشرت أول كتاب؟\n\n— بعد عشر سنوات من المحاولات.\n\n— هل كنت تتوقع النجاح؟\n\n— لا، أنا لم أتوقع شيئا.\n'
    expect(rolesOf(text)).toEqual([0, 1, 2].flatMap(() => ['- question', '- answer']))
  })

  it('is nobody in a test with answers to choose from', () => {
    const text =
      '一、选择题\n1. 下列说法正确的是：（　）\nA. 水是单质　B. 氧气是化合物\nC. 空气是混合物　D. 铁是混合物\n2. 你认为哪一项是化学变化？\nA. 冰融化　B. 铁生锈\n答案：1. C　2. B\n解析：铁生锈生成了新物质。\n'
    expect(rolesOf(text)).toEqual([])
  })
})

describe('a hyphen behind what somebody is called', () => {
  it('parts it from what is said', () => {
    const text =
      'Interviewer - What do you like about your job?\n\nParticipant 4 - The patients. I love the chatter.\n\nInterviewer - And what would help you?\n\nParticipant 4 - More of us.\n'
    expect(rolesOf(text)).toEqual([
      'Interviewer question',
      'Participant 4 answer',
      'Interviewer question',
      'Participant 4 answer',
    ])
  })

  it('parts nothing else', () => {
    expect(
      speakersOf('Onions - two large ones.\nCarrots - three. You may use more.\nOnions - again.\nCarrots - more.\n'),
    ).toEqual([])
  })
})

describe('names below a long head', () => {
  it('are believed because they come again and take turns', () => {
    const head = 'THE EVENING SHOW\nFor the record\nAired at nine\nEdited for length\n\n'
    const text = `${head}REED: What do we know?\n\nORR: People wait. I saw them.\n\nREED: Since when?\n\nORR: Since six, I think.\n\nREED: Are you safe?\n\nORR: We are.\n`
    expect(speakersOf(text)).toEqual(['REED', 'ORR', 'REED', 'ORR', 'REED', 'ORR'])
  })
})

describe('names in brackets', () => {
  it('are believed at the start of a line where nobody writes full stops', () => {
    const text =
      '（记者）请问项目什么时候开工\n（陈局长）我们计划下个月开工\n（记者）资金到位了吗\n（陈局长）已经到位百分之七十\n（记者）会影响交通吗\n（陈局长）会有一定影响请市民谅解\n'
    expect(rolesOf(text)).toEqual([0, 1, 2].flatMap(() => ['记者 question', '陈局长 answer']))
  })

  it('are no labels where they say who made a change', () => {
    const text =
      'NEWS\n\n- Fix the scaling of images that are wider than high, with thanks\n(Peter Williams).\n- Add a new call for the size of a picture in points and more\n(Lars Schmert).\n- Repair what the last version broke in its drawing of paths\n(Peter Williams).\n- We now need a newer compiler than you may have at home so far\n(Lars Schmert).\n'
    expect(speakersOf(text)).toEqual([])
  })
})

describe('numbered lines of a court', () => {
  it('are known where nobody is named but by letters', () => {
    const lines = [
      'Q.   Would you say your name?',
      'A.   Ellen Holt.',
      'Q.   Have you been here before?',
      'A.   Once. It was about a car',
      'accident.',
      'Q.   And you know the rules?',
      'MS. DALE:  Objection to form.',
      'A.   I think so, yes.',
    ]
    const text = lines.map((line, k) => `${String(k + 1).padStart(2)}       ${line}`).join('\n')
    expect(speakersOf(text)).toEqual(['Q', 'A', 'Q', 'A', 'Q', 'MS. DALE', 'A'])
  })
})

describe('courts', () => {
  it('are spoken to, and do not speak where a line breaks off', () => {
    const text =
      'CHIEF JUSTICE ROWE:  We will hear argument\n\nthis morning.\n\nMR. THORPE:  Mr. Chief Justice, and may it\n\nplease the Court:\n\nThe clause requires it of the states.\n\nJUSTICE KANE:  What do you propose?\n\nMR. THORPE:  A clear line.\n\nJUSTICE KANE:  Where?\n\nMR. THORPE:  There.\n'
    expect(speakersOf(text)).toEqual([
      'CHIEF JUSTICE ROWE',
      'MR. THORPE',
      'JUSTICE KANE',
      'MR. THORPE',
      'JUSTICE KANE',
      'MR. THORPE',
    ])
  })
})

describe('offices', () => {
  it('finds who holds one with a long name', () => {
    const office = 'The Parliamentary Under-Secretary of State for Fisheries and Coastal Communities'
    const text = `Jane Hartley (Aldermoor) (Lab): What will he do?\n\n${office} (Neil Coombe): I shall write.\n\nJane Hartley: When will he?\n\nNeil Coombe: Soon.\n`
    expect(speakersOf(text)).toEqual(['Jane Hartley', 'Neil Coombe', 'Jane Hartley', 'Neil Coombe'])
  })

  it('finds ministers for several things, and those whose office begins with a capital', () => {
    const german =
      'Präsidentin Vera Kern:\nIch rufe Punkt 3 auf. Das Wort hat die Ministerin.\n\nLena Roth, Bundesministerin für Fischerei, Häfen, Küste und Inseln:\nSehr geehrte Frau Präsidentin! Ich danke Ihnen.\n\nPräsidentin Vera Kern:\nVielen Dank. Wir kommen zur Abstimmung.\n\nOtto Lamm (Freie):\nIch habe eine Frage.\n\nPräsidentin Vera Kern:\nBitte.\n'
    expect(readTranscript(german).turns[1]?.label).toBe(
      'Lena Roth, Bundesministerin für Fischerei, Häfen, Küste und Inseln:',
    )
    const french =
      'Mme la présidente. La parole est à M. Luc Morel.\n\nM. Luc Morel. Que ferez-vous pour nous ?\n\nMme Anne Roy, Première ministre. Nous agirons.\n\nMme la présidente. La parole est à M. Luc Morel.\n\nM. Luc Morel. Je vous remercie.\n\nMme la présidente. Très bien.\n'
    expect(speakersOf(french)).toHaveLength(6)
  })

  it('leads as the Speaker of an Indian house', () => {
    const text =
      'HON. SPEAKER: Question 12, please.\n\nSHRI MANOJ RAO: When will the road be built, Sir?\n\nSHRI ANIL DAS: It will be built this year, Sir.\n\nHON. SPEAKER: Please sit down.\n\nSHRI MANOJ RAO: Which month?\n\nSHRI ANIL DAS: In June.\n'
    expect(rolesOf(text)).toEqual([
      'HON. SPEAKER moderator',
      'SHRI MANOJ RAO question',
      'SHRI ANIL DAS answer',
      'HON. SPEAKER moderator',
      'SHRI MANOJ RAO question',
      'SHRI ANIL DAS answer',
    ])
  })
})

describe('what stands before the talk', () => {
  it('does not keep the name of the first speaker alone on a line beside it', () => {
    const text =
      '在线访谈\n嘉宾：水务局 刘敏\n时间：2023年10月12日 14:30\n\n主持人 14:30:05\n各位网友好，我是主持人。\n\n刘敏 14:31:12\n主持人好。\n\n主持人 14:31:40\n水什么时候来？\n\n刘敏 14:32:20\n下周来，我们正在修。\n'
    expect(speakersOf(text)).toEqual(['主持人', '刘敏', '主持人', '刘敏'])
  })

  it('takes a title with a colon for no speaker, though laughter is noted behind what is said', () => {
    const text =
      'Committee on Local Debates: October Debate Transcript\n\nWELKER: How would you lead us?\n\nTRIMBLE: I would do it well. (LAUGHTER)\n\nBROWN: He would not.\n\nWELKER: When would you start?\n\nTRIMBLE: On the first day.\n\nBROWN: I have started.\n'
    expect(speakersOf(text)).toEqual(['WELKER', 'TRIMBLE', 'BROWN', 'WELKER', 'TRIMBLE', 'BROWN'])
  })
})

describe('news', () => {
  it('are told by nobody who tells a reporter something', () => {
    const text =
      '我市新增公交线路\n\n　　本报讯（记者 李强）记者昨日从市交通局获悉：七月一日起，我市将新增两条线路。\n\n　　市民王女士告诉记者：“以前要换两趟车，现在一趟就到了。”\n'
    expect(speakersOf(text)).toEqual([])
  })

  it('have a house of that name that asks', () => {
    const text =
      '何林：大家好，请提问。\n\n海港社记者：航线何时开通？\n\n何林：明年。\n\n第一财经：票价如何？\n\n何林：没有可以提供的信息。\n\n海港社记者：谢谢。还有夜航吗？\n\n何林：有。\n'
    expect(speakersOf(text)).toEqual(['何林', '海港社记者', '何林', '第一财经', '何林', '海港社记者', '何林'])
  })
})
