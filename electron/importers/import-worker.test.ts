import { expect, it } from 'vitest'
import { answerOrder } from './import-worker.ts'

const bytes = new TextEncoder().encode('Ann: Hello.')

it('imports, and does not send the bytes back', async () => {
  const answer = await answerOrder({ kind: 'import', fileName: 'a.txt', bytes, encoding: null })
  expect(answer).toMatchObject({ kind: 'imported', file: { text: 'Ann: Hello.' } })
  expect('file' in answer && 'original' in answer.file).toBe(false)
})

it('takes no text that the window could not show', async () => {
  const lines = new TextEncoder().encode('a\n'.repeat(400_000))
  expect(await answerOrder({ kind: 'import', fileName: 'a.txt', bytes: lines, encoding: 'utf-8' })).toMatchObject({
    failure: { reason: 'too-long' },
  })
})

it('makes a failure of what is thrown', async () => {
  expect(await answerOrder({ kind: 'import', fileName: 'a.txt', bytes, encoding: 'klingon' })).toMatchObject({
    kind: 'failed',
    failure: { fileName: 'a.txt', reason: 'importer-failed' },
  })
})

it('finds the encodings that bytes may be in', async () => {
  const answer = await answerOrder({ kind: 'encodings', bytes })
  expect('choices' in answer && answer.choices[0]).toMatchObject({ encoding: 'utf-8', firstLines: 'Ann: Hello.' })
})
