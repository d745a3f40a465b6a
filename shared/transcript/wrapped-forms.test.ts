import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

interface Talk {
  readonly people: readonly [string, string, string]
  /** Speeches, the first of them by whom nobody asked. */
  readonly speeches: readonly string[]
}

const ENGLISH: Talk = {
  people: ['Renna Okafor', 'Petra Lind', 'Jonas Abara'],
  speeches: [
    'Good morning, and thank you for coming out in this weather. The new bridge will open next month, after three years of work, and I am glad that we can say so today. Two things remain: the lights and the tolls.',
    'Minister, you said two years ago that there would be no tolls at all. What has changed since then, and who decided it?',
    'Nothing has changed. The council decided in spring that lorries pay and nobody else does. I have always said that whoever wears the road down should help to mend it.\nAs for the lights, they come from abroad, and the ship is late. That is all there is to say about them.',
    'And the ferry? Many people on the north bank have asked us whether it will go on.',
    'It will go on as long as people use it. We have signed a contract for 10 years: nobody needs to worry. The last boat leaves at 23:30, as it does now.',
    'Can you tell us what the bridge cost in the end?',
    'It cost what we said it would cost. I know that this is not what people expect to hear, and I do not mind if they check the figures. They are in the report, on page 12, and they were checked twice.',
    'One more question about the workers. There were accidents, and your office never said how many. Will you tell us now?',
    'There were four, none of them grave. I visited every one of those people, and I want to thank their families here.',
    'Thank you, Minister.',
    'Thank you. We meet again at the opening, and I hope the sun will shine.',
  ],
}

const GERMAN: Talk = {
  people: ['Ute Kern', 'Jan Holt', 'Eva Brandt'],
  speeches: [
    'Guten Morgen, meine Damen und Herren. Die neue Brücke wird im nächsten Monat eröffnet, und ich freue mich, dass wir das heute sagen können. Es bleiben zwei Dinge: die Lampen und die Maut.',
    'Frau Ministerin, Sie haben vor zwei Jahren gesagt, es werde keine Maut geben. Was hat sich seitdem geändert, und wer hat das entschieden?',
    'Nichts hat sich geändert. Der Rat hat im Frühjahr entschieden, dass Lastwagen zahlen und sonst niemand. Ich habe immer gesagt, wer die Straße abnutzt, soll helfen, sie zu erhalten.',
    'Und die Fähre? Viele Leute am Nordufer haben uns gefragt, ob sie weiter fährt.',
    'Sie fährt weiter, solange man sie benutzt. Wir haben einen Vertrag über zehn Jahre unterschrieben: Niemand muss sich sorgen. Das letzte Boot geht um 23:30 Uhr, wie bisher auch.',
    'Können Sie sagen, was die Brücke am Ende gekostet hat?',
    'Sie hat gekostet, was wir gesagt haben. Ich weiß, dass man das nicht erwartet, und ich habe nichts dagegen, wenn jemand die Zahlen prüft. Sie stehen im Bericht, auf Seite 12.',
    'Danke, Frau Ministerin. Wird es auch einen Radweg geben?',
    'Den gibt es schon. Er ist drei Meter breit und auf beiden Seiten durch ein Geländer geschützt.',
  ],
}

const RUSSIAN: Talk = {
  people: ['Анна Сидорова', 'Иван Петров', 'Мария Орлова'],
  speeches: [
    'Доброе утро, спасибо, что пришли в такую погоду. Новый мост откроется в следующем месяце, после трёх лет работы, и я рада, что мы можем сказать это сегодня.',
    'Два года назад вы говорили, что проезд будет бесплатным. Что изменилось с тех пор, и кто это решил?',
    'Ничего не изменилось. Совет решил весной, что платят грузовики и больше никто. Я всегда говорила, что тот, кто портит дорогу, должен помогать её чинить.',
    'А паром? Многие жители северного берега спрашивают, будет ли он ходить дальше.',
    'Он будет ходить, пока им пользуются. Мы подписали договор на десять лет: волноваться не надо. Последний рейс уходит в 23:30, как и сейчас.',
    'Можете ли вы сказать, сколько стоил мост в итоге?',
    'Он стоил столько, сколько мы обещали. Я знаю, что этого никто не ждёт, и я не против, если цифры проверят ещё раз. Они есть в отчёте.',
  ],
}

const JAPANESE: Talk = {
  people: ['山本花子', '森太郎', '林和子'],
  speeches: [
    'おはようございます。新しい橋は来月開通します。三年の工事を経て、今日こうして皆様にお伝えできることをうれしく思います。残るのは二つ、照明と料金です。',
    '二年前、料金は取らないとおっしゃいました。その後何が変わったのでしょうか。どなたが決めたのでしょうか。',
    '何も変わっておりません。春に議会が、貨物車だけが払うと決めました。道を傷める者が直す手伝いをすべきだと、私はいつも申し上げてきました。',
    '渡し船はどうなりますか。北岸の住民から、続くのかという声が多く届いています。',
    '使われるかぎり続けます。十年の契約を結びました。心配は要りません。最終便は今と同じく23時30分に出ます。',
    '橋は結局いくらかかったのですか。',
    '申し上げたとおりの額です。意外に思われるかもしれませんが、数字は報告書に載せてあります。どうぞお確かめください。',
  ],
}

const TALKS: readonly (readonly [name: string, talk: Talk])[] = [
  ['English', ENGLISH],
  ['German', GERMAN],
  ['Russian', RUSSIAN],
  ['Japanese', JAPANESE],
]

interface Print {
  /** Before the speech; a line break at its end lets the label stand alone. */
  readonly label: (name: string, turn: number) => string
  /** Empty lines before each turn. */
  readonly gap: number
}

const clock = (turn: number): string => `00:${String(turn * 3 + 1).padStart(2, '0')}:07`

const PRINTS: readonly (readonly [name: string, print: Print])[] = [
  ['names with a colon', { label: (name) => `${name}: `, gap: 0 }],
  ['names with a colon, empty lines between', { label: (name) => `${name}: `, gap: 1 }],
  ['names in capitals', { label: (name) => `${name.toUpperCase()}: `, gap: 0 }],
  ['bold names', { label: (name) => `**${name}:** `, gap: 1 }],
  ['headings', { label: (name) => `### ${name}:\n`, gap: 1 }],
  ['brackets', { label: (name) => `[${name}] `, gap: 1 }],
  ['times before the name', { label: (name, turn) => `[${clock(turn)}] ${name}: `, gap: 0 }],
  ['times behind the name', { label: (name, turn) => `${name} (${clock(turn)}): `, gap: 1 }],
  ['names and times alone', { label: (name, turn) => `${name}  ${clock(turn)}\n`, gap: 1 }],
  ['times and names alone', { label: (name, turn) => `${clock(turn)} ${name}\n`, gap: 1 }],
  ['chevrons', { label: (name) => `>> ${name}: `, gap: 0 }],
  ['names alone', { label: (name) => `${name}\n`, gap: 1 }],
  ['names with a colon, alone', { label: (name) => `${name}:\n`, gap: 1 }],
  ['voices', { label: (name) => `<v ${name}>`, gap: 0 }],
]

function wrap(paragraph: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of paragraph.match(/[\u3040-\u9fff][、。]?|[^\s\u3040-\u9fff]+\s?|\s+/gu) ?? []) {
    if (line !== '' && (line + unit).trimEnd().length > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += unit
  }
  return [...lines, line.trimEnd()]
}

const speakerOf = (talk: Talk, turn: number): string => talk.people[turn % 2 === 0 ? 0 : turn % 4 === 1 ? 1 : 2]

function printed(talk: Talk, { label, gap }: Print, width: number, indent: string): string {
  const turns = talk.speeches.map((speech, turn) => {
    const whole = label(speakerOf(talk, turn), turn) + speech
    return whole
      .split('\n')
      .map((paragraph) => wrap(indent + paragraph, width).join('\n'))
      .join('\n')
  })
  return `${turns.join('\n'.repeat(gap + 1))}\n`
}

const despaced = (text: string): string => text.replace(/\s+/gu, '')

describe.each(TALKS)('a talk in %s', (name, talk) => {
  it.each(PRINTS)('%s, at any width', (form, print) => {
    const isEastAsian = name === 'Japanese'
    for (const width of isEastAsian ? [20, 26, 34, 40, 10_000] : [38, 50, 64, 76, 10_000]) {
      for (const indent of form === 'headings' || form === 'brackets' ? [''] : ['', '  ']) {
        const reading = readTranscript(printed(talk, print, width, indent))
        const where = `${form}, width ${width}, indent ${indent.length}`
        const speakers = reading.turns.map(({ speaker }) => speaker?.toUpperCase())
        expect(speakers, where).toEqual(talk.speeches.map((_, turn) => speakerOf(talk, turn).toUpperCase()))
        const speech = reading.turns.map(({ firstBlock, endBlock }) =>
          reading.blocks
            .slice(firstBlock, endBlock)
            .filter(({ kind }) => kind === 'paragraph')
            .map(({ text }) => text)
            .join(' '),
        )
        expect(speech.map(despaced), where).toEqual(talk.speeches.map(despaced))
      }
    }
  })
})
