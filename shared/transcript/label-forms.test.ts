import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

/** Who speaks, turn by turn; `-` where nobody is named. */
function speakersOf(text: string): string {
  return readTranscript(text)
    .turns.map(({ speaker }) => speaker ?? '-')
    .join(' | ')
}

/** Each: name of the form, text, speakers in order. */
type Form = readonly [name: string, text: string, speakers: string]

const ENGLISH: readonly Form[] = [
  [
    'capitals with a full stop',
    'CHAIR POWELL. Good afternoon. We met today.\n\nMS. TRAN. Why now?\n\nCHAIR POWELL. Because it was time.\n\nMR. OKAFOR. And next year?\n\nCHAIR POWELL. We will see.\n',
    'CHAIR POWELL | MS. TRAN | CHAIR POWELL | MR. OKAFOR | CHAIR POWELL',
  ],
  [
    'a bare Q and no-break spaces',
    'MR. HOLM:  Let us begin.\n\nQ\u00a0\u00a0\u00a0 Is the harbour open?\n\nMR. HOLM:  It is.\n\nQ\u00a0And the ferry?\n\nMR. HOLM:  It runs.\n\nQ\u00a0\u00a0Thank you.\n',
    'MR. HOLM | Q | MR. HOLM | Q | MR. HOLM | Q',
  ],
  [
    'Q and A with full stops',
    'Q. Where were you that night?\nA. At the mill.\nQ. Who saw you there?\nA. Nobody did.\nQ. Are you sure?\nA. I am.\n',
    'Q | A | Q | A | Q | A',
  ],
  [
    'numbered respondents',
    'I: How did you hear about the clinic?\nP1: My sister told me.\nP2: I read it in the paper.\nI: And what did you expect?\nP1: Not much, to be honest.\n',
    'I | P1 | P2 | I | P1',
  ],
  [
    'numbered speakers with spaces',
    'Speaker 1: Can you hear me?\nSpeaker 2: Yes, I can.\nSpeaker 1: Good.\nSpeaker 3: Me too.\n',
    'Speaker 1 | Speaker 2 | Speaker 1 | Speaker 3',
  ],
  [
    'a voice of WebVTT',
    '<v Mara Lund>Where is the boat?\n<v.loud Otto Berg>By the pier, I think.\n<v Mara Lund>Let us go then.\n',
    'Mara Lund | Otto Berg | Mara Lund',
  ],
  [
    'a time in brackets before the name',
    '[0:01:25.520] JUSTICE HALE: Why?\n[0:01:29.020] MS. PORTER: Because the law says so.\n[0:01:33.000] JUSTICE HALE: Does it?\n',
    'JUSTICE HALE | MS. PORTER | JUSTICE HALE',
  ],
  [
    'a time before the name, alone',
    '00:00 Ines Marsh\nWelcome back to the show.\n\n00:12 Theo Brandt\nThank you, I am glad to be here.\n\n01:40 Ines Marsh\nHow did you start?\n',
    'Ines Marsh | Theo Brandt | Ines Marsh',
  ],
  [
    'a time behind the name, alone',
    'Ines Marsh  0:00\nWelcome back to the show.\n\nTheo Brandt  0:12\nThank you, I am glad to be here.\n\nInes Marsh  1:40\nHow did you start?\n',
    'Ines Marsh | Theo Brandt | Ines Marsh',
  ],
  [
    'a time in brackets behind the name',
    'Ines Marsh (00:12:33):\nWelcome back to the show.\n\nTheo Brandt (00:12:40):\nThank you, I am glad to be here.\n\nInes Marsh (00:13:02):\nHow did you start?\n',
    'Ines Marsh | Theo Brandt | Ines Marsh',
  ],
  [
    'a time before the name, and speech behind it',
    '00:12 Ines: Welcome back.\n00:15 Theo: Thank you, I am glad.\n00:18 Ines: How did you start?\n',
    'Ines | Theo | Ines',
  ],
  [
    'times of a range above the name',
    '0:0:0.0 --> 0:0:3.20\nInes Marsh\nWelcome back to the show.\n\n0:0:3.40 --> 0:0:9.0\nTheo Brandt\nThank you, I am glad to be here.\n\n0:0:9.10 --> 0:0:12.0\nInes Marsh\nHow did you start?\n\n0:0:12.50 --> 0:0:15.0\nTheo Brandt\nBy chance, I would say.\n',
    'Ines Marsh | Theo Brandt | Ines Marsh | Theo Brandt',
  ],
  [
    'a chat export',
    '[12/03/2021, 10:30:12] Ann Lee: Are you coming?\n[12/03/2021, 10:31:40] Ben Roy: I am on my way.\n[12/03/2021, 10:35:02] Ann Lee: Good, we wait.\n',
    'Ann Lee | Ben Roy | Ann Lee',
  ],
  [
    'SGML',
    '<CHAPTER ID=1>\nThe minutes\n<SPEAKER ID=1 NAME="President">\nThe minutes were distributed.\n<P>\nAre there comments?\n<SPEAKER ID=2 LANGUAGE="IT" NAME="Rossi">\nI have one, Madam President.\n',
    'President | Rossi',
  ],
  [
    'a name alone on a line',
    'Lena Voss\n\nWhen did you first come to the valley?\n\nKarl Brandt\n\nI came in the spring. I was young then.\n\nLena Voss\n\nWhat did you see?\n\nKarl Brandt\n\nNothing but snow.\n',
    'Lena Voss | Karl Brandt | Lena Voss | Karl Brandt',
  ],
  [
    'capitals alone on a line, indented',
    '                    THE PRESIDENT\nOrder. We will now hear the motion.\n\n                    MRS. ALDER\nI thank you. I move the motion that stands in my name.\n\n                    THE PRESIDENT\nIs there a second?\n\n                    MR. BOND\nI second it.\n\n                    THE PRESIDENT\nThen we vote.\n',
    'THE PRESIDENT | MRS. ALDER | THE PRESIDENT | MR. BOND | THE PRESIDENT',
  ],
  [
    'bold names on lines of their own',
    '**Lena Voss**\n\nWhen did you come?\n\n**Karl Brandt**\n\nIn the spring. I was young.\n\n**Lena Voss**\n\nAnd then?\n\n**Karl Brandt**\n\nI stayed.\n',
    'Lena Voss | Karl Brandt | Lena Voss | Karl Brandt',
  ],
  [
    'captions with chevrons and names',
    '>> ANNA: Good evening. Our guest tonight is here.\n>> BEN: Thank you for having me.\n>> ANNA: How are you?\n>> BEN: I am well.\n',
    'ANNA | BEN | ANNA | BEN',
  ],
  [
    'captions with chevrons only',
    '>> Good evening, and welcome\nto the show.\n>> Thank you for having me.\n>> How are you?\n>> I am well.\n',
    '- | - | - | -',
  ],
  [
    'a table pasted as text',
    'Time\tSpeaker\tText\n00:00\tInes\tWelcome back.\n00:12\tTheo\tThank you, I am glad to be here.\n01:40\tInes\tHow did you start?\n02:00\tTheo\tI do not know.\n',
    'Ines | Theo | Ines | Theo',
  ],
  [
    'a table of names and words',
    'Ines\tWelcome back.\nTheo\tThank you, I am glad to be here.\nInes\tHow did you start?\nTheo\tI do not know.\n',
    'Ines | Theo | Ines | Theo',
  ],
  [
    'brackets with numbers',
    '[Interviewer 1] How was it?\n[Participant 4] I liked it.\n[Interviewer 1] Why?\n[Participant 4] I felt at home.\n',
    'Interviewer 1 | Participant 4 | Interviewer 1 | Participant 4',
  ],
  [
    'a play',
    'Enter HILDA and a servant.\n\nHILDA. Who knocks at this hour?\nSERVANT. My lady, I do not know.\n(He listens.)\nHILDA. Then open!\nSERVANT. I dare not.\n',
    'HILDA | SERVANT | HILDA | SERVANT',
  ],
  [
    'stage directions behind names',
    'MARA (quietly): Is it you?\nOTTO [off]: It is me.\nMARA (laughing): You are late.\nOTTO: I know.\n',
    'MARA | OTTO | MARA | OTTO',
  ],
  [
    'dashes that mark questions',
    '— When did you begin to paint?\nI was nine. My mother gave me a box of colours and I never stopped.\n— And when did you first sell a picture?\nMuch later. I was almost forty, and nobody had asked before.\n— Did that change you?\nNot at all. I went on as before.\n',
    '- | - | - | - | - | -',
  ],
]

const EUROPEAN: readonly Form[] = [
  [
    'French',
    'M. le président. La parole est à M. Durand.\n\nM. Paul Durand. Je vous remercie. Nous voterons ce texte.\n\nM. le président. La parole est à Mme Morel.\n\nMme Anne Morel. Nous ne le voterons pas.\n\nM. le président. Je mets aux voix.\n',
    'M. le président | M. Paul Durand | M. le président | Mme Anne Morel | M. le président',
  ],
  [
    'French with colons and spaces',
    'Journaliste : Pourquoi ce choix ?\nLe maire : Parce que nous le devions.\nJournaliste : Et le budget ?\nLe maire : Il est tenu.\n',
    'Journaliste | Le maire | Journaliste | Le maire',
  ],
  [
    'German with heckles in brackets',
    'Präsident Dr. Jan Holt:\nDas Wort hat die Abgeordnete Kern.\n\nAbg. Ute Kern (ABC):\nHerr Präsident! Wir lehnen das ab.\n(Beifall bei der ABC – Zuruf von der XYZ: Das stimmt nicht!)\nWir haben es gesagt.\n\nPräsident Dr. Jan Holt:\nIch danke Ihnen.\n',
    'Präsident Dr. Jan Holt | Abg. Ute Kern | Präsident Dr. Jan Holt',
  ],
  [
    'German interviews',
    'Interviewer: Wie war das damals?\nBefragte: Ganz anders als heute.\nInterviewer: Können Sie das erklären?\nBefragte: Ich versuche es.\n',
    'Interviewer | Befragte | Interviewer | Befragte',
  ],
  [
    'Italian capitals',
    'PRESIDENTE. Ha facoltà di parlare il senatore Bruni.\n\nBRUNI (ABC). Signor Presidente, io non sono d’accordo.\n\nPRESIDENTE. La ringrazio.\n\nD’ANGELO (XYZ). Vorrei aggiungere una cosa.\n\nPRESIDENTE. Prego.\n',
    'PRESIDENTE | BRUNI | PRESIDENTE | D’ANGELO | PRESIDENTE',
  ],
  [
    'Spanish',
    'El señor PRESIDENTE: Tiene la palabra la señora Ibáñez.\n\nLa señora IBÁÑEZ ROCA: Gracias, señor presidente. ¿Cuándo se abrirá el puente?\n\nEl señor PRESIDENTE: Gracias.\n\nEl señor MINISTRO DE OBRAS (Peña Ruiz): El mes que viene.\n',
    'El señor PRESIDENTE | La señora IBÁÑEZ ROCA | El señor PRESIDENTE | El señor MINISTRO DE OBRAS',
  ],
  [
    'Portuguese with a dash behind the name',
    'O SR. PRESIDENTE (João Alves) – Está aberta a sessão.\n\nA SRA. RITA NEVES (ABC – SP) – Senhor Presidente, quero falar da ponte.\n\nO SR. PRESIDENTE (João Alves) – Tem a palavra.\n\nA SRA. RITA NEVES (ABC – SP) – Obrigada.\n',
    'O SR. PRESIDENTE | A SRA. RITA NEVES | O SR. PRESIDENTE | A SRA. RITA NEVES',
  ],
  [
    'Russian with full names',
    'Иван Петров: Когда откроют мост?\nАнна Сидорова: В следующем месяце.\nИван Петров: А паром?\nАнна Сидорова: Он останется.\n',
    'Иван Петров | Анна Сидорова | Иван Петров | Анна Сидорова',
  ],
  [
    'Russian capitals with a full stop',
    'ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Слово имеет депутат Орлов.\n\nОРЛОВ. Спасибо. Я буду краток.\n\nПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Пожалуйста.\n\nОРЛОВ. Я против.\n',
    'ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ | ОРЛОВ | ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ | ОРЛОВ',
  ],
  [
    'Russian questions behind a dash',
    '— Как вы пришли в театр?\nЭто вышло случайно. Мне было шесть лет, и меня привела бабушка.\n— А когда вы впервые вышли на сцену?\nЧерез год. Я забыл все слова, и мне аплодировали.\n— Вы боялись?\nКонечно. Я боюсь и сейчас.\n',
    '- | - | - | - | - | -',
  ],
  [
    'Polish',
    'Poseł Jan Wilk:\nPanie Marszałku! Jesteśmy przeciw.\n\nMarszałek:\nDziękuję bardzo.\n\nPoseł Ewa Lis:\nA my jesteśmy za.\n\nMarszałek:\nDziękuję.\n',
    'Poseł Jan Wilk | Marszałek | Poseł Ewa Lis | Marszałek',
  ],
  [
    'Greek',
    'ΔΗΜΟΣΙΟΓΡΑΦΟΣ: Πότε θα ανοίξει η γέφυρα;\nΔΗΜΑΡΧΟΣ: Τον επόμενο μήνα.\nΔΗΜΟΣΙΟΓΡΑΦΟΣ: Και το πλοίο;\nΔΗΜΑΡΧΟΣ: Θα μείνει.\n',
    'ΔΗΜΟΣΙΟΓΡΑΦΟΣ | ΔΗΜΑΡΧΟΣ | ΔΗΜΟΣΙΟΓΡΑΦΟΣ | ΔΗΜΑΡΧΟΣ',
  ],
  [
    'Turkish with a dash behind the name',
    'BAŞKAN – Söz Sayın Demir’in.\n\nALİ DEMİR (Ankara) – Teşekkür ederim, kısa konuşacağım.\n\nBAŞKAN – Buyurun.\n\nALİ DEMİR (Ankara) – Biz karşıyız.\n',
    'BAŞKAN | ALİ DEMİR | BAŞKAN | ALİ DEMİR',
  ],
]

const EASTERN: readonly Form[] = [
  ['问答 with colons', '问：桥何时通车？\n答：下个月。\n问：收费吗？\n答：不收费。\n', '问 | 答 | 问 | 答'],
  [
    '問答 with ideographic spaces',
    '問　橋はいつ開通しますか。\n答　来月です。\n問　無料ですか。\n答　無料です。\n',
    '問 | 答 | 問 | 答',
  ],
  [
    'offices with names in brackets',
    '○議長（山本花子君）　ただいまから会議を開きます。\n○市長（森太郎君）　お答えいたします。\n○議長（山本花子君）　次に移ります。\n',
    '議長 | 市長 | 議長',
  ],
  [
    'names with 君 behind a blank',
    '○山本花子君　道路について伺います。予算はいくらですか。\n○議長　市長。\n○森太郎君　お答えいたします。三億円です。\n',
    '山本花子君 | 議長 | 森太郎君',
  ],
  [
    'names with parties',
    '◯山本花子（緑の会）　道路について伺います。\n◯道路局長　お答えいたします。\n◯山本花子（緑の会）　わかりました。\n',
    '山本花子 | 道路局長 | 山本花子',
  ],
  [
    'Korean offices with one blank',
    '◯의장 박한별 회의를 시작하겠습니다.\n\n1. 교량 건설 법률안\n\n◯최가람 의원 찬성합니다. 이유를 말씀드리겠습니다.\n\n◯의장 박한별 수고하셨습니다.\n',
    '의장 박한별 | 최가람 의원 | 의장 박한별',
  ],
  [
    'Japanese names with a wide blank',
    '山田　本を書いたきっかけは何ですか。\n鈴木　子どものころから書きたかったのです。\n山田　いつ書き始めましたか。\n鈴木　十年前です。\n',
    '山田 | 鈴木 | 山田 | 鈴木',
  ],
  [
    'Japanese questions behind a dash',
    '――本を書いたきっかけは何ですか？\n子どものころから書きたかったのです。母がよく本を読んでくれました。\n――いつ書き始めましたか？\n十年前です。仕事を辞めた年でした。\n――大変でしたか？\nそれほどでもありません。\n',
    '- | - | - | - | - | -',
  ],
  [
    'Hebrew with marks of direction',
    '\u200fהיו"ר דוד כהן:\n\u200fבוקר טוב, אני פותח את הישיבה.\n\n\u200fרות לוי:\n\u200fתודה. מתי ייפתח הגשר?\n\n\u200fהיו"ר דוד כהן:\n\u200fבחודש הבא.\n',
    'היו"ר דוד כהן | רות לוי | היו"ר דוד כהן',
  ],
  [
    'Arabic',
    'المذيع: متى يفتح الجسر؟\nالوزير: الشهر القادم.\nالمذيع: وهل هو مجاني؟\nالوزير: نعم.\n',
    'المذيع | الوزير | المذيع | الوزير',
  ],
  [
    'Hindi',
    'पत्रकार: पुल कब खुलेगा?\nमहापौर: अगले महीने।\nपत्रकार: क्या शुल्क है?\nमहापौर: नहीं।\n',
    'पत्रकार | महापौर | पत्रकार | महापौर',
  ],
  [
    'Vietnamese',
    'Phóng viên: Khi nào cầu mở?\nÔng Nam: Tháng sau.\nPhóng viên: Có thu phí không?\nÔng Nam: Không.\n',
    'Phóng viên | Ông Nam | Phóng viên | Ông Nam',
  ],
  [
    'Thai',
    'ผู้สื่อข่าว: สะพานจะเปิดเมื่อไร?\nนายกเทศมนตรี: เดือนหน้า\nผู้สื่อข่าว: เก็บเงินไหม?\nนายกเทศมนตรี: ไม่เก็บ\n',
    'ผู้สื่อข่าว | นายกเทศมนตรี | ผู้สื่อข่าว | นายกเทศมนตรี',
  ],
  [
    'Chinese names alone on a line',
    '林知远\n大家好，今天我们谈谈新桥。\n\n何苗\n新桥什么时候通车？\n\n林知远\n下个月通车。\n\n何苗\n收费吗？\n\n林知远\n不收费。\n',
    '林知远 | 何苗 | 林知远 | 何苗 | 林知远',
  ],
  [
    'Chinese names in 【】',
    '【主持人】欢迎各位。\n【林知远】大家好。\n【主持人】新桥何时通车？\n【林知远】下个月。\n',
    '主持人 | 林知远 | 主持人 | 林知远',
  ],
  [
    'Chinese lists that end in colons',
    '记者：有什么考虑？\n林知远：我讲三点：\n第一，安全。\n第二，方便。\n记者：还有呢？\n林知远：还有一句话：慢慢来。\n',
    '记者 | 林知远 | 记者 | 林知远',
  ],
  [
    'numbered people in Chinese',
    '受访者1：我觉得不错。\n访谈者：为什么？\n受访者2：我也觉得不错。\n访谈者：你们都这么想吗？\n受访者1：是的。\n',
    '受访者1 | 访谈者 | 受访者2 | 访谈者 | 受访者1',
  ],
  [
    'times of a recorder in Chinese',
    '说话人1 00:00\n大家好，今天谈新桥。\n\n说话人2 00:12\n好的，什么时候通车？\n\n说话人1 01:03\n下个月。\n',
    '说话人1 | 说话人2 | 说话人1',
  ],
]

describe.each([
  ['English', ENGLISH],
  ['other European languages', EUROPEAN],
  ['languages of the East', EASTERN],
])('labels in %s', (_, forms) => {
  it.each(forms)('%s', (_name, text, speakers) => {
    expect(speakersOf(text)).toBe(speakers)
  })

  it.each(forms)('%s, under a title and a line of date', (_name, text, speakers) => {
    expect(speakersOf(`The bridge, a conversation\n\nHarbour, 3 May 2031\n\n${text}`)).toBe(speakers)
  })
})
