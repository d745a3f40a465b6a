import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const speakersOf = (text: string): string =>
  readTranscript(text)
    .turns.map(({ speaker }) => speaker ?? '-')
    .join(' | ')

/** Each: what it is, text, speakers in order. */
const TEXTS: readonly (readonly [name: string, text: string, speakers: string])[] = [
  [
    'a circle and a pointed bracket',
    '◇ 김현수> 물값이 왜 올랐습니까?\n◆ 박정호> 관로가 낡았습니다.\n◇ 김현수> 언제까지 오릅니까?\n◆ 박정호> 내년까지 두 번 더 조정합니다.\n◇ 김현수> 감사합니다.\n',
    '김현수 | 박정호 | 김현수 | 박정호 | 김현수',
  ],
  [
    'pointed brackets',
    '<질문> 물값이 왜 올랐습니까?\n<답변> 관로가 낡았습니다.\n<질문> 언제까지 오릅니까?\n<답변> 내년까지 두 번 더 조정합니다.\n',
    '질문 | 답변 | 질문 | 답변',
  ],
  [
    'a chat of nicknames',
    '[14:02] <mira> are you there?\n[14:02] <@tom> i am\n[14:03] <mira> when do you come?\n[14:05] <@tom> at nine.\n',
    'mira | tom | mira | tom',
  ],
  [
    'times and square brackets',
    '[00:00.000 --> 00:04.120] [SPEAKER_00]: Good morning, thanks for coming in.\n[00:04.500 --> 00:06.300] [SPEAKER_01]: Thanks for having me.\n[00:06.300 --> 00:11.000] [SPEAKER_00]: How did you first hear about the programme?\n[00:11.200 --> 00:19.760] [SPEAKER_01]: My sister told me.\n',
    'SPEAKER_00 | SPEAKER_01 | SPEAKER_00 | SPEAKER_01',
  ],
  [
    'numbered speakers under times',
    '00:01\nスピーカー 1\nこんにちは、今日は二人で話します。\n00:06\nスピーカー 2\nよろしくお願いします。\n00:09\nスピーカー 1\n最近、何か面白いことありましたか？\n00:14\nスピーカー 2\n引っ越しました。川の近くです。\n',
    'スピーカー 1 | スピーカー 2 | スピーカー 1 | スピーカー 2',
  ],
  [
    'tiers of what is said',
    '@Begin\n@Participants:\tCHI Alex Target_Child, MOT Mother\n*MOT:\twhat are you doing ?\n*CHI:\tmaking a tower .\n%mor:\tpart|make-PRESP det|a n|tower .\n*MOT:\tis it tall ?\n*CHI:\tno it fell .\n@End\n',
    'MOT | CHI | MOT | CHI',
  ],
  [
    'a screenplay',
    "                    RUIZ\n          Where was he last seen?\n\n                    OFFICER KIM\n               (checking notes)\n          Pier nine. About midnight.\n\nRuiz grabs her coat.\n\n                    RUIZ (CONT'D)\n          Call the harbour master. Now.\n\n                    OFFICER KIM\n          He won't pick up.\n\n                    RUIZ\n          Then wake him.\n",
    'RUIZ | OFFICER KIM | RUIZ | OFFICER KIM | RUIZ',
  ],
  [
    'a full stop and a dash',
    'Ministra Portavoz.- Buenos días a todos. El Consejo ha aprobado hoy la ley.\n\nMinistro de Hacienda.- Quiero destacar tres medidas: la primera, fiscal; la segunda, social.\n\nP.- Ministra, ¿cuándo entrará en vigor?\n\nMinistra Portavoz.- En cuanto se publique.\n\nP.- ¿Hay acuerdo con los socios?\n\nMinistro de Hacienda.- Seguimos trabajando.\n',
    'Ministra Portavoz | Ministro de Hacienda | P | Ministra Portavoz | P | Ministro de Hacienda',
  ],
  [
    'Thai',
    'ผู้สัมภาษณ์: คุณเริ่มทำนาตั้งแต่เมื่อไหร่คะ\nลุงสมชาย: ตั้งแต่เด็กครับ ช่วยพ่อแม่ทำ\nผู้สัมภาษณ์: ปีนี้ผลผลิตเป็นอย่างไรบ้างคะ\nลุงสมชาย: ไม่ดีเท่าไหร่ น้ำน้อย\nผู้สัมภาษณ์: แล้วจะทำอย่างไรต่อคะ\nลุงสมชาย: ก็ต้องสู้ต่อไปครับ\n',
    'ผู้สัมภาษณ์ | ลุงสมชาย | ผู้สัมภาษณ์ | ลุงสมชาย | ผู้สัมภาษณ์ | ลุงสมชาย',
  ],
  [
    'a telephone number',
    '[12/03/2023, 18:01:22] Anna: hey are we still on for tonight?\n[12/03/2023, 18:02:10] Marco Rossi: yes! 8pm\n[12/03/2023, 18:03:00] Anna: which one: catan or the other\n[12/03/2023, 18:03:40] \u202a+44 7700 900123\u202c: the other!!\n[12/03/2023, 18:04:02] Marco Rossi: ok\n',
    'Anna | Marco Rossi | Anna | +44 7700 900123 | Marco Rossi',
  ],
  [
    'letters of French',
    "Q. Quand le pont ouvre-t-il ?\nR. En mai.\nQ. Et s'il pleut ?\nR. En juin.\n",
    'Q | R | Q | R',
  ],
  [
    'a dash before questions, names before answers',
    '――まず、この作品を書こうと思ったきっかけを教えてください。\n\n高橋　きっかけは、祖母の日記なんです。蔵を片づけていたら、たまたま出てきて。\n\n――日記ですか。\n\n高橋　ええ。昭和十九年の、半年分だけ。\n\n――それをどう小説に？\n\n高橋　そのまま使うのではなくて、書かれていないことを考えました。\n',
    '- | 高橋 | - | 高橋 | - | 高橋',
  ],
  [
    'a dash before questions to two people',
    '――お二人の出会いを教えてください。\n\n高橋　大学の同級生なんです。もう二十年になりますね。\n\n山田　サークルが一緒でした。私はすぐ辞めましたけど。\n\n――それで一緒に会社を？\n\n高橋　ええ、三年後に。\n\n――今後の目標を聞かせてください。\n\n山田　もっと小さくしたいです。\n\n――最後に一言お願いします。\n\n高橋　ありがとうございました。\n',
    '- | 高橋 | 山田 | - | 高橋 | - | 山田 | - | 高橋',
  ],
  [
    'not a page of HTML',
    '<p> I went to the harbour. Did you?\n<li> You did.\n<p> I saw the boats.\n<li> We saw them.\n',
    '',
  ],
]

describe('labels of chats, recorders, plays and broadcasters', () => {
  it.each(TEXTS)('%s', (_, text, speakers) => {
    expect(speakersOf(text)).toBe(speakers)
  })
})
