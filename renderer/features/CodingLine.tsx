import type { ReactNode } from 'react'
import { CodeSwatch } from './CodeSwatch.tsx'
import type { CodingWords } from './coding-words.ts'

/** A coding in a line: its code, the beginning of its passage, and its source where that is not the one at hand. */
export function CodingLine({
  words,
  withSource,
}: {
  readonly words: CodingWords
  readonly withSource: boolean
}): ReactNode {
  const { code, manner, quote, sourceName } = words
  return (
    <>
      <CodeSwatch colour={code.colour} manner={manner} />
      <span className="coding-list-text">
        <span className="coding-list-code">{code.name}</span>
        <span className="coding-list-quote">{quote}</span>
        {withSource && <span className="coding-list-source">{sourceName}</span>}
      </span>
    </>
  )
}
