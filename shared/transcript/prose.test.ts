import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

/** Cuts each paragraph into lines of at most so many characters, at blanks where there are any. */
function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = []
      let line = ''
      for (const unit of paragraph.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s?|\s/gu) ??
        []) {
        if (line !== '' && (line + unit).trimEnd().length > width) {
          lines.push(line.trimEnd())
          line = ''
        }
        line += unit
      }
      return [...lines, line].join('\n')
    })
    .join('\n')
}

const PROSE: readonly (readonly [name: string, text: string])[] = [
  [
    'a novel with quotes',
    'The old man put down his cup. “You are early,” he said.\n\n“I could not sleep,” said Mara.\n\n“Nobody can, these days.” He looked at the window. “Shall we go?”\n\nThey went down to the harbour. It was still dark, and the boats lay side by side.\n\n“There,” said Mara, and pointed.',
  ],
  [
    'a French novel with dashes',
    'La porte s’ouvrit.\n— Vous voilà enfin, dit-il.\n— Je ne pouvais pas dormir, répondit Mara.\nIl regarda la fenêtre. La nuit était encore noire, et le port dormait.\n— Partons-nous ? demanda-t-elle.\n— Tout de suite.\nIls descendirent vers le port. Les barques étaient rangées côte à côte.\n— Là, dit Mara.\n',
  ],
  [
    'a Russian novel with dashes',
    'Дверь открылась.\n— Вот и вы, — сказал он.\n— Я не могла уснуть, — ответила Мара.\nОн посмотрел в окно. Было ещё темно.\n— Идём? — спросила она.\n— Сейчас.\nОни спустились в порт.\n',
  ],
  [
    'a news article that quotes',
    'HARBOUR CITY — The new bridge will open next month, the mayor said on Monday.\n\nJane Roe, the mayor, told reporters: “We are ready.”\n\nAsked about the cost, she said: “It is within the budget.”\n\nMinister Karl Brandt added: “I thank everybody who worked on it.”\n\nThe ferry will stay, a spokesman said.',
  ],
  [
    'a Chinese news article',
    '本报讯 新桥将于下个月通车。\n\n市长陈树表示：“我们已经准备好了。”\n\n记者了解到，工程共分三期：第一期已完成。\n\n陈树说：“费用没有超支。”\n\n他强调：“安全第一。”',
  ],
  [
    'scripture',
    'Genesis 1:1 In the beginning there was the deep.\n1:2 And the deep was dark, and there was wind upon it.\n1:3 And a voice said, Let it be light: and it was light.\n1:4 And the light was good: and it was parted from the dark.\n1:5 And the light was called day.\n',
  ],
  [
    'frequently asked questions',
    '# Frequently asked questions\n\n## How do I open an account?\n\nGo to the counter and ask for a form.\n\n## What does it cost?\n\nNothing. The service is free.\n\n## Where do I find you?\n\nWe are at the harbour.\n',
  ],
  [
    'frequently asked questions, numbered',
    '1. How do I open an account?\nGo to the counter and ask for a form.\n\n2. What does it cost?\nNothing. The service is free.\n\n3. Where do I find you?\nWe are at the harbour.\n',
  ],
  [
    'contents of a sitting',
    'Contents\n\nOpening of the sitting ........ 1\nMinutes ........ 2\nQuestions to ministers ........ 3\n  Jane Roe (ABC) ........ 3\n  Karl Brandt (XYZ) ........ 4\n  Jane Roe (ABC) ........ 5\nVotes ........ 6\n',
  ],
  [
    'contents with names',
    'Tagesordnungspunkt 1:\nEröffnung durch den Präsidenten . . . . 1 A\nTagesordnungspunkt 2:\nUte Kern (ABC) . . . . 2 B\nJan Holt (XYZ) . . . . 3 C\nTagesordnungspunkt 3:\nUte Kern (ABC) . . . . 4 D\n',
  ],
  [
    'a bibliography',
    'Roe, Jane: The Bridge. Harbour: Lantern Press, 2021.\nBrandt, Karl: Nets and Tar. Valley: Mill Books, 1998.\nRoe, Jane: The Ferry. Harbour: Lantern Press, 2024.\nVoss, Lena: Salt. Harbour: Lantern Press, 2003.\nBrandt, Karl: Tar. Valley: Mill Books, 2001.\n',
  ],
  [
    'a recipe',
    'Apple cake\n\nIngredients:\n- flour: 200 g\n- sugar: 100 g\n- apples: 3\n\nMethod:\nMix all. Bake for 40 minutes. Do you like cinnamon? Add it.\n\nTip: serve warm.\n',
  ],
  [
    'two recipes',
    'Apple cake\n\nIngredients\nFlour, sugar and apples.\n\nMethod\nMix all of it. Bake.\n\nPear cake\n\nIngredients\nFlour, sugar and pears.\n\nMethod\nMix all of it. Bake.\n\nPlum cake\n\nIngredients\nFlour, sugar and plums.\n\nMethod\nMix all of it. You can bake it longer.\n',
  ],
  [
    'a letter by mail',
    'From: Jane Roe\nTo: Karl Brandt\nCc: Lena Voss\nDate: 3 May 2031\nSubject: The bridge\n\nDear Karl,\n\nare you coming to the opening? I would like to see you there.\n\nYours\nJane\n',
  ],
  [
    'a thread of mail with quotes',
    'From: Jane Roe\nTo: Karl Brandt\nSubject: The bridge\n\n> Are you coming?\n>> I asked you already.\n>> And you never answered me\n>> in all that time.\n> I am sorry.\n\nI will come.\n\nFrom: Karl Brandt\nTo: Jane Roe\nSubject: Re: The bridge\n\nThank you.\n',
  ],
  [
    'a form',
    'Name: Jane Roe\nAge: 34\nPlace: Harbour\nOccupation: fisher\nHousehold: four people\nRemarks: was friendly and answered all questions.\n',
  ],
  [
    'a list of definitions',
    'Claim: a sentence that somebody holds to be true.\nTopic: what the talk is about.\nRhetoric: how it is said, for instance by a question.\nExchange: a question with its answer.\nTurn: what one person says.\n',
  ],
  [
    'a program',
    'def run(self):\n    if self.open:\n        return True\n    else:\n        return False\n\nclass Bridge:\n    def __init__(self):\n        self.open = False\n',
  ],
  [
    'settings',
    'server:\n  host: example.org\n  port: 8080\nclient:\n  host: example.com\n  port: 8081\nserver:\n  host: example.net\n',
  ],
  [
    'a poem',
    'The harbour sleeps, the harbour wakes,\nThe boats come in at dawn;\nAnd every wave the morning breaks\nIs one that night has drawn.\n\nO harbour, harbour, let me be,\nThe boats come in at dawn;\nFor I have only come to see\nWhat night and sea have drawn.\n',
  ],
  [
    'a song',
    'Verse 1\nI went down to the harbour\nAnd you were waiting there\n\nChorus\nOh, the bridge, the bridge\nIt carries you and me\n\nVerse 2\nI went up to the valley\nAnd you were waiting there\n\nChorus\nOh, the bridge, the bridge\nIt carries you and me\n',
  ],
  [
    'a law',
    'Article 1: Purpose. This law governs bridges.\nArticle 2: Definitions. In this law, a bridge is a way over water.\nArticle 3: Tolls. No toll is due.\nArticle 4: Penalties. Whoever breaks this law pays a fine.\n',
  ],
  [
    'a Chinese law',
    '第一条：为了管理桥梁，制定本法。\n第二条：本法所称桥梁，是指跨越水面的道路。\n第三条：不得收费。\n第四条：违反本法的，处以罚款。\n',
  ],
  [
    'minutes with an agenda',
    'Minutes\n\nPresent: Jane Roe, Karl Brandt\nAbsent: Lena Voss\n\n1. Budget: The budget was approved.\n2. Bridge: The works go on. The opening is in May.\n3. Ferry: No change.\n4. Any other business: None.\n\nAction: Karl writes to the ministry.\n',
  ],
  [
    'a programme with times',
    '09:00 Registration\n09:30 Opening remarks\n10:00 Jane Roe, The Bridge\n10:45 Coffee break\n11:00 Karl Brandt, Nets and Tar\n12:00 Lunch\n13:00 Panel\n14:30 Coffee break\n15:00 Closing remarks\n',
  ],
  [
    'a programme with times behind',
    'Registration 09:00\nOpening remarks 09:30\nCoffee break 10:45\nNets and Tar 11:00\nLunch 12:00\nPanel 13:00\nCoffee break 14:30\nClosing remarks 15:00\n',
  ],
  [
    'a report with headings that come again',
    '# Site A\n\n## Strengths\n\nThe work is sound. We saw good practice.\n\n## Weaknesses\n\nThe roof leaks.\n\n# Site B\n\n## Strengths\n\nYou can see the care in it.\n\n## Weaknesses\n\nNone were found.\n\n# Site C\n\n## Strengths\n\nGood light.\n\n## Weaknesses\n\nWe found the door broken.\n',
  ],
  [
    'headings that come again without marks',
    'Site A\n\nStrengths\n\nThe work is sound. We saw good practice.\n\nWeaknesses\n\nThe roof leaks.\n\nSite B\n\nStrengths\n\nThe care in it is plain.\n\nWeaknesses\n\nNone were found.\n\nSite C\n\nStrengths\n\nGood light.\n\nWeaknesses\n\nThe door is broken.\n',
  ],
  [
    'a table of figures',
    'Year\tPlace\tBoats\n2021\tHarbour\t12\n2022\tHarbour\t14\n2021\tValley\t3\n2022\tValley\t4\n2023\tHarbour\t15\n',
  ],
  [
    'a list with dashes',
    'What to bring:\n- a coat\n- boots\n- something to eat\n- a lamp\n- Is there room for a book? Bring one.\n',
  ],
  [
    'a diary',
    'Monday: Rain all day. I stayed in.\nTuesday: I went to the harbour. Nobody was there.\nWednesday: Jane came. We talked until late.\nThursday: I wrote to Karl.\nFriday: Rain again.\n',
  ],
  [
    'advice in a manual',
    'Note: Do not open the lid.\nWarning: You may be hurt.\nTip: Ask somebody to help you.\nNote: Keep your hands dry.\nWarning: The lid is heavy.\n',
  ],
  [
    'a Chinese essay',
    '我的家乡在河边。河上有一座桥：那是我小时候每天走过的地方。\n\n母亲常说：“慢慢走。”我那时不懂。\n\n后来我离开了家乡。我问自己：什么时候回去？\n\n答案很简单：等桥修好的那一天。',
  ],
  [
    'a Japanese story',
    '港は静かだった。\n「もう行くの？」と母が言った。\n「うん、行く」と私は答えた。\n外はまだ暗かった。船が並んでいた。\n「気をつけて」\n私は黙ってうなずいた。\n',
  ],
  [
    'captions of pictures and tables',
    'Figure 1: The bridge in May. Figure 2: The ferry.\n\nTable 1: Tolls by year.\n\nThe works began in spring. Figure 3: The pier.\n\nTable 2: Boats by year.\n',
  ],
  [
    'a quiz',
    'Q1. Which river runs through Harbour?\nA. The Alder\nB. The Birch\nC. The Cedar\n\nQ2. When was the bridge built?\nA. 2021\nB. 2031\nC. Nobody knows\n\nQ3. Who are you?\nA. A friend\nB. A foe\n',
  ],
  ['an outline', 'A. Introduction\nB. Methods\nC. Results\n\nA. What we did\nB. What we found\nC. What it means\n'],
  [
    'a log',
    '2021-03-12 10:30:12 INFO server: started.\n2021-03-12 10:30:14 WARN disk: is nearly full.\n2021-03-12 10:31:00 INFO server: request from client.\n2021-03-12 10:31:02 INFO server: done.\n2021-03-12 10:32:00 WARN disk: is full.\n2021-03-12 10:33:00 INFO server: stopped.\n',
  ],
  [
    'a horoscope',
    'Aries: You will meet somebody.\nTaurus: You should rest.\nGemini: Are you sure? Think again.\nCancer: You will travel.\nLeo: You need money.\n',
  ],
  ['a list of telephones', 'Jane Roe: 555 1234\nKarl Brandt: 555 2345\nLena Voss: 555 3456\nJane Roe: 555 4567\n'],
  [
    'a cast',
    'Hilda: Jane Roe\nThe King: Karl Brandt\nA Servant: Lena Voss\nDirector: Petra Lind\nLights: Jonas Abara\n',
  ],
  [
    'praise for a book',
    '“I could not put it down.”\nJane Roe, The Lantern\n\n“You will laugh.”\nKarl Brandt, The Valley News\n\n“We loved it.”\nLena Voss, Harbour Radio\n',
  ],
  [
    'terms in bold',
    '**Claim:** what somebody holds to be true.\n\n**Topic:** what we talk about.\n\n**Rhetoric:** how you say it.\n\n**Turn:** what one person says.\n',
  ],
  [
    'what changed',
    '## 2.1\n\nAdded: a button to close the window.\nFixed: the list is sorted again.\nFixed: the menu opens.\n\n## 2.0\n\nAdded: colours.\nChanged: the window is wider.\nRemoved: the old list.\nFixed: saving works when the disk is full.\nAdded: you can search.\n',
  ],
  [
    'the Analects in modern prose',
    '子曰：“学而时习之，不亦说乎？”\n有子曰：“其为人也孝弟。”\n子曰：“巧言令色，鲜矣仁。”\n曾子曰：“吾日三省吾身。”\n子曰：“道千乘之国。”\n',
  ],
  ['a Chinese film’s credits', '导演：陈树\n编剧：何苗\n主演：林海、周南\n摄影：王小树\n音乐：李明\n片长：120分钟\n'],
  [
    'an Arabic story',
    'كان الميناء هادئا.\nقال: هل نذهب الآن؟\nقالت: نعم، هيا بنا.\nثم نزلا إلى البحر.\nقال: انظري هناك.\nقالت: لا أرى شيئا.\n',
  ],
  [
    'numbered points with brackets',
    '(a) The council meets in May.\n(b) The mayor speaks first.\n(a) The council may adjourn.\n(b) The mayor may object.\n（一）会议于五月召开。\n（二）市长先发言。\n（一）会议可以休会。\n（二）市长可以反对。\n',
  ],
  [
    'notes of a stage',
    '(Laughter) The room was full.\n(Applause) Everybody stood.\n(Laughter) It went on and on.\n(Applause) Then it was over.\n',
  ],
  [
    'a paper',
    'Abstract: We study bridges. Keywords: bridges, tolls.\n\n1 Introduction\n\nBridges matter to us. As Roe (2021) says: “We cross them.”\n\n2 Methods\n\nWe asked 40 people. They were paid.\n\n3 Results\n\nMost of them like bridges: 38 of 40.\n\nReferences\n\nRoe, J. (2021). The Bridge. Harbour: Lantern Press.\n',
  ],
  [
    'a report by days and hours',
    '10:30 The boat left the harbour. I was on deck.\n\n11:15 We saw the bridge. You could hear the wind.\n\n12:00 Lunch was served.\n\n13:40 We turned round.\n',
  ],
  [
    'a quotation a line',
    'Jane Roe: “A bridge is a promise.”\nKarl Brandt: “Tar never lies.”\nLena Voss: “Salt remembers.”\nPetra Lind: “Ask me tomorrow.”\n',
  ],
  [
    'chapters of a play’s summary',
    'ACT ONE\n\nHilda waits at the harbour. The King does not come.\n\nACT TWO\n\nThe King comes. You know the rest.\n\nACT THREE\n\nAll are dead.\n',
  ],
  [
    'a list of what was read',
    'Works cited\n\nHartley J. R. The dams of the north. Oxford, 1989.\n\nLund B. K. Rivers and their people. Bergen, 2001.\n\nMarsh I. T. Floods. Leeds, 1977.\n\nОрлов Н. В. История реки. Москва, 1988.\n\nСидорова А. П. Мосты севера. Вологда, 1991.\n',
  ],
  [
    'the catalogue of an exhibition',
    'Marlow: Water and Ice, oil on canvas\nRoom Four: first floor, left\nDelacourt: The Ferry, pencil\nRoom Four: first floor, right\nHalvorsen: Nets, wood\nRoom Four: first floor, window\n',
  ],
  [
    'reviews of books',
    'Toni Marlow - The Long Field\nA novel about a farm, and about two sisters. I liked it.\n\nPhilip Lund - Every Other Day\nA short book on old age. You will read it twice.\n\nToni Marlow - The Short Field\nThe sequel. It begins where the first ends.\n\nPhilip Lund - No Day\nThe last. We wept.\n',
  ],
  [
    'notes in the field',
    'Observation, School B\n\nClassroom\n9:05 AM\nThe teacher hands out sheets. Two boys talk.\n\nPlayground\n10:20 AM\nThe girls skip. A teacher watches.\n\nClassroom\n10:45 AM\nWork in pairs. The room is loud.\n\nPlayground\n12:40 PM\nNobody pushes.\n',
  ],
]

describe('text in which nobody is labelled', () => {
  it.each(PROSE)('invents nobody in %s', (_, text) => {
    expect(readTranscript(text).turns.map(({ label }) => label)).toEqual([])
  })

  it.each(PROSE)('invents nobody in %s, hard-wrapped', (_, text) => {
    for (const width of [24, 40, 66])
      expect(readTranscript(wrapped(text, width)).turns.map(({ label }) => label)).toEqual([])
  })
})
