import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const turnsOf = (text: string): string =>
  readTranscript(text)
    .turns.map(({ speaker, role }) => `${speaker} ${role.charAt(0)}`)
    .join(' | ')

describe('names in short', () => {
  it.each([
    [
      '記者王小萱（以下簡稱記）：為什麼會開始？\n陳海濤（以下簡稱「陳」）：因為孩子們怕水。\n記：現在還怕嗎？\n陳：有些還是怕。\n記：那怎麼辦？\n陳：慢慢來啊。\n',
      '記者王小萱 q | 陳海濤 a | 記者王小萱 q | 陳海濤 a | 記者王小萱 q | 陳海濤 a',
    ],
    [
      'Jane Roe (JR): When did you come?\nBen Lund (BL): In spring, I think.\nJR: Why?\nBL: I had a boat, and I liked it here.\nJR: And now?\nBL: Now I stay.\n',
      'Jane Roe q | Ben Lund a | Jane Roe q | Ben Lund a | Jane Roe q | Ben Lund a',
    ],
  ])('are those that were said to be: %#', (text, turns) => {
    expect(turnsOf(text)).toBe(turns)
  })

  it('are not what stands beside a name for another reason', () => {
    const text =
      'Jane Roe (BBC): When did you come?\nBen Lund: In spring, I think.\nBBC: This is a recording.\nJane Roe (BBC): Why?\nBen Lund: I had a boat.\nBBC: You may hang up now.\n'
    expect(turnsOf(text)).toContain('BBC')
  })
})
