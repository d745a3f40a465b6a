// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import type { Block } from '#shared/transcript/reading.ts'
import { blockIndexOf, writeBlocks, writeLines } from './block-elements.ts'

const reading = readTranscript('林知远：各位下午好。\n晨星报记者：大桥何时合龙？\n林知远：明年春天。')
const some = reading.blocks[0] as Block

function written(blocks: readonly Block[], turns = reading.turns, first = 0): HTMLElement {
  const element = document.createElement('div')
  writeBlocks(element, { first, end: blocks.length, height: 0 }, blocks, turns)
  return element
}

test('each text stands in one node, character by character', () => {
  const odd = fc.string({ unit: fc.constantFrom('<', '>', '&', '&amp;', '\n', '\r', '\0', '"', ' ', '𝒂', '\ud800') })
  fc.assert(
    fc.property(fc.array(fc.oneof(odd, fc.string({ unit: 'binary' }))), (texts) => {
      const element = written(texts.map((text) => ({ ...some, text })))
      expect([...element.children].map(({ textContent }) => textContent)).toEqual(texts)
      expect([...element.children].map(({ childNodes }) => childNodes.length)).toEqual(texts.map(() => 1))
    }),
  )
})

test('a text longer than a parser takes in one piece stands in one node too', () => {
  const text = '长'.repeat(200_000)
  expect(written([{ ...some, text }]).firstElementChild?.childNodes).toHaveLength(1)
})

test('paragraphs say what they are, whose, and on which line they stand', () => {
  const element = written(reading.blocks)
  writeLines(element, { first: 0, end: reading.blocks.length, height: 0 }, reading.blocks)
  const [label, paragraph] = element.children
  expect(label?.outerHTML).toBe('<p class="block label starts-turn" data-role="other" data-line="1">林知远：</p>')
  expect(paragraph?.outerHTML).toBe('<p class="block paragraph" data-role="other" data-line="1">各位下午好。</p>')
})

test('a label that prints another name says who speaks', () => {
  const [turn] = reading.turns
  if (turn === undefined) throw new Error('no turn')
  const element = written(reading.blocks, [{ ...turn, speaker: '"A" & <B>' }])
  expect(element.firstElementChild?.getAttribute('data-speaker')).toBe('"A" & <B>')
})

test('an element knows its block, also where it is not the first chunk’s', () => {
  const element = written(reading.blocks, reading.turns, 2)
  expect([...element.children].map(blockIndexOf)).toEqual(reading.blocks.slice(2).map((_, at) => at + 2))
  expect(blockIndexOf(element)).toBeUndefined()
  expect(blockIndexOf(element.children[0]?.firstChild as Node)).toBeUndefined()
})
