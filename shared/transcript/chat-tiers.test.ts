import { expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const CHAT = `@UTF8
@Begin
@Languages:\teng
@Participants:\tCHI Ruth Target_Child, MOT Mother
@ID:\teng|Demo|CHI|2;03.||||Target_Child|||
*MOT:\twhat do you have there ?
%mor:\tpro:int|what mod|do pro|you v|have
\tadv|there ?
*CHI:\ta ball .
%mor:\tdet:art|a n|ball .
*MOT:\tis it a big ball
\tor a small one ?
%com:\tshe points at the shelf.
*CHI:\tbig .
@End
`

it('reads the tiers of what is said in the CHAT format, and sets headers and dependent tiers aside', () => {
  const { turns, blocks } = readTranscript(CHAT)
  const said = turns.map(({ speaker, firstBlock, endBlock }) => {
    const words = blocks.slice(firstBlock, endBlock).flatMap(({ kind, text }) => (kind === 'paragraph' ? [text] : []))
    return `${speaker}: ${words.join(' ')}`
  })
  expect(said).toEqual([
    'MOT: what do you have there ?',
    'CHI: a ball .',
    'MOT: is it a big ball or a small one ?',
    'CHI: big .',
  ])
  const asides = blocks.flatMap(({ setAside, text }) => (setAside === null ? [] : [text]))
  expect(asides.join('\n')).toContain('@Participants:')
  expect(asides.join('\n')).toContain('adv|there ?')
  expect(asides.join('\n')).toContain('@End')
})

it('finds nobody among the commands of a text', () => {
  const text = '@param name: who\n@returns nothing\n* First: the sea\n* Second: the land\n%d: a number\n'
  expect(readTranscript(text).turns).toEqual([])
})
