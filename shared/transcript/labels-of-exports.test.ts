import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const speakersOf = (text: string): readonly (string | null)[] =>
  readTranscript(text).turns.map(({ speaker }) => speaker)
const rolesOf = (text: string): readonly string[] =>
  readTranscript(text).turns.map(({ speaker, role }) => `${speaker ?? '-'} ${role}`)
const notesOf = (text: string): readonly string[] =>
  readTranscript(text).blocks.flatMap(({ setAside, text: words }) => (setAside === 'note' ? [words] : []))

describe('logs and exports of chats', () => {
  it('finds names in pointed brackets behind a time, in small letters, and leaves out what the program says', () => {
    const text =
      '--- Log opened Tue Oct 03 2006\n12:01 <tomek> hi all\n12:01 <@ann> hello tomek\n12:02 -!- bob [bob@example.net] has joined #help\n12:03 <tomek> how do i mount an iso\n12:03 <bob> mount -o loop file.iso /mnt\n12:05 * ann waves\n12:06 <@ann> that is in the faq\n'
    expect(speakersOf(text)).toEqual(['tomek', 'ann', 'tomek', 'bob', 'ann'])
    expect(notesOf(text)).toHaveLength(3)
  })

  it('sets aside who joined and left, between messages that say who wrote them', () => {
    const text =
      '14/02/2023, 18:03 - Jess created group "Lunch"\n14/02/2023, 18:05 - Jess: who is in for sunday?\n14/02/2023, 18:06 - Tom B: me\n14/02/2023, 18:11 - Aunt Carol: I will bring a pudding.\n14/02/2023, 18:20 - Tom B left\n14/02/2023, 18:21 - Jess: oh\n'
    expect(speakersOf(text)).toEqual(['Jess', 'Tom B', 'Aunt Carol', 'Jess'])
    expect(notesOf(text)).toHaveLength(2)
  })

  it('reads a name with day and time above each message, though messages end in no full stop and are short', () => {
    const text =
      'mira — 03/12/2023 2:02 PM\nanyone up for a game tonight\nkodo — 03/12/2023 2:03 PM\nsure what time\nmira — 03/12/2023 2:03 PM\nlike 9?\nsunny — 03/12/2023 2:10 PM\ni can be there at 9:30\nkodo — 03/12/2023 2:11 PM\nok\n'
    expect(speakersOf(text)).toEqual(['mira', 'kodo', 'mira', 'sunny', 'kodo'])
  })

  it('takes rank, number and address out of the names of QQ', () => {
    const text =
      '2019-11-03 21:15:44 小白(100234567)\n有人做过访谈编码吗\n\n2019-11-03 21:16:20 【管理员】老K(20345678)\n做过，用的扎根\n\n2019-11-03 21:17:01 小白(100234567)\n三级编码怎么弄\n\n2019-11-03 21:18:45 暖阳<nuan@example.com>\n先开放，再主轴\n'
    expect(speakersOf(text)).toEqual(['小白', '老K', '小白', '暖阳'])
  })
})

describe('names copied from a screen', () => {
  it('have the time below them', () => {
    const text =
      'Rina Patel\n  10:42 AM\nHas anyone got the coding sheet\nJoe\n  10:43 AM\nit is in the drive\nunder wave 2\nRina Patel\n  10:44 AM\nfound it\nTess Wong\n  11:02 AM\ncan I get access too\n'
    const { turns } = readTranscript(text)
    expect(turns.map(({ speaker, time }) => `${speaker} ${time}`)).toEqual([
      'Rina Patel 10:42 AM',
      'Joe 10:43 AM',
      'Rina Patel 10:44 AM',
      'Tess Wong 11:02 AM',
    ])
  })

  it('are none in the programme of a day', () => {
    const text =
      'Agenda\n\nChair: Dr. Lee\nLocation: Room 4\n10:00 Welcome (Lee)\n10:10 Budget: Where do we stand? (Ruiz)\n10:40 Hiring: Do we need two posts? (Chan)\n11:10 AOB\n\nNote: Please bring your laptop.\nAction: Ruiz to circulate slides before we meet.\n'
    expect(speakersOf(text)).toEqual([])
  })
})

describe('recorders', () => {
  it('finds a name and a time in brackets before what is said, without a colon', () => {
    const text =
      'Speaker 1 [00:00:02] So where were you born?\n\nHassan [00:00:05] In Mombasa. My father was a fisherman.\n\nSpeaker 1 [00:00:16] And when did you come here?\n\nHassan [00:00:19] In the winter [00:00:21] of that year.\n'
    const { turns, blocks } = readTranscript(text)
    expect(turns.map(({ speaker, time }) => `${speaker} ${time}`)).toEqual([
      'Speaker 1 00:00:02',
      'Hassan 00:00:05',
      'Speaker 1 00:00:16',
      'Hassan 00:00:19',
    ])
    expect(blocks.filter(({ kind }) => kind === 'paragraph').map(({ text: words }) => words)).toContain(
      'So where were you born?',
    )
  })

  it('leaves the times at which a tier begins and ends out of what is said', () => {
    const text =
      'Interviewer\t00:00:01.200\t00:00:04.000\t00:00:02.800\tHow long have you lived here?\nRuth\t00:00:04.200\t00:00:08.900\t00:00:04.700\tSince the flood. I was ten.\nInterviewer\t00:00:09.000\t00:00:11.000\t00:00:02.000\tWhich flood?\nRuth\t00:00:11.200\t00:00:15.000\t00:00:03.800\tThe big one.\n'
    const { blocks } = readTranscript(text)
    expect(blocks.filter(({ kind }) => kind === 'paragraph').map(({ text: words }) => words)).toEqual([
      'How long have you lived here?',
      'Since the flood. I was ten.',
      'Which flood?',
      'The big one.',
    ])
  })

  it('leaves times alone that stand behind words of the speech', () => {
    const text =
      'Ann: I came in May [00:00:04] or June.\n\nBen: And then? [00:00:09] Who met you?\n\nAnn: My uncle [00:00:12] did.\n\nBen: Good.\n'
    expect(speakersOf(text)).toEqual(['Ann', 'Ben', 'Ann', 'Ben'])
  })
})

describe('assemblies and courts', () => {
  it('finds names and offices that a full stop and a dash part from what is said, beside a president', () => {
    const text =
      'Die Präsidentin. – Das Wort hat nun die Kommissarin.\n\nInes Marsh, Member of the Commission. – Madam President, I thank you for this debate.\n\nJan de Boer, namens de ABC-Fractie. – Voorzitter, ik dank u.\n\nAnne Roy (ABC). – Madame la Présidente, nous y sommes.\n\nDie Präsidentin. – Vielen Dank, Frau Kollegin.\n'
    expect(readTranscript(text).turns).toHaveLength(5)
  })

  it('takes thanks with a dash behind them for no label', () => {
    const text =
      'Präsident Dr. Otto Lamm:\nVielen Dank, Herr Kern. – Meine Damen und Herren, wir stimmen ab.\n\nVera Roth (Freie):\nVielen Dank. – Ich habe eine Frage.\n\nPräsident Dr. Otto Lamm:\nBitte, Frau Roth. – Sie haben das Wort.\n\nVera Roth (Freie):\nHerr Präsident! Wann kommt das Geld?\n'
    expect(readTranscript(text).turns).toHaveLength(4)
  })

  it('finds surnames with initials and a party behind them, and who presides', () => {
    const text =
      'Председательствующий. Добрый день! Прошу внимания.\n\nОрлов Н. В., фракция ЛЕС. Уважаемые коллеги, я прошу поддержать нас.\n\nПредседательствующий. Пожалуйста, Нина Александровна.\n\nОстрова Н. А., фракция ПОЛЕ. Спасибо. Когда будут деньги?\n\nПредседательствующий. Ставлю на голосование.\n'
    expect(readTranscript(text).turns).toHaveLength(5)
  })

  it('gives questions to who is named on a line of its own above them', () => {
    const text =
      'JUDGE ORME: Please proceed.\n\nCross-examined by Mr. Carver: [Continued]\n\nQ. Sir, did you live close to the river?\n\nA. Yes, about 500 metres.\n\nMS. DUNN: Objection, Your Honour.\n\nJUDGE ORME: Please proceed.\n\nMR. CARVER:\n\nQ. How many boats were there?\n\nA. Perhaps twenty.\n'
    expect(speakersOf(text)).toEqual(['JUDGE ORME', 'Mr. Carver', 'A', 'MS. DUNN', 'JUDGE ORME', 'MR. CARVER', 'A'])
  })

  it('sets aside when those who met rose', () => {
    const text =
      'The President: We begin.\n\nMr. Diallo (Mali): I congratulate you, Sir.\n\nThe President: We have heard the last speaker.\n\nThe meeting rose at 5.50 p.m.\n'
    expect(notesOf(text)).toEqual(['The meeting rose at 5.50 p.m.'])
  })
})

describe('conference calls', () => {
  it('knows who asks by whose line the operator opens', () => {
    const call = [
      ['Operator', 'Good day, and welcome to the call. I would now like to turn it over to Laura Cheng.'],
      ['Laura Cheng', 'Thank you. Good afternoon, everyone.'],
      ['Thomas Ridley', 'Thanks, Laura. We had a strong quarter. Revenue grew.'],
      ['Operator', 'Our first question comes from Mark Field. Please proceed.'],
      ['Mark Field', 'Hi, good afternoon. Can you talk about margins?'],
      ['Thomas Ridley', 'Sure, Mark. We expect them to be up.'],
      ['Operator', 'Our next question comes from Priya Rao.'],
      ['Priya Rao', 'Thanks. I would like to hear about July.'],
      ['Thomas Ridley', 'I would say July was better than June.'],
      ['Operator', 'This concludes the call.'],
    ]
    expect(rolesOf(call.map(([name, words]) => `${name}: ${words}\n`).join('\n'))).toEqual([
      'Operator moderator',
      'Laura Cheng other',
      'Thomas Ridley other',
      'Operator moderator',
      'Mark Field question',
      'Thomas Ridley answer',
      'Operator moderator',
      'Priya Rao question',
      'Thomas Ridley answer',
      'Operator moderator',
    ])
  })

  it('takes firm and title out of the name, wherever they are printed with it, and lists of who is there for no speech', () => {
    const line = (name: string, house: string): string => `${name} - ${house}, Research Division - Senior Analyst`
    const text = [
      'Anna Blake - Norwood Corp. - CFO',
      'John Teague - Norwood Corp. - CEO',
      '',
      'Operator',
      'Good day, and welcome to the call.',
      '',
      'John Teague - Norwood Corp. - CEO',
      'Thank you. I am proud of our teams.',
      '',
      'QUESTION AND ANSWER',
      '',
      'Operator',
      'Our first question comes from Sam Ortiz.',
      '',
      line('Sam Ortiz', 'Bernhard & Sons, LLC.'),
      'Hi. How should we think about debt?',
      '',
      'Anna Blake - Norwood Corp. - CFO',
      'We are comfortable where we are, Sam.',
      '',
      'Operator',
      'Our next question comes from Lee Wong.',
      '',
      line('Lee Wong', 'UBX'),
      'Thanks. What about prices?',
      '',
      'John Teague - Norwood Corp. - CEO',
      'Prices were fine, as I said.',
      '',
    ]
    for (const gap of ['\n', '\n\n'])
      expect(rolesOf(text.join(gap))).toEqual([
        'Operator moderator',
        'John Teague other',
        'Operator moderator',
        'Sam Ortiz question',
        'Anna Blake answer',
        'Operator moderator',
        'Lee Wong question',
        'John Teague answer',
      ])
  })
})
