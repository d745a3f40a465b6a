import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const speakersOf = (text: string): string =>
  readTranscript(text)
    .turns.map(({ speaker }) => speaker ?? '-')
    .join(' | ')

/** Each: what it is, text, speakers in order. */
const TEXTS: readonly (readonly [name: string, text: string, speakers: string])[] = [
  [
    'an office behind a comma',
    'Präsidentin Bärbel Bass:\nIch eröffne die Aussprache. Das Wort hat der Bundesminister Dr. Robert Kern.\n(Beifall)\n\nDr. Robert Kern, Bundesminister für Wirtschaft und Klimaschutz:\nSehr geehrte Frau Präsidentin! Wir beraten heute ein Gesetz, das überfällig ist.\n\nPräsidentin Bärbel Bass:\nNächste Rednerin ist Julia Klose.\n\nJulia Klose (CDU/CSU):\nFrau Präsidentin! Was kostet das?\n\nPräsidentin Bärbel Bass:\nGestatten Sie eine Zwischenfrage?\n\nJulia Klose (CDU/CSU):\nGerne.\n',
    'Präsidentin Bärbel Bass | Dr. Robert Kern, Bundesminister für Wirtschaft und Klimaschutz | Präsidentin Bärbel Bass | Julia Klose | Präsidentin Bärbel Bass | Julia Klose',
  ],
  [
    'two offices of one person',
    "Mme la présidente. La parole est à M. Jean Terlier.\n\nM. Jean Terlier. Nos hôpitaux manquent de bras : quand allez-vous agir ?\n\nMme la présidente. La parole est à Mme la ministre de la santé.\n\nMme Claire Vautrin, ministre de la santé. Monsieur le député, vous avez raison.\n\nM. Pierre Cordier. C'est faux !\n\nMme Claire Vautrin, ministre. Le Gouvernement a engagé trois milliards d'euros.\n\nMme la présidente. La parole est à M. Jean Terlier.\n\nM. Jean Terlier. Ce n'est pas suffisant.\n",
    'Mme la présidente | M. Jean Terlier | Mme la présidente | Mme Claire Vautrin | M. Pierre Cordier | Mme Claire Vautrin | Mme la présidente | M. Jean Terlier',
  ],
  [
    'capitals, a comma and an office',
    "PRESIDENTE. Ha chiesto di parlare il deputato Bianchi. Ne ha facoltà.\n\nLUIGI BIANCHI (PD-IDP). Grazie, Presidente. La domanda è semplice: dove sono i fondi?\n\nPRESIDENTE. Il sottosegretario Ferri ha facoltà di rispondere.\n\nANNA FERRI, Sottosegretaria di Stato per l'Economia. Grazie, Presidente. I fondi sono stati stanziati.\n\nPRESIDENTE. Il deputato Bianchi ha facoltà di replicare.\n\nLUIGI BIANCHI (PD-IDP). Non sono soddisfatto.\n",
    "PRESIDENTE | LUIGI BIANCHI | PRESIDENTE | ANNA FERRI, Sottosegretaria di Stato per l'Economia | PRESIDENTE | LUIGI BIANCHI",
  ],
  [
    'a committee of a congress',
    "    Chairman Delgado. The committee will come to order. We welcome everyone\nto this morning's hearing. I now recognize myself for an opening statement.\n    The harbor is sixty years old. It is time to ask who pays for it.\n    I recognize the gentlewoman from California.\n    Ms. Lofton. Thank you, Mr. Chairman. Mr. Kane, how many ships used the\nharbor last year?\n    Mr. Kane. Congresswoman, about four thousand. That is down from five\nthousand the year before.\n    Ms. Lofton. And why is that?\n    Mr. Kane. Fuel prices, mostly. Dr. Reed can say more.\n    Dr. Reed. Yes. Mr. Kane is right. We looked at three ports. Mr. Garza's\ndistrict includes one of them.\n    Chairman Delgado. The gentlewoman's time has expired.\n    Senator Garza. I have one question.\n    The Chairman. Please be brief.\n    The Clerk. Mr. Orr votes aye.\n    Chairman Delgado. Without objection.\n    [Whereupon, at 11:58 a.m., the committee was adjourned.]\n",
    'Chairman Delgado | Ms. Lofton | Mr. Kane | Ms. Lofton | Mr. Kane | Dr. Reed | Chairman Delgado | Senator Garza | The Chairman | The Clerk | Chairman Delgado',
  ],
  [
    'Cyrillic capitals with initials',
    'ГОЛОВУЮЧИЙ. Доброго ранку. Прошу реєструватися.\nКОВАЛЕНКО О.М. Дякую. Коли буде звіт?\nГОЛОВУЮЧИЙ. Дякую. Будь ласка.\nМЕЛЬНИК С.В. Звіт буде до кінця місяця.\nКОВАЛЕНКО О.М. Ви обіцяли це двічі.\nГОЛОВУЮЧИЙ. Колеги, дотримуйтесь регламенту.\n',
    'ГОЛОВУЮЧИЙ | КОВАЛЕНКО О.М. | ГОЛОВУЮЧИЙ | МЕЛЬНИК С.В. | КОВАЛЕНКО О.М. | ГОЛОВУЮЧИЙ',
  ],
  [
    'numbered questions',
    '1. Jane Hartley (Aldermoor) (Lab): What steps is he taking? [901772]\nThe Secretary of State (Mr Peter Coombe): Several steps.\nJane Hartley: Which?\nMr Coombe: Three.\n2. Anwar Malik (Burnside) (SNP): When will he visit? [901773]\nMr Coombe: In May.\nQ3. Lucy Orr (Dale) (Con): Will he resign? [901774]\nMr Coombe: No.\n',
    'Jane Hartley | Peter Coombe | Jane Hartley | Peter Coombe | Anwar Malik | Peter Coombe | Lucy Orr | Peter Coombe',
  ],
  [
    'offices with the name in brackets',
    'The Secretary of State (Mr Peter Coombe): I have had discussions.\nJane Hartley: Does he agree?\nMr Coombe: Yes.\nJane Hartley: When?\nMr Coombe: Soon.\nThe Minister of State (Sarah Bell): I agree as well.\nJane Hartley: Good.\n',
    'Peter Coombe | Jane Hartley | Peter Coombe | Jane Hartley | Peter Coombe | Sarah Bell | Jane Hartley',
  ],
  [
    'an initial inside of the office',
    '○根本委員長　これより会議を開きます。山田太郎君。\n○山田（太）委員　自由の会の山田太郎です。物価高をどう受け止めておられますか。\n○岸田内閣総理大臣　物価高は国民生活に大きな影響を与えています。\n○山田（太）委員　いつまでに効果が出るのですか。\n○鈴木国務大臣　お答えいたします。機動的に対応してまいります。\n○根本委員長　次に、佐藤花子君。\n○佐藤（花）委員　子育て支援について質問します。\n',
    '根本委員長 | 山田（太）委員 | 岸田内閣総理大臣 | 山田（太）委員 | 鈴木国務大臣 | 根本委員長 | 佐藤（花）委員',
  ],
  [
    'seats with the name in brackets',
    '◎議長（佐藤一郎君）　これより本日の会議を開きます。\n◆１２番（田中花子君）　水道料金について、市長の見解を伺います。\n◎市長（山本健君）　料金改定は避けられないものと考えております。\n◎議長（佐藤一郎君）　田中花子君。\n◆１２番（田中花子君）　いつからでしょうか。\n◎水道部長（木村実君）　来年四月からを予定しております。\n',
    '佐藤一郎 | 田中花子 | 山本健 | 佐藤一郎 | 田中花子 | 木村実',
  ],
  [
    'an office, a blank and a name',
    '国务院新闻办新闻局副局长、新闻发言人 邢某某：\n女士们、先生们，上午好。今天我们请来了财政部副部长王某某先生。\n2023-09-12 10:05:11\n财政部副部长 王某某：\n谢谢主持人。今年以来，财政运行总体平稳。主要有三个特点：\n一是收入恢复性增长。\n二是支出进度加快。\n2023-09-12 10:15:20\n邢某某：\n下面进入答问环节。\n2023-09-12 10:16:02\n中央广播电视总台央视记者：\n请问减税降费政策今年有什么新的安排？\n2023-09-12 10:17:33\n王某某：\n这个问题请税政司司长张某来回答。\n2023-09-12 10:18:00\n财政部税政司司长 张某：\n谢谢这位记者的提问。今年的政策坚持精准有效。\n2023-09-12 10:26:00\n邢某某：\n今天的新闻发布会就到这里，谢谢大家！\n',
    '邢某某 | 王某某 | 邢某某 | 中央广播电视总台央视记者 | 王某某 | 张某 | 邢某某',
  ],
  [
    'full names first, surnames later',
    "THE EVENING ROOM\n\nAired March 3, 2021 - 17:00 ET\n\n[17:00:05]\n\nWALT BLAINE, ANCHOR: Happening now, breaking news. The bridge is closed.\n\n(BEGIN VIDEO CLIP)\n\nGOV. ANNA STILL (R), NORTH STATE: We had no choice.\n\nUNIDENTIFIED MALE: Governor, when will it open?\n\nSTILL: When it's safe.\n\n(END VIDEO CLIP)\n\nBLAINE: Let's go to our correspondent Kate Dolan. Kate, what are you hearing?\n\nKATE DOLAN, CORRESPONDENT (voice-over): Walt, the engineers arrived this morning.\n\n[17:05:02]\n\nBLAINE: How bad?\n\nDOLAN: Bad.\n\n(COMMERCIAL BREAK)\n\nBLAINE: Welcome back.\n",
    'WALT BLAINE | ANNA STILL | UNIDENTIFIED MALE | ANNA STILL | WALT BLAINE | KATE DOLAN | WALT BLAINE | KATE DOLAN | WALT BLAINE',
  ],
  [
    'members who are not named',
    'Some hon. members: Oh, oh!\nThe Speaker: Order. The member for Harbour.\nMr. Lee Brandt: Mr. Speaker, when will you act?\nSome hon. members: Hear, hear!\nThe Speaker: The hon. minister.\nHon. Jane Roe (Minister of Roads, Lib.): Mr. Speaker, we will.\nAn hon. member: Shame!\nThe Speaker: Order.\n',
    'Some hon. members | The Speaker | Mr. Lee Brandt | Some hon. members | The Speaker | Hon. Jane Roe | An hon. member | The Speaker',
  ],
  [
    'a Dutch chamber',
    'De voorzitter: Het woord is aan de heer Brandt.\nDe heer Brandt (XYZ): Voorzitter, wanneer gaat de brug open?\nDe voorzitter: De minister.\nMevrouw Kern (ABC): Mag ik iets vragen?\nDe voorzitter: Nee.\n',
    'De voorzitter | De heer Brandt | De voorzitter | Mevrouw Kern | De voorzitter',
  ],
  [
    'not who is addressed in mid-speech',
    'Mr. Kane. I thank you. It was late when we came to it.\nMr. Chairman, thank you. I have seen the report.\nMs. Lofton. Will you send it to us?\nMr. Kane. I will.\nMs. Lofton. When?\nMr. Kane. In May.\n',
    'Mr. Kane | Ms. Lofton | Mr. Kane | Ms. Lofton | Mr. Kane',
  ],
]

describe('labels as assemblies and committees print them', () => {
  it.each(TEXTS)('%s', (_, text, speakers) => {
    expect(speakersOf(text)).toBe(speakers)
  })
})
