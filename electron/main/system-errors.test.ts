import { expect, it } from 'vitest'
import { translatorFor } from '#shared/messages/translate.ts'
import { writingFailureInWords } from './system-errors.ts'

const refusal = (code: string): Error => Object.assign(new Error(`${code}: no`), { code })

it('says usual reasons in the language of the interface, and unusual ones in the words of the system', () => {
  expect(writingFailureInWords(refusal('ENOSPC'), translatorFor('en'))).toContain('disk is full')
  expect(writingFailureInWords(refusal('EROFS'), translatorFor('zh-CN'))).toContain('只读')
  expect(writingFailureInWords(refusal('EIO'), translatorFor('en'))).toBe('EIO: no')
  expect(writingFailureInWords('gone', translatorFor('en'))).toBe('gone')
})
