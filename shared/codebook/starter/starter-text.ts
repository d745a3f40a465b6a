/** What a person reads of a code, in one language. */
export interface CodeText {
  readonly name: string
  readonly definition: string
  /** When to use it, with an example. */
  readonly include: string
  /** When not to use it, with an example. */
  readonly exclude: string
  /** What the parts of a passage may be called. */
  readonly parts?: readonly string[]
}

/** One code in both languages, each written for its own readers. */
export interface StarterText {
  readonly zh: CodeText
  readonly en: CodeText
}

export type StarterTexts = Readonly<Record<string, StarterText>>
