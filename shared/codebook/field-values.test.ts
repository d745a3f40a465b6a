import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELD_TYPES, type FieldType } from '#shared/model/code.ts'
import type { SourceId } from '#shared/model/ids.ts'
import { choiceProblem } from './field-rules.ts'
import {
  answerOf,
  type FieldForm,
  type FieldWorld,
  isFieldValue,
  parseField,
  printField,
  valuesOf,
} from './field-values.ts'

const ONE = '00000000-0000-4000-8000-000000000001' as SourceId
const TWO = '00000000-0000-4000-8000-000000000002' as SourceId
const world: FieldWorld = {
  sources: new Map([
    [ONE, '记者会 3'],
    [TWO, 'Press conference'],
  ]),
}
const CHOICES = [
  { value: 'supports', label: '支持' },
  { value: 'opposes', label: '反对' },
  { value: '中立', label: 'Neutral' },
]
const form = (type: FieldType): FieldForm => ({ type, choices: type === 'choice' || type === 'choices' ? CHOICES : [] })
const read = (type: FieldType, written: string): string => {
  const parsed = parseField(form(type), written, world)
  return 'value' in parsed ? parsed.value : `! ${parsed.problem}`
}

describe('numbers', () => {
  test.each([
    ['12', '12'],
    ['１２', '12'],
    ['－１．５０', '-1.5'],
    ['−3', '-3'],
    ['+007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0.00', '0'],
    ['123456789012345678901234567890.10', '123456789012345678901234567890.1'],
    ['1,5', '! comma-in-number'],
    ['1，500', '! comma-in-number'],
    ['1,234.5', '! comma-in-number'],
    ['5²', '! not-a-number'],
    ['1e5', '! not-a-number'],
    ['三', '! not-a-number'],
    ['.', '! not-a-number'],
    ['1 000', '! not-a-number'],
  ])('%s is read as %s', (written, value) => expect(read('number', written)).toBe(value))
})

describe('dates', () => {
  test.each([
    ['2024', '2024'],
    ['2024年', '2024'],
    ['2024-3', '2024-03'],
    ['2024年3月', '2024-03'],
    ['2024年3月5日', '2024-03-05'],
    [' ２０２４年３月５号 ', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['1900-02-29', '! no-such-day'],
    ['2023-02-29', '! no-such-day'],
    ['2024-04-31', '! no-such-day'],
    ['2024-13', '! no-such-day'],
    ['0000', '! no-such-day'],
    ['3/5/2024', '! year-not-first'],
    ['5.3.24', '! year-not-first'],
    ['2024-3/5', '! not-a-date'],
    ['24年3月', '! not-a-date'],
    ['spring', '! not-a-date'],
  ])('%s is read as %s', (written, value) => expect(read('date', written)).toBe(value))

  test('every day of the calendar is taken, and no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const date = new Date(0)
          date.setUTCFullYear(y, m - 1, d)
          const isReal = date.getUTCMonth() === m - 1 && date.getUTCDate() === d && date.getUTCFullYear() === y
          const iso = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
          expect(read('date', iso)).toBe(isReal ? iso : '! no-such-day')
        },
      ),
    )
  })
})

test('choices are known by value or label, in any case or width, and an answer has one form', () => {
  expect(read('choice', '支持')).toBe('supports')
  expect(read('choice', 'ＮＥＵＴＲＡＬ')).toBe('中立')
  expect(read('choice', 'perhaps')).toBe('! not-a-choice')
  expect(read('choices', '反对； neutral; opposes;')).toBe('opposes;中立')
  expect(read('choices', 'supports;perhaps')).toBe('! not-a-choice')
  expect(valuesOf('')).toEqual([])
  expect(valuesOf(answerOf(['b', 'a', 'b']))).toEqual(['a', 'b'])
})

test('yes and no, sources by name', () => {
  expect(['Yes', '是', 'ｙ', 'FALSE', '否'].map((word) => read('yes-no', word))).toEqual([
    'yes',
    'yes',
    'yes',
    'no',
    'no',
  ])
  expect(read('yes-no', 'maybe')).toBe('! not-yes-or-no')
  expect(read('source', 'press CONFERENCE')).toBe(TWO)
  expect(read('source', ONE)).toBe(ONE)
  expect(read('source', '记者会')).toBe('! no-such-source')
  // One that is no longer there keeps its id.
  expect(printField(form('source'), 'gone', world)).toBe('gone')
})

const answers: Readonly<Record<FieldType, fc.Arbitrary<string>>> = {
  text: fc.string(),
  speaker: fc.string({ unit: 'grapheme' }),
  choice: fc.constantFrom(...CHOICES.map(({ value }) => value)),
  choices: fc.subarray(CHOICES.map(({ value }) => value)).map(answerOf),
  number: fc.oneof(
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((n) => n.toFixed(6)),
    fc.bigInt().map(String),
  ),
  'yes-no': fc.constantFrom('yes', 'no'),
  source: fc.constantFrom<string>(ONE, TWO),
  date: fc
    .tuple(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.nat(2),
    )
    .map(([year, month, day, parts]) =>
      `${String(year).padStart(4, '0')}/${month}/${day}`
        .split('/')
        .slice(0, parts + 1)
        .join('/'),
    ),
}

test.each(FIELD_TYPES)('what is read is written and read again as the same: %s', (type) => {
  fc.assert(
    fc.property(answers[type], (written) => {
      const first = parseField(form(type), written, world)
      if (!('value' in first)) throw new Error(`refused ${written}`)
      expect(parseField(form(type), printField(form(type), first.value, world), world)).toEqual(first)
      expect(parseField(form(type), first.value, world)).toEqual(first)
      if (first.value !== '') expect(isFieldValue(form(type), first.value, world)).toBe(true)
    }),
  )
})

test.each(FIELD_TYPES)('whatever is written is read or refused, and what is read has one form: %s', (type) => {
  const written = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-+/年月日 １．，；;yes') }))
  fc.assert(
    fc.property(written, (text) => {
      const first = parseField(form(type), text, world)
      if ('value' in first) expect(parseField(form(type), first.value, world)).toEqual(first)
    }),
  )
})

test('a choice whose value would part an answer, or that stands for another one, is refused', () => {
  expect(choiceProblem(CHOICES, 'value', 'a;b')).toBe('separator')
  expect(choiceProblem(CHOICES, 'value', 'a；b')).toBe('separator')
  expect(choiceProblem(CHOICES, 'label', 'a；b')).toBeNull()
  expect(choiceProblem(CHOICES, 'label', 'SUPPORTS ')).toBe('taken')
  expect(choiceProblem(CHOICES, 'value', '反对')).toBe('taken')
  expect(choiceProblem(CHOICES, 'value', ' ')).toBe('empty')
})
