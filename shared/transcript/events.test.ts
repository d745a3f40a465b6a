import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const eventsOf = (text: string): readonly string[] =>
  readTranscript(text)
    .blocks.filter(({ setAside }) => setAside === 'event')
    .map(({ text: words }) => words)
const saidOf = (text: string): readonly string[] =>
  readTranscript(text)
    .blocks.filter(({ kind, turn }) => kind === 'paragraph' && turn !== null)
    .map(({ text: words }) => words)

const DEBATE = `Präsident Dr. Jan Holt:
Das Wort hat die Abgeordnete Kern.

Abg. Ute Kern (ABC):
Herr Präsident! Wir lehnen das ab.
(Beifall bei der ABC – Zuruf von der XYZ:
Das stimmt nicht!)
Wir haben es gesagt.
(Max Brandt [XYZ]: Das ist unser Geld!)
Und wir bleiben dabei.

Präsident Dr. Jan Holt:
Ich danke Ihnen.
`

describe('what happens while somebody speaks', () => {
  it('stands apart from what is said', () => {
    const text =
      '记者：新桥何时通车？\n陈树：下个月。\n（掌声）\n先通行人。\n（何苗议员示意有意提问）\n记者：收费吗？\n（笑）\n陈树：不收费。\n'
    expect(eventsOf(text)).toEqual(['（掌声）', '（何苗议员示意有意提问）', '（笑）'])
    expect(saidOf(text)).toEqual(['新桥何时通车？', '下个月。', '先通行人。', '收费吗？', '不收费。'])
  })

  it('may take several lines, and name who calls out what', () => {
    expect(eventsOf(DEBATE)).toEqual([
      '(Beifall bei der ABC – Zuruf von der XYZ: Das stimmt nicht!)',
      '(Max Brandt [XYZ]: Das ist unser Geld!)',
    ])
    expect(saidOf(DEBATE)).toContain('Wir haben es gesagt.')
  })

  it.each([
    ['a remark of the speaker', '(I was nineteen, and I had no boat.)'],
    ['a sentence of the speaker', '(The school burnt down in the winter of nineteen fifty.)'],
    ['a question in brackets', '(Was it in May?)'],
    ['a bracket that closes before the end of the line', '(Laughter) We laughed a lot then.'],
    ['the number of a point', '(1)'],
    ['what was sent', '[photo]'],
  ])('is not %s', (_, line) => {
    const text = `Q: When did you come?\nA: In spring.\n${line}\nQ: Why?\nA: I liked it.\n`
    expect(eventsOf(text)).toEqual([])
  })

  it('stands in the brackets of minutes too', () => {
    const text =
      '○議長（高橋一郎君）　これより会議を開きます。\n〔市長　林健一君登壇〕\n○市長（林健一君）　お答えいたします。\n　理由は三つございます。\n○議長（高橋一郎君）　以上です。\n'
    expect(eventsOf(text)).toEqual(['〔市長　林健一君登壇〕'])
  })

  it('is not looked for where nobody speaks', () => {
    expect(eventsOf('The room was full.\n(Laughter)\nThen it was over.\n')).toEqual([])
  })
})
