import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyOfAside, keyOfSpeech } from './speech-key.ts'

const sha = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)

describe('keyOfSpeech', () => {
  it('is made of the first twelve letters or digits, whatever stands between them', () => {
    expect(keyOfSpeech('  “The bridge — opens, in 2030.” And then?')).toBe(sha('thebridgeope'))
    expect(keyOfSpeech('The bridge\nopened')).toBe(sha('thebridgeope'))
    expect(keyOfSpeech('桥 什 么 时 候')).toBe(sha('桥什么时候'))
  })

  it('takes compatible forms and cases for the same, and a letter outside the basic plane for one', () => {
    expect(keyOfSpeech('ＢＲＩＤＧＥ ①')).toBe(keyOfSpeech('bridge 1'))
    expect(keyOfSpeech('𠮷'.repeat(13))).toBe(sha('𠮷'.repeat(12)))
  })

  it('leaves out what stands in brackets, so that stage directions make no difference', () => {
    expect(keyOfSpeech('(Laughter.) Well [pause] yes')).toBe(sha('wellyes'))
    expect(keyOfSpeech('（掌声）好')).toBe(sha('好'))
    expect(keyOfSpeech('(Laughter.)')).toBe(sha(''))
  })

  it('differs where the beginnings do', () => {
    expect(keyOfSpeech('Thank you all')).not.toBe(keyOfSpeech('Thank you both'))
  })
})

describe('keyOfAside', () => {
  it('counts brackets in', () => {
    expect(keyOfAside('（下转第二版）')).toBe(sha('下转第二版'))
  })
})
