import type { LineEnds } from '#shared/model/source.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { indexCodePoints } from '#shared/text/code-points.ts'
import type { Reading, ReadingWarning } from './reading.ts'

/** What is known of the file that a text came from. */
export interface InspectedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
  readonly lineEnds: LineEnds
}

/**
 * The object that `inspect` prints, `lectern.inspect/1`. All positions in code points, half-open;
 * `line` from 1. `reading` is what is said: paragraphs parted by LF, of turns and outside of them,
 * without labels and without what is set aside, which `setAside` lists by its place in `text`.
 */
export function makeInspectReport(file: InspectedFile, text: string, reading: Reading) {
  const points = indexCodePoints(text)
  const placeOf = ({ start, end }: TextSpan) => ({ start: points.toCodePoint(start), end: points.toCodePoint(end) })
  const paragraphs = reading.blocks.filter(({ kind }) => kind === 'paragraph')
  const headline = reading.blocks.find(({ setAside }) => setAside === 'headline')
  return {
    format: 'lectern.inspect/1',
    source: { ...file, title: headline?.text ?? withoutExtension(file.fileName) },
    text,
    reading: paragraphs.map((block) => block.text).join('\n'),
    turns: reading.turns.map((turn) => ({
      index: turn.index,
      speaker: turn.speaker,
      label: turn.label,
      role: turn.role,
      ...placeOf(turn.span),
      line: turn.line,
      time: turn.time,
      paragraphs: reading.blocks
        .slice(turn.firstBlock, turn.endBlock)
        .filter(({ kind }) => kind === 'paragraph')
        .map((block) => block.text),
    })),
    exchanges: reading.exchanges,
    setAside: reading.blocks.flatMap(({ setAside, span }) =>
      setAside === null ? [] : [{ kind: setAside, ...placeOf(span) }],
    ),
    warnings: reading.warnings.map((warning) => ({
      code: warning.code,
      message: messageOf(warning),
      start: points.toCodePoint(warning.span.start),
    })),
  }
}

function withoutExtension(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]*$/u, '')
}

function messageOf({ code, values }: ReadingWarning): string {
  switch (code) {
    case 'label-split-over-lines':
      return `The label “${values['label']}” is printed over two lines.`
    case 'rare-label':
      return `“${values['label']}” was taken for a label although it comes only once.`
    case 'possible-label':
      return `“${values['label']}” was not taken for a label.`
    case 'long-turn':
      return `The turn of ${values['speaker']} is much longer than the others.`
    case 'unanswered-question':
      return `Nobody answers the question by ${values['speaker']}.`
    case 'alike-speakers':
      return `“${values['name']}” may be “${values['other']}”.`
    case 'no-turns':
      return 'No speakers were found.'
  }
}
