import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from '#electron/importers/encodings/test-encoders.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { ROOT } from '../root.ts'

const MEGABYTE = 1_000_000

/** A text to be measured: what it is, in which encoding, and one copy of it; each copy differs from the others. */
export interface SampleText {
  readonly name: string
  readonly encoding: 'gb18030' | 'utf-8'
  readonly copy: (number: number) => string
}

/** Press conferences, line by line as a newspaper's column cuts them, and with a line a paragraph. */
export const SAMPLE_TEXTS: readonly SampleText[] = [
  sampleText('Chinese, wrapped', 'gb18030', 'press-conference-zh.txt', 16),
  sampleText('Chinese, paragraphs', 'gb18030', 'press-conference-zh.txt', null),
  sampleText('English, wrapped', 'utf-8', 'press-conference-en.txt', 72),
  sampleText('English, paragraphs', 'utf-8', 'press-conference-en.txt', null),
]

/** `columns`: characters in a line at most, or `null` for lines that are paragraphs. */
function sampleText(name: string, encoding: SampleText['encoding'], file: string, columns: number | null): SampleText {
  const paragraphs = paragraphsOf(readFileSync(join(ROOT, 'samples', file), 'utf8'))
  const copy = (number: number): string => {
    return paragraphs
      .map((words) => wrapped(words.replace(/\d+/gu, String(number)) + tail(words, number), columns))
      .join('')
  }
  return { name, encoding, copy }
}

/** The sample with each paragraph on a line of its own, behind the label if it has one. */
function paragraphsOf(text: string): readonly string[] {
  let label = ''
  return readTranscript(text).blocks.flatMap((block) => {
    const isLabel = block.kind === 'label'
    const words = isLabel ? '' : label + block.text
    label = isLabel ? `${block.text}${/[：:]$/u.test(block.text) && block.text.endsWith(':') ? ' ' : ''}` : ''
    return isLabel ? [] : [words]
  })
}

/** Repeats the end of a paragraph, now more of it and now less, so that copies are cut at other places. */
function tail(words: string, number: number): string {
  return words.length < 24 ? '' : words.slice(words.length - 1 - (number % 17))
}

function wrapped(words: string, columns: number | null): string {
  if (columns === null) return `${words}\n`
  const pattern = new RegExp(/\p{sc=Han}/u.test(words) ? `.{1,${columns}}` : `.{1,${columns}}(?:\\s|$)|\\S+`, 'gu')
  return `${(words.match(pattern) ?? []).map((line) => line.trimEnd()).join('\n')}\n`
}

/** Bytes of about so many megabytes. */
export function bytesOf({ encoding, copy }: SampleText, megabytes: number): Uint8Array {
  const parts: Uint8Array[] = []
  let length = 0
  for (let number = 1; length < megabytes * MEGABYTE; number++) {
    const part = encode(copy(number), encoding)
    if (part === null) throw new RangeError(`not to be written in ${encoding}`)
    parts.push(part)
    length += part.length
  }
  return new Uint8Array(Buffer.concat(parts))
}
