import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const speakersOf = (text: string): string =>
  readTranscript(text)
    .turns.map(({ speaker }) => speaker ?? '-')
    .join(' | ')

/** Each: name of the form, text, speakers in order. */
const FORMS: readonly (readonly [name: string, text: string, speakers: string])[] = [
  [
    'a chat with whom it went to',
    '00:12:33 From Ann Lee to Everyone: Are you there?\n00:12:40 From Ben Roy to Everyone: I am here.\n00:13:01 From Ann Lee to Everyone: Good, we begin.\n',
    'Ann Lee | Ben Roy | Ann Lee',
  ],
  [
    'times behind the colon',
    'Speaker 1: 00:12\nWelcome back to the show.\n\nSpeaker 2: 00:20\nThank you, I am glad.\n\nSpeaker 1: 00:31\nHow did you start?\n',
    'Speaker 1 | Speaker 2 | Speaker 1',
  ],
  [
    'times in brackets before a name alone',
    '[00:00:00] Ann Lee\nWelcome back to the show.\n\n[00:00:12] Ben Roy\nThank you, I am glad.\n\n[00:00:31] Ann Lee\nHow did you start?\n',
    'Ann Lee | Ben Roy | Ann Lee',
  ],
  [
    'times of day behind a name',
    'Ann Lee  12:30 PM\nAre you there?\nBen Roy  12:31 PM\nI am here, as you see.\nAnn Lee  12:33 PM\nGood.\n',
    'Ann Lee | Ben Roy | Ann Lee',
  ],
  [
    'members with seats and parties',
    'Jane Roe (Harbour) (Lab): Will the Minister tell us when the bridge opens?\n\nThe Minister for Roads (Karl Brandt): I will. It opens in May.\n\nJane Roe: I thank him for that.\n',
    'Jane Roe | Karl Brandt | Jane Roe',
  ],
  [
    'initials',
    'JR: When did you come here?\nKB: In spring, I think.\nJR: Why did you stay?\nKB: I had no boat.\n',
    'JR | KB | JR | KB',
  ],
  [
    'initials with full stops',
    'J.R.: When did you come here?\nK.B.: In spring, I think.\nJ.R.: Why did you stay?\nK.B.: I had no boat.\n',
    'J.R. | K.B. | J.R. | K.B.',
  ],
  [
    'codes of a group',
    'M: What do you think of it?\nF1: I like it.\nM2: I do not.\nF1: Why not?\nM2: It is too loud for me.\n',
    'M | F1 | M2 | F1 | M2',
  ],
  [
    'a list of bold names',
    '- **Ann**: Is it open?\n- **Ben**: I think so.\n- **Ann**: Since when?\n',
    'Ann | Ben | Ann',
  ],
  [
    'bold names in a starred list',
    '* **Ann:** Is it open?\n* **Ben:** I think so.\n* **Ann:** Since when?\n',
    'Ann | Ben | Ann',
  ],
  ['names in italics', '*Ann:* Is it open?\n\n*Ben:* I think so.\n\n*Ann:* Since when?\n', 'Ann | Ben | Ann'],
  ['names between underscores', '_Ann:_ Is it open?\n\n_Ben:_ I think so.\n\n_Ann:_ Since when?\n', 'Ann | Ben | Ann'],
  [
    'Swedish numbers of speeches',
    'Anf. 1 ANNA BERG (S):\n\nHerr talman! Vi säger nej.\n\nAnf. 2 TALMANNEN:\n\nTack. Ordet är fritt.\n\nAnf. 3 ANNA BERG (S):\n\nVi säger nej igen.\n',
    'ANNA BERG | TALMANNEN | ANNA BERG',
  ],
  ['Arabic letters', 'س: متى يفتح الجسر؟\nج: الشهر القادم.\nس: وهل هو مجاني؟\nج: نعم.\n', 'س | ج | س | ج'],
  ['Hebrew letters', 'ש: מתי ייפתח הגשר?\nת: בחודש הבא.\nש: והאם זה חינם?\nת: כן.\n', 'ש | ת | ש | ת'],
  [
    'Russian letters',
    'В: Когда откроют мост?\nО: В следующем месяце.\nВ: А паром?\nО: Он останется.\n',
    'В | О | В | О',
  ],
  ['Korean letters', '문: 언제 개통됩니까?\n답: 다음 달입니다.\n문: 무료입니까?\n답: 네.\n', '문 | 답 | 문 | 답'],
  [
    'wide letters',
    'Ｑ：橋はいつ開通しますか。\nＡ：来月です。\nＱ：無料ですか。\nＡ：無料です。\n',
    'Ｑ | Ａ | Ｑ | Ａ',
  ],
  [
    'questions in round brackets',
    '（問）橋はいつ開通しますか。\n（答）来月です。\n（問）無料ですか。\n（答）無料です。\n',
    '問 | 答 | 問 | 答',
  ],
  [
    'people in round brackets',
    '（記者）橋はいつ開通しますか。\n（大臣）来月です。三年かかりました。\n（記者）無料ですか。\n（大臣）無料です。\n',
    '記者 | 大臣 | 記者 | 大臣',
  ],
  ['numbered questions', 'Q1：何时通车？\nA1：下个月。\nQ2：收费吗？\nA2：不收费。\n', 'Q | A | Q | A'],
  ['two people without names', '甲：你去哪儿？\n乙：我去河边。\n甲：去做什么？\n乙：看新桥。\n', '甲 | 乙 | 甲 | 乙'],
  [
    'who asks and who answers',
    '记者问：新桥何时通车？\n陈树答：下个月。\n记者问：收费吗？\n陈树答：不收费。\n',
    '记者 | 陈树 | 记者 | 陈树',
  ],
  [
    'a sign before the name',
    '●记者：新桥何时通车？\n■陈树：下个月就可以了。\n●记者：收费吗？请您说明。\n■陈树：不收费，一直不收。\n',
    '记者 | 陈树 | 记者 | 陈树',
  ],
  [
    'square signs and names',
    '■记者　新桥何时通车？我们想知道。\n■陈树　下个月就可以了。\n■记者　收费吗？请您说明。\n',
    '记者 | 陈树 | 记者',
  ],
  [
    'letters of a hearing',
    'THE COURT: Please begin.\nBY MR. HOLM:\nQ. Where were you that night?\nA. At the mill.\nTHE COURT: Speak up, please.\nQ. Who saw you?\nA. Nobody did.\n',
    'THE COURT | MR. HOLM | A | THE COURT | MR. HOLM | A',
  ],
]

describe('labels in forms that are seldom seen', () => {
  it.each(FORMS)('%s', (_, text, speakers) => {
    expect(speakersOf(text)).toBe(speakers)
  })
})
