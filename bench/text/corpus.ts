import { sourceOffsetAt } from '#shared/text/reading-map.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { withNames } from '#shared/transcript/with-names.ts'
import { withoutSetAside } from '#shared/transcript/without-set-aside.ts'
import { SAMPLE_TEXTS } from '../../scripts/bench/sample-texts.ts'
import type { Size } from '../sizes.ts'

/** A coding of the corpus: the same passage for every subject. Half-open, UTF-16. */
export interface CorpusCoding {
  /** In the source text, for the program. */
  readonly source: { readonly start: number; readonly end: number }
  /** In the shown text without breaks between paragraphs, for pages that hold nothing else. */
  readonly shown: { readonly start: number; readonly end: number }
  /** Which of the codes, from 0. */
  readonly code: number
}

/** A transcript as it stands in its file and as it is shown, with codings that overlap and nest. */
export interface Corpus extends Size {
  readonly text: string
  /** What is shown, paragraph by paragraph, names included. */
  readonly paragraphs: readonly string[]
  readonly list: readonly CorpusCoding[]
}

/** How many codes the codings are spread over. */
export const CODES = 30

/** Makes a corpus: press conferences without end, the same for the same size. */
export function corpusOf({ characters, codings }: Size): Corpus {
  const sample = SAMPLE_TEXTS.find(({ name }) => name === 'Chinese, paragraphs')
  if (sample === undefined) throw new Error('no sample text')
  let text = ''
  for (let number = 1; text.length < characters; number++) text += sample.copy(number)
  text = text.slice(0, text.lastIndexOf('\n', characters) + 1)
  const { blocks } = withNames(withoutSetAside(readTranscript(text)))
  const paragraphs = blocks.map((block) => block.text)
  const starts: number[] = []
  let length = 0
  for (const paragraph of paragraphs) {
    starts.push(length)
    length += paragraph.length
  }
  const speech = blocks.flatMap((block, index) => (block.kind === 'paragraph' && block.text.length > 8 ? [index] : []))
  const random = randomFrom(characters + codings)
  const list: CorpusCoding[] = []
  for (let number = 0; number < codings; number++) {
    // Evenly over the text; within a paragraph anywhere, so that some meet and some lie within others.
    const at = speech[Math.floor((number / codings) * speech.length)] ?? 0
    const block = blocks[at]
    if (block === undefined) continue
    const from = Math.floor(random() * (block.text.length - 4))
    const to = Math.min(block.text.length, from + 3 + Math.floor(random() ** 2 * 120))
    const start = sourceOffsetAt(block, from, 'start')
    const end = sourceOffsetAt(block, to, 'end')
    if (start === null || end === null) continue
    const shown = starts[at] ?? 0
    list.push({
      source: { start, end },
      shown: { start: shown + from, end: shown + to },
      code: Math.floor(random() * CODES),
    })
  }
  return { text, characters, codings, paragraphs, list }
}

/** Numbers from 0 to below 1 that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
