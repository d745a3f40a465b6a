import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberOf, unfold, unfoldVertical } from './characters.ts'

describe('unfold', () => {
  it('makes ideographs of radicals and letters of ligatures', () => {
    expect(unfold('⼈⽇⺠⻅')).toBe('人日民见')
    expect(unfold('eﬃcient ﬁsh')).toBe('efficient fish')
  })

  it('leaves full-width forms, compatibility ideographs and fractions alone', () => {
    expect(unfold('（Ａ：１２）豈½㎡')).toBe('（Ａ：１２）豈½㎡')
  })

  it('shows soft hyphens and drops control characters', () => {
    expect(unfold('co\u00adop\u0003\0')).toBe('co-op')
  })

  it('leaves no artefact and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unfold(unfold(text))).toBe(unfold(text))
      }),
    )
  })
})

it('makes usual punctuation of the forms for vertical writing', () => {
  expect([...'︒︑﹁﹂︵'].map(unfoldVertical).join('')).toBe('。、「」（')
  expect(unfoldVertical('字')).toBe('字')
})

it.each([
  ['12', 12],
  ['１２', 12],
  ['iv', 4],
  ['XIX', 19],
  ['二十三', 23],
  ['一〇二', 102],
  ['百', 100],
  ['0', null],
  ['page', null],
])('reads %s as a page number', (text, number) => {
  expect(numberOf(text)).toBe(number)
})
