import { describe, expect, it } from 'vitest'
import { isSbv, isSubRip, isWebVtt } from './signs.ts'

describe('captions are known by their content', () => {
  it('WebVTT by its signature', () => {
    expect(isWebVtt('WEBVTT\n')).toBe(true)
    expect(isWebVtt('\ufeffWEBVTT - title\r\n')).toBe(true)
    expect(isWebVtt('WEBVTT')).toBe(true)
    expect(isWebVtt('WEBVTTX\n')).toBe(false)
    expect(isWebVtt('webvtt\n')).toBe(false)
    expect(isWebVtt('The WEBVTT format')).toBe(false)
  })

  it.each([
    '1\n00:00:01,000 --> 00:00:02,000\nHello',
    '\ufeff\r\n0\r\n00:00:01.000 --> 00:00:02.000\r\nHello',
    '00:00:01,000-->00:00:02,000 X1:1 X2:2 Y1:3 Y2:4\nHello',
    '00:01.000 --> 00:02.000 align:start\nHello',
  ])('SubRip by its first cue: %s', (head) => {
    expect(isSubRip(head)).toBe(true)
  })

  it.each([
    '00:00:01 --> 00:00:02 Jane: Hello',
    '[00:00:01] Jane: Hello\n[00:00:02] Al: Hello',
    '1\nJane (00:00:01): Hello',
    'Jane 0:01\nHello\n\nAl 0:02\nHello',
    'We met.\n00:00:01,000 --> 00:00:02,000\nHello',
    '',
  ])('and no transcript that merely holds times: %s', (head) => {
    expect(isSubRip(head)).toBe(false)
    expect(isSbv(head)).toBe(false)
  })

  it('SubViewer by its first line', () => {
    expect(isSbv('0:00:01.000,0:00:04.000\nHello')).toBe(true)
    expect(isSbv('0:00:01.000,0:00:04.000,Hello\n')).toBe(false)
    expect(isSbv('1,2\n')).toBe(false)
  })
})
