import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadingChange } from '#shared/model/reading-edit.ts'
import { spanOf, utf16 } from '#shared/model/text-span.ts'
import { anyReadingChange, editsOf } from '#shared/testing/any-reading-change.ts'
import { applyEdits } from './apply-edits.ts'
import { readTranscript } from './read-transcript.ts'

const TALK = `河谷报：新桥什么时候通车？
陈树：下个月。
我还要讲一点：
安全第一。
河谷报：票价多少？
陈树：不收费。
山城晚报：晚上呢？
陈树总工程师：晚上也不收费。
山城晚报：假日呢？
陈树总工程师：假日也一样。
`

const read = (text: string, ...changes: readonly ReadingChange[]) =>
  applyEdits(text, readTranscript(text), editsOf(changes))
const placeOf = (text: string, words: string) => spanOf(text.indexOf(words), text.indexOf(words) + words.length)
const said = (text: string, ...changes: readonly ReadingChange[]) => {
  const { turns, blocks } = read(text, ...changes)
  return turns.map(({ speaker, firstBlock, endBlock }) => {
    const paragraphs = blocks.slice(firstBlock, endBlock).filter(({ kind }) => kind === 'paragraph')
    return `${speaker}|${paragraphs.map((block) => block.text).join('|')}`
  })
}

describe('applyEdits', () => {
  it('makes a label of marked words, and takes the colon with them', () => {
    const text = TALK.replace('安全第一', '林岚：安全第一')
    const edits = [{ kind: 'label', spans: [placeOf(text, '林岚')] }] as const
    expect(said(text, ...edits)).toContain('林岚|安全第一。')
    expect(read(text, ...edits).turns.find(({ speaker }) => speaker === '林岚')).toMatchObject({ label: '林岚：' })
  })

  it('makes speech of what was taken for a label', () => {
    const turns = said(TALK, { kind: 'no-label', spans: [placeOf(TALK, '山城晚报：')] })
    expect(turns).toContain('陈树|不收费。|山城晚报：晚上呢？')
  })

  it('names a turn otherwise, and it alone', () => {
    const at = placeOf(TALK, '山城晚报：').start
    expect(said(TALK, { kind: 'turn-speaker', at, speaker: '林岚' })).toContain('林岚|晚上呢？')
  })

  it('splits a paragraph and joins it again', () => {
    const at = utf16(TALK.indexOf('安全'))
    const split = said(TALK, { kind: 'split', at: utf16(at + 2) })
    expect(split[1]).toContain('安全|第一。')
    expect(said(TALK, { kind: 'split', at: utf16(at + 2) }, { kind: 'join', at: utf16(at + 2) })).toEqual(said(TALK))
  })

  it('splits no name', () => {
    const { start, end } = placeOf(TALK, '陈树总工程师：')
    for (let at = start; at < end; at++) {
      expect(said(TALK, { kind: 'split', at: utf16(at) })).toEqual(said(TALK))
    }
  })

  it('joins lines with a space where the script has spaces', () => {
    const text = 'Ann: We are late.\n\nIt rained.\nBen: Why?\nAnn: The road.\nBen: I see.\n'
    expect(said(text, { kind: 'join', at: utf16(text.indexOf('It rained')) })[0]).toBe('Ann|We are late. It rained.')
  })

  it('sets aside and brings back', () => {
    const span = placeOf(TALK, '安全第一。')
    expect(said(TALK, { kind: 'set-aside', spans: [span], as: 'caption' }).join()).not.toContain('安全第一')
    expect(
      said(TALK, { kind: 'set-aside', spans: [span], as: 'caption' }, { kind: 'bring-back', spans: [span] }),
    ).toEqual(said(TALK))
  })

  it('sets aside a part of a paragraph', () => {
    const text = TALK.replace('不收费。', '不收费。（下转第二版）还有一点。')
    const edit = { kind: 'set-aside', spans: [placeOf(text, '（下转第二版）')], as: 'jump-line' } as const
    expect(said(text, edit)).toContain('陈树|不收费。|还有一点。')
  })

  it('takes two names for one speaker, and a renamed one by the new name', () => {
    const merge = { kind: 'speakers', names: ['陈树', '陈树总工程师'], to: '陈树' } as const
    expect(read(TALK, merge).speakers).toEqual(['河谷报', '陈树', '山城晚报'])
    const rename = { kind: 'speakers', names: ['陈树'], to: 'Chen Shu' } as const
    expect(read(TALK, merge, rename).speakers).toEqual(['河谷报', 'Chen Shu', '山城晚报'])
  })

  it('gives roles to speakers and to single turns', () => {
    const role = { kind: 'speaker-role', speaker: '山城晚报', role: 'moderator' } as const
    expect(read(TALK, role).turns.find(({ speaker }) => speaker === '山城晚报')?.role).toBe('moderator')
    const one = { kind: 'turn-role', at: placeOf(TALK, '票价').start, role: 'other' } as const
    expect(read(TALK, one).turns.map(({ role: is }) => is)).toEqual([
      'question',
      'answer',
      'other',
      'answer',
      'question',
      'answer',
      'question',
      'answer',
    ])
  })

  it('moves the borders of exchanges', () => {
    const at = placeOf(TALK, '河谷报：票价').start
    const { exchanges } = read(TALK, { kind: 'exchange', at, border: 'continues' })
    expect(exchanges.map(({ questions, answers }) => [questions, answers])).toEqual([
      [
        [0, 2],
        [1, 3],
      ],
      [[4], [5]],
      [[6], [7]],
    ])
    expect(
      read(TALK, { kind: 'exchange', at, border: 'continues' }, { kind: 'exchange', at, border: 'begins' }).exchanges,
    ).toEqual(read(TALK).exchanges)
  })

  it('no longer doubts what was confirmed', () => {
    const text = `${TALK}林岚：谢谢大家。\n`
    const { warnings } = read(text)
    for (const { code, span } of warnings) {
      expect(read(text, { kind: 'confirmed', code, span }).warnings).toHaveLength(warnings.length - 1)
    }
  })

  it('changes nothing where there is nothing to change', () => {
    const nothing: ReadingChange[] = [
      { kind: 'split', at: utf16(0) },
      { kind: 'join', at: utf16(0) },
      { kind: 'bring-back', spans: [spanOf(0, TALK.length)] },
      { kind: 'no-label', spans: [placeOf(TALK, '安全')] },
      { kind: 'speakers', names: ['nobody'], to: 'somebody' },
      { kind: 'turn-role', at: utf16(99_999), role: 'question' },
      { kind: 'split', at: utf16(99_999) },
      { kind: 'label', spans: [spanOf(99_998, 99_999)] },
    ]
    expect(read(TALK, ...nothing)).toEqual(readTranscript(TALK))
  })
})

const text = fc.array(
  fc.constantFrom(
    '河谷报：',
    '陈树：',
    'Ann: ',
    'Ben: ',
    '下个月。',
    'It rained.',
    '为什么？',
    '\n',
    '\n\n',
    ' ',
    '　',
    '12',
    '（完）',
    '😀',
  ),
  { maxLength: 60 },
)
const written = (words: string): string => words.replace(/\s/gu, '')

describe('applyEdits, whatever the edits', () => {
  it('reads the same characters from the same places, each once', () => {
    fc.assert(
      fc.property(text, fc.array(anyReadingChange, { maxLength: 12 }), (parts, changes) => {
        const source = parts.join('')
        const proposed = readTranscript(source)
        const { blocks } = applyEdits(source, proposed, editsOf(changes))
        for (const block of blocks) {
          let end = 0
          for (const piece of block.pieces) {
            expect(piece.at).toBe(end)
            end += piece.length
            const there = source.slice(piece.source, piece.source + piece.length)
            expect(block.text.slice(piece.at, end).replace(/ /gu, '\n')).toBe(
              there.replace(/[ \t　]/gu, (blank) => (blank === ' ' ? '\n' : blank)),
            )
            expect(piece.source).toBeGreaterThanOrEqual(block.span.start)
            expect(piece.source + piece.length).toBeLessThanOrEqual(block.span.end)
          }
          expect(end).toBe(block.text.length)
        }
        const placesOf = (list: typeof blocks): readonly number[] =>
          list
            .flatMap((block) =>
              block.pieces.flatMap((piece) =>
                [...Array(piece.length).keys()].flatMap((k) =>
                  written(block.text.charAt(piece.at + k)) === '' ? [] : [piece.source + k],
                ),
              ),
            )
            .sort((a, b) => a - b)
        expect(placesOf(blocks)).toEqual(placesOf(proposed.blocks))
      }),
    )
  })

  it('leaves turns, exchanges and blocks that fit one another', () => {
    fc.assert(
      fc.property(text, fc.array(anyReadingChange, { maxLength: 12 }), (parts, changes) => {
        const source = parts.join('')
        const { blocks, turns, exchanges, speakers } = applyEdits(source, readTranscript(source), editsOf(changes))
        expect(blocks.map(({ span: { start } }) => start)).toEqual(
          blocks.map(({ span: { start } }) => start).sort((a, b) => a - b),
        )
        let before = 0
        turns.forEach((turn, index) => {
          expect(turn.index).toBe(index)
          expect(turn.firstBlock).toBeGreaterThanOrEqual(before)
          expect(turn.endBlock).toBeGreaterThan(turn.firstBlock)
          before = turn.endBlock
          expect(blocks[turn.firstBlock]?.span.start).toBe(turn.span.start)
        })
        blocks.forEach(({ turn }, index) => {
          if (turn === null) return
          expect(index).toBeGreaterThanOrEqual(turns[turn]?.firstBlock ?? Number.NaN)
          expect(index).toBeLessThan(turns[turn]?.endBlock ?? Number.NaN)
        })
        const grouped = exchanges.flatMap(({ questions, answers }) => [...questions, ...answers])
        expect(new Set(grouped).size).toBe(grouped.length)
        expect(speakers).toEqual([...new Set(turns.flatMap(({ speaker }) => speaker ?? []))])
      }),
    )
  })
})

describe('roles and names after edits', () => {
  const rolesOf = (...changes: readonly ReadingChange[]) => read(TALK, ...changes).turns.map(({ role }) => role)

  it('lets everybody do what they did when somebody is renamed, or a label far away is put right', () => {
    const before = rolesOf()
    expect(rolesOf({ kind: 'speakers', names: ['河谷报'], to: '林岚' })).toEqual(before)
    expect(rolesOf({ kind: 'speakers', names: ['陈树总工程师'], to: '陈树' })).toEqual(before)
    const last = placeOf(TALK, '陈树总工程师：假日').start
    expect(rolesOf({ kind: 'no-label', spans: [spanOf(last, last + 7)] })).toEqual(before.slice(0, -1))
  })

  it('gives a turn that gets another speaker the role of that speaker', () => {
    const at = placeOf(TALK, '河谷报：票价').start
    expect(rolesOf({ kind: 'turn-speaker', at, speaker: '陈树' })[2]).toBe('answer')
  })

  it('gives a role that was said before a renaming to whoever is called so now', () => {
    const role = { kind: 'speaker-role', speaker: '山城晚报', role: 'moderator' } as const
    const rename = { kind: 'speakers', names: ['山城晚报'], to: '晚报' } as const
    for (const changes of [
      [role, rename],
      [rename, { ...role, speaker: '晚报' }],
    ]) {
      expect(read(TALK, ...changes).turns.flatMap((turn) => (turn.speaker === '晚报' ? [turn.role] : []))).toEqual([
        'moderator',
        'moderator',
      ])
    }
    // Nobody is called by the old name any more.
    expect(read(TALK, rename, role).turns.map((turn) => turn.role)).toEqual(rolesOf())
  })

  it('reads on with what is brought back within a line', () => {
    const text = TALK.replace('不收费。', '不收费（掌声）。还有一点。')
    const spans = [placeOf(text, '（掌声）')]
    expect(said(text, { kind: 'set-aside', spans, as: 'note' }, { kind: 'bring-back', spans })).toEqual(said(text))
  })

  it('speaks of doubts by the names that speakers have now', () => {
    const text =
      'Q: Who pays?\nDR. HALE: The county.\nQ: All of it?\nDR. HALE: Most of it.\nQ: And who pays the rest?\n'
    const values = () => read(text, { kind: 'speakers', names: ['Q'], to: 'Ann' }).warnings.map((one) => one.values)
    expect(readTranscript(text).warnings.map((one) => one.values)).toContainEqual({ speaker: 'Q' })
    expect(values()).toContainEqual({ speaker: 'Ann' })
  })
})
